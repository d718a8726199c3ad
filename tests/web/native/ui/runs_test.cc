// Letters our fonts lack: which of them become pictures, and in what order a
// line shows those read from the right.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/web/native/ui/headless.h"
#include "web/ui/detail.h"
#include "web/ui/direction.h"
#include "web/ui/glyphs.h"

namespace leadpact::ui {
namespace {

std::vector<std::string>& asked() {
  static std::vector<std::string> all;
  return all;
}

// Ten pixels for every run.
bool draw_square(std::string_view run, Weight, float em, RunPicture& picture) {
  asked().emplace_back(run);
  picture.width = picture.height = 10;
  picture.top = -10;
  picture.advance = em;
  picture.pixels.assign(400, 255);
  return true;
}

class Runs : public ::testing::Test {
 protected:
  Runs() {
    set_run_source(draw_square);
    asked().clear();
    view.content = [this] { text(shown); };
  }
  ~Runs() override { set_run_source(nullptr); }

  testing::Headless view;
  std::string shown = "first";
};

void replace(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
    text.replace(at, from.size(), to), at += to.size();
}

// The line as it is seen, with A, B and C for three Arabic words.
std::string seen(std::string line) {
  const std::pair<const char*, const char*> kWords[] = {
      {"A", "مرحبا"}, {"B", "عالم"}, {"C", "سلام"}};
  for (const auto& [letter, word] : kWords)
    replace(line, letter, word);
  const std::string runs(detail::with_runs(line));
  std::string out = detail::in_visual_order(runs, detail::reads_from_right(runs));
  for (const auto& [letter, word] : kWords)
    replace(out, std::string(detail::with_runs(word)), letter);
  return out;
}

TEST_F(Runs, AreMadeOfWhatOurFontsLackOnly) {
  view.draw();
  EXPECT_TRUE(asked().empty());
  shown =
      "Größe – €5, 東京 مرحبا بكم कुल 👍🏽 🇯🇵🇫🇷 cafe\u0301s";
  view.draw();
  const std::vector<std::string> expected = {"東",       "京", "مرحبا", "بكم",    "कुल",
                                             "👍🏽", "🇯🇵", "🇫🇷",    "e\u0301"};
  for (const std::string& run : expected)
    EXPECT_NE(std::find(asked().begin(), asked().end(), run), asked().end()) << run;
  for (const std::string& run : asked())
    EXPECT_NE(std::find(expected.begin(), expected.end(), run), expected.end()) << run;
  EXPECT_TRUE(view.has(Role::text, shown)) << "the mirror has the letters themselves";
}

TEST_F(Runs, WordsReadFromTheRightStandInTheirOrder) {
  view.draw();
  EXPECT_EQ(seen("A"), "A");
  EXPECT_EQ(seen("A B C"), "C B A");
  EXPECT_EQ(seen("mail A B to nobody"), "mail B A to nobody");
  EXPECT_EQ(seen("A 25.5 % B"), "B % 25.5 A");
  EXPECT_EQ(seen("A ann lee (B)"), "(B) ann lee A");
  EXPECT_EQ(seen("A, B."), ".B ,A");
  EXPECT_EQ(seen("only latin, 12"), "only latin, 12");
}

TEST_F(Runs, ALongTextInThemIsWrappedBetweenWords) {
  view.draw();
  std::string words;
  for (int i = 0; i < 200; ++i)
    words += "مرحبا عالم ";
  const detail::TextSize size = detail::text_size(words, type::kBody, 200);
  EXPECT_LE(size.width, 200);
  EXPECT_GT(size.height, 20 * detail::line_height(type::kBody));
}

TEST_F(Runs, NeverRunOutHoweverMuchIsTyped) {
  // Every frame shows new words, as when a long text is typed.
  int number = 0;
  for (int frame = 0; frame < 120; ++frame) {
    shown.clear();
    for (int i = 0; i < 400; ++i, ++number) {
      for (int digit = number; digit > 0; digit /= 20) {
        shown += "\xD8";  // U+0628 and on
        shown += static_cast<char>(0xA8 + digit % 20);
      }
      shown += ' ';
    }
    view.draw();
  }
  asked().clear();
  shown += "خاتمة";
  view.draw();
  EXPECT_EQ(asked().back(), "خاتمة");
  const std::string runs(detail::with_runs(shown));
  EXPECT_EQ(runs.find("\xEF\xBF\xBD"), std::string::npos) << "a box";
}

}  // namespace
}  // namespace leadpact::ui
