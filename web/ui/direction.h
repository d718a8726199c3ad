// Arabic and Hebrew are read from the right. Each of their words is one run
// (glyphs.h), drawn by who knows how its letters join; the order of words,
// numbers and signs on a line is put right here, by the part of Unicode's
// bidirectional algorithm that a line of plain text needs.
//
//   typed (A, B, C are Arabic words)     seen
//   -----------------------------------  -----------------------------------
//   A B C                                C B A
//   mail A B to Ann                      mail B A to Ann
//   A 25.5 B                             B 25.5 A
//   A Ann Lee (B)                        (B) Ann Lee A
#ifndef LEADPACT_WEB_UI_DIRECTION_H_
#define LEADPACT_WEB_UI_DIRECTION_H_

#include <string>
#include <string_view>

namespace leadpact::ui::detail {

// Whether there is anything to put in order.
[[nodiscard]] bool has_turned_runs(std::string_view shown);

// Whether the first letter that has a direction is read from the right. Of
// text with runs in it, as all here.
[[nodiscard]] bool reads_from_right(std::string_view shown);

// One line in the order it is seen; `from_right` is what its paragraph does.
// As many bytes as before.
[[nodiscard]] std::string in_visual_order(std::string_view line, bool from_right);

}  // namespace leadpact::ui::detail

#endif  // LEADPACT_WEB_UI_DIRECTION_H_
