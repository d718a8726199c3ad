#include "web/ui/icons.h"

#include "embedded/icon_codes.h"

namespace leadpact::ui {

const char* glyph_of(Icon icon) {
  namespace codes = embedded::icon;
  switch (icon) {
    case Icon::none:
      return "";
#define LEADPACT_ICON(name, code) \
  case Icon::name:                \
    return codes::code;
      LEADPACT_ICONS(LEADPACT_ICON)
#undef LEADPACT_ICON
  }
  return "";
}

}  // namespace leadpact::ui
