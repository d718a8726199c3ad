// An empty shell: the page lives in web/bridge/page.cc and wakes when
// something happens.
#include "web/bridge/page.h"

int main() {
  leadpact::bridge::start_page();
  return 0;
}
