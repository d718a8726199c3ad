// Letters our fonts lack (Japanese, Arabic, emoji in a title or in the data)
// are drawn by somebody who has more fonts: in the page the browser's canvas.
//
// A run of such letters that belong together (an Arabic word, one Chinese
// character, an emoji of several code points) becomes one picture and takes
// part in the text as one glyph, so it is measured, wrapped and cut off like
// any other. Words read from the right are put in order by direction.h.
#ifndef LEADPACT_WEB_UI_GLYPHS_H_
#define LEADPACT_WEB_UI_GLYPHS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "web/ui/theme.h"

namespace leadpact::ui {

struct RunPicture {
  int width = 0, height = 0;  // pixels
  int left = 0, top = 0;      // from the pen and the baseline to its corner; top < 0 is up
  float advance = 0;
  bool colored = false;              // an emoji keeps its colours
  std::vector<std::uint8_t> pixels;  // RGBA, not premultiplied
};

// Draws `run` with letters whose em is `em` pixels. False when it cannot.
using RunSource = bool (*)(std::string_view run, Weight weight, float em, RunPicture& picture);

// Null (as in native tests): such letters are shown as U+FFFD.
void set_run_source(RunSource source);

namespace detail {
// The text with each run replaced by a private character that stands for it;
// the text itself where nothing has to be replaced.
[[nodiscard]] std::string_view with_runs(std::string_view text);
[[nodiscard]] bool is_run(char32_t code);
[[nodiscard]] bool run_reads_from_right(char32_t code);
// Before a frame: somebody who types for long has asked for many pictures that
// are shown no more. Forgets all of them where they take too much room.
void forget_many_runs();
}  // namespace detail

}  // namespace leadpact::ui

#endif  // LEADPACT_WEB_UI_GLYPHS_H_
