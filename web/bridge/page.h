// The page: the app, its screens and the browser, brought together. Everything
// the browser calls is in page.cc; everything it is asked for in js.h.
#ifndef LEADPACT_WEB_BRIDGE_PAGE_H_
#define LEADPACT_WEB_BRIDGE_PAGE_H_

namespace leadpact::bridge {

void start_page();

}  // namespace leadpact::bridge

#endif  // LEADPACT_WEB_BRIDGE_PAGE_H_
