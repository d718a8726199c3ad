// Heads of agreements between the page and the browser's store.
//
//   to the browser    JSON, {"id":"a1","revision":3,"format":1,"title":…}
//   from it           one after the other: id, title and details as length and
//                     bytes, then revision, format and saved_at; every number
//                     is the eight bytes of a double
//
// What comes from the store may be damaged: what is cut off is empty or 0.
#ifndef LEADPACT_WEB_BRIDGE_HEADS_H_
#define LEADPACT_WEB_BRIDGE_HEADS_H_

#include <string>
#include <string_view>
#include <vector>

#include "web/app/app.h"

namespace leadpact::bridge {

[[nodiscard]] std::string head_json(const app::Head& head);
[[nodiscard]] std::vector<app::Head> unpack_heads(std::string_view bytes);

}  // namespace leadpact::bridge

#endif  // LEADPACT_WEB_BRIDGE_HEADS_H_
