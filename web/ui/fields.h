// What text fields and selects have in common. For web/ui only.
#ifndef LEADPACT_WEB_UI_FIELDS_H_
#define LEADPACT_WEB_UI_FIELDS_H_

#include "web/ui/detail.h"

namespace leadpact::ui::detail {

struct Field {
  Rect whole, control;
  TextSize label_size, note_size;
  float control_height = 0;
};
// Takes the place and draws label and note. Without a height the control is
// one line high.
Field begin_field(std::string_view label, const FieldText& below, float widest, float height = 0);
void draw_field_ground(const Rect& rect, const Touch& touch, float warm, bool invalid);

}  // namespace leadpact::ui::detail

#endif  // LEADPACT_WEB_UI_FIELDS_H_
