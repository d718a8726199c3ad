// How a text falls into lines at a width, kept from frame to frame: measuring
// every letter of a long document sixty times a second takes longer than
// drawing those in sight.
//
//   a text            at 200 px               then
//   ----------------  ----------------------  ------------------------------
//   seen last frame   the lines it had        looked up, not measured
//   typed on          measured once           the old one is dropped soon
//   at another scale  measured once           pixels are part of the question
//
// All lengths here are device pixels.
#ifndef LEADPACT_WEB_UI_LINES_H_
#define LEADPACT_WEB_UI_LINES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/theme.h"

struct ImFont;

namespace leadpact::ui::detail {

struct Line {
  std::string_view text;  // of Lines::shown
  float width = 0;
};

struct Lines {
  std::string text;   // as given
  std::string shown;  // with what our fonts lack as runs (glyphs.h)
  std::vector<Line> lines;
  float widest = 0;
  bool turns = false;  // some of it is read from the right
  const ImFont* font = nullptr;
  float size = 0, wrap = 0;
  std::uint32_t seen = 0;  // the frame it was last asked for
};

// The font of a style, and its size as ImGui has it: ascent to descent.
[[nodiscard]] ImFont* font_of(TypeStyle style);
[[nodiscard]] float pixels_of(TypeStyle style);
// Of one line.
[[nodiscard]] float raw_width(std::string_view text, TypeStyle style);

// Stays as it is until the frame ends.
[[nodiscard]] const Lines& lines_of(std::string_view text, TypeStyle style, float wrap);

// Once a frame: drops what was not asked for lately; or all of it.
void drop_old_lines();
void drop_all_lines();

}  // namespace leadpact::ui::detail

#endif  // LEADPACT_WEB_UI_LINES_H_
