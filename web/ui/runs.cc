// Letters our fonts lack, drawn by a RunSource (glyphs.h) and given to ImGui
// through a font loader of our own. Each run is known by a character of the
// private use area; ImGui asks for it at the size it is shown.
#include <algorithm>
#include <cstring>
#include <string>
#include <unordered_map>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/detail.h"
#include "web/ui/glyphs.h"
#include "web/ui/lines.h"

namespace leadpact::ui {
namespace {

// Runs are known by Chinese and Korean characters: these are runs themselves,
// so they stand for nothing else.
constexpr char32_t kFirst = 0x3400;
constexpr char32_t kLast = 0xD7FF;
constexpr std::size_t kMostRuns = 40000;
constexpr std::size_t kMostPixels = 8000000;

struct Runs {
  RunSource source = nullptr;
  std::vector<std::string> texts;
  std::unordered_map<std::string, char32_t> codes;
  std::vector<std::uint8_t> known;  // per code point of the first plane: 0 unasked, 1 ours, 2 not
  std::vector<std::string> shown;   // results of with_runs that are still in use
  std::size_t next_shown = 0;
  std::size_t pixels = 0;  // of all pictures made
};
Runs& runs() {
  static Runs all;
  return all;
}

bool in_our_fonts(char32_t code) {
  if (code < 0x80) return true;
  if (code > 0xFFFF || (code >= kFirst && code <= kLast)) return false;
  auto& known = runs().known;
  if (known.empty()) known.resize(0x10000);
  if (known[code] == 0) {
    ImFontConfig* source = detail::state().fonts[0]->Sources[0];
    const ImFontLoader* loader =
        source->FontLoader != nullptr ? source->FontLoader : ImGui::GetIO().Fonts->FontLoader;
    const bool has = loader != nullptr && loader->FontSrcContainsGlyph(ImGui::GetIO().Fonts, source,
                                                                       static_cast<ImWchar>(code));
    known[code] = has ? 1 : 2;
  }
  return known[code] == 1;
}

// Joins what is before it into one picture: accents, joiners, emoji parts.
bool joins(char32_t code) {
  return (code >= 0x300 && code <= 0x36F) || code == 0x200D || (code >= 0xFE00 && code <= 0xFE0F) ||
         (code >= 0x1F3FB && code <= 0x1F3FF) || code == 0x20E3 ||
         (code >= 0xE0020 && code <= 0xE007F);
}
// Scripts that are wrapped after every character.
bool stands_alone(char32_t code) {
  return (code >= 0x2E80 && code <= 0xA4CF) || (code >= 0xAC00 && code <= 0xD7AF) ||
         (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFF00 && code <= 0xFFEF) ||
         (code >= 0x20000 && code <= 0x3FFFF);
}
// Two of them are a flag.
bool half_of_a_flag(char32_t code) {
  return code >= 0x1F1E6 && code <= 0x1F1FF;
}
bool right_to_left(char32_t code) {
  return (code >= 0x590 && code <= 0x8FF) || (code >= 0xFB1D && code <= 0xFDFF) ||
         (code >= 0xFE70 && code <= 0xFEFC);
}

struct Letter {
  char32_t code;
  std::size_t begin, end;
};

Letter letter_at(std::string_view text, std::size_t at) {
  unsigned code = 0;
  const int length = ImTextCharFromUtf8(&code, text.data() + at, text.data() + text.size());
  return {code, at, at + static_cast<std::size_t>(std::max(1, length))};
}

// Of the accents and the like that follow.
std::size_t end_of_marks(std::string_view text, std::size_t end) {
  while (end < text.size()) {
    const Letter next = letter_at(text, end);
    if (!joins(next.code)) break;
    end = next.end;
  }
  return end;
}

// A letter of our fonts is no run, but with an accent of its own behind it.
bool begins_run(std::string_view text, const Letter& letter) {
  return !in_our_fonts(letter.code) ||
         (letter.code > ' ' && end_of_marks(text, letter.end) > letter.end);
}

std::size_t end_of_run(std::string_view text, const Letter& first) {
  std::size_t end = first.end;
  if (half_of_a_flag(first.code) && end < text.size()) {
    const Letter next = letter_at(text, end);
    if (half_of_a_flag(next.code)) return next.end;
  }
  if (in_our_fonts(first.code)) return end_of_marks(text, end);
  const bool alone = stands_alone(first.code);
  const bool rtl = right_to_left(first.code);
  bool joiner = false;
  while (end < text.size() && end - first.begin < 160) {
    const Letter next = letter_at(text, end);
    const bool word = !alone && !rtl && !stands_alone(next.code) && next.code >= 0x80 &&
                      next.code < 0x1F000 && !in_our_fonts(next.code) && !right_to_left(next.code);
    if (!joins(next.code) && !joiner && !word && !(rtl && right_to_left(next.code))) break;
    joiner = next.code == 0x200D;
    end = next.end;
  }
  return end;
}

char32_t code_of(std::string_view run) {
  Runs& all = runs();
  const auto found = all.codes.find(std::string(run));
  if (found != all.codes.end()) return found->second;
  const char32_t code = kFirst + static_cast<char32_t>(all.texts.size());
  if (code > kLast) return 0xFFFD;
  all.texts.emplace_back(run);
  all.codes.emplace(std::string(run), code);
  return code;
}

void append(std::string& out, char32_t code) {
  out += static_cast<char>(0xE0 | (code >> 12));
  out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
  out += static_cast<char>(0x80 | (code & 0x3F));
}

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar code) {
  return runs().source != nullptr && code >= kFirst &&
         code < kFirst + static_cast<char32_t>(runs().texts.size());
}

bool load(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code,
          ImFontGlyph* glyph, float* advance) {
  if (!contains(atlas, source, code)) return false;
  const ImFont* font = baked->ContainerFont;
  Weight weight = Weight::regular;
  for (int i = 0; i < 3; ++i) {
    if (detail::state().fonts[i] == font) weight = static_cast<Weight>(i);
  }
  RunPicture picture;
  if (!runs().source(runs().texts[code - kFirst], weight, baked->Size * 2048.0f / 2400.0f,
                     picture)) {
    return false;
  }
  if (advance != nullptr) {
    *advance = picture.advance;
    return true;
  }
  runs().pixels +=
      static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
  glyph->Codepoint = code & 0x3FFFFFF;
  glyph->AdvanceX = picture.advance;
  const std::size_t bytes =
      static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4;
  if (picture.width <= 0 || picture.height <= 0 || picture.pixels.size() < bytes) return true;
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, picture.width, picture.height);
  if (id == ImFontAtlasRectId_Invalid) return true;
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
  glyph->X0 = static_cast<float>(picture.left);
  glyph->Y0 = static_cast<float>(picture.top) + std::floor(baked->Ascent + 0.5f);
  glyph->X1 = glyph->X0 + static_cast<float>(picture.width);
  glyph->Y1 = glyph->Y0 + static_cast<float>(picture.height);
  glyph->Visible = true;
  glyph->Colored = picture.colored;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, picture.pixels.data(),
                                     ImTextureFormat_RGBA32, picture.width * 4);
  return true;
}

const ImFontLoader& loader() {
  static const ImFontLoader ours = [] {
    ImFontLoader made;
    made.Name = "runs";
    made.FontSrcContainsGlyph = contains;
    made.FontBakedLoadGlyph = load;
    return made;
  }();
  return ours;
}

}  // namespace

void set_run_source(RunSource source) {
  runs().source = source;
  detail::drop_all_lines();
}

namespace detail {

void add_run_font() {
  ImFontConfig config;
  config.MergeMode = true;
  config.FontLoader = &loader();
  ImGui::GetIO().Fonts->AddFont(&config);
}

bool is_run(char32_t code) {
  return code >= kFirst && code <= kLast;
}

bool run_reads_from_right(char32_t code) {
  const auto index = static_cast<std::size_t>(code - kFirst);
  return index < runs().texts.size() && right_to_left(letter_at(runs().texts[index], 0).code);
}

void forget_many_runs() {
  Runs& all = runs();
  const ImVec2 page = ImGui::GetIO().DisplaySize;
  const std::size_t room = kMostPixels + 2 * static_cast<std::size_t>(page.x * page.y);
  if (all.texts.size() < kMostRuns && all.pixels < room) return;
  all.texts.clear();
  all.codes.clear();
  all.pixels = 0;
  drop_all_lines();
  for (ImFont* font : state().fonts)
    ImFontAtlasFontDiscardBakes(ImGui::GetIO().Fonts, font, 0);
}

std::string_view with_runs(std::string_view text) {
  if (runs().source == nullptr) return text;
  // Nearly all texts have no run in them: those are looked through quickly.
  const auto plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto strange = std::find_if_not(text.begin(), text.end(), plain);
  if (strange == text.end()) return text;
  auto at = static_cast<std::size_t>(strange - text.begin());
  if (at > 0) --at;  // an accent may belong to it
  while (at < text.size()) {
    const Letter letter = letter_at(text, at);
    if (begins_run(text, letter)) break;
    at = letter.end;
  }
  if (at >= text.size()) return text;

  // A ring of results: the callers use theirs before a hundred more are made.
  Runs& all = runs();
  if (all.shown.empty()) all.shown.resize(128);
  std::string& out = all.shown[all.next_shown];
  all.next_shown = (all.next_shown + 1) % all.shown.size();
  out.assign(text.substr(0, at));
  while (at < text.size()) {
    const Letter letter = letter_at(text, at);
    if (!begins_run(text, letter)) {
      out.append(text.substr(at, letter.end - at));
      at = letter.end;
      continue;
    }
    const std::size_t end = end_of_run(text, letter);
    append(out, code_of(text.substr(at, end - at)));
    at = end;
  }
  return out;
}

}  // namespace detail
}  // namespace leadpact::ui
