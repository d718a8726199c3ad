// The looks, as data: assets/theme_light.json and theme_dark.json name a
// palette and give each role one of its colours. A test computes the contrast
// of every pair that is ever drawn.
//
// A role says what a colour is for, never which it is:
//
//   canvas     behind everything        text    what one reads
//   surface    cards, popups            text_2  secondary
//   sunken     fields, table heads      text_3  help
//   edge       the border of a control  accent  the one main action, selection
//
// Sizes are CSS pixels; the frame's scale makes device pixels of them.
#ifndef LEADPACT_WEB_UI_THEME_H_
#define LEADPACT_WEB_UI_THEME_H_

#include <cstdint>
#include <string_view>

namespace leadpact::ui {

using Color = std::uint32_t;  // 0xAABBGGRR, as ImGui packs it

// X(role). clang-format never settles on how far to indent these.
// clang-format off
#define LEADPACT_COLOR_ROLES(X)                                                         \
  X(canvas) X(surface) X(sunken) X(hover) X(border) X(edge)                             \
  X(text) X(text_2) X(text_3) X(disabled)                                               \
  X(accent) X(on_accent) X(accent_hover) X(accent_active) X(accent_soft) X(focus)       \
  X(success) X(success_soft) X(warning) X(warning_soft)                                 \
  X(danger) X(danger_soft) X(info) X(info_soft)                                         \
  X(sales) X(sales_soft) X(marketing) X(marketing_soft) X(scrim) X(shadow)
// clang-format on

struct Theme {
#define LEADPACT_ROLE(name) Color name = 0;
  LEADPACT_COLOR_ROLES(LEADPACT_ROLE)
#undef LEADPACT_ROLE
  bool dark = false;
};

// Reads the JSON of a theme. False when a role is missing or no colour; the
// roles that could be read are set all the same.
bool parse_theme(std::string_view json, Theme& theme);

// The theme of the current frame.
[[nodiscard]] const Theme& theme();

enum class ThemeChoice : std::uint8_t { automatic, light, dark };
void choose_theme(ThemeChoice choice);  // automatic follows the system
[[nodiscard]] ThemeChoice theme_choice();

// ---- Type -------------------------------------------------------------------

enum class Weight : std::uint8_t { regular, medium, bold };
struct TypeStyle {
  int size;
  Weight weight;
};
namespace type {
inline constexpr TypeStyle kCaption{13, Weight::regular};
inline constexpr TypeStyle kCaptionStrong{13, Weight::medium};
inline constexpr TypeStyle kBody{16, Weight::regular};
inline constexpr TypeStyle kLabel{16, Weight::medium};
inline constexpr TypeStyle kSection{20, Weight::medium};
inline constexpr TypeStyle kTitle{26, Weight::bold};
inline constexpr TypeStyle kFigure{34, Weight::bold};
inline constexpr float kLineHeight = 1.4f;
}  // namespace type

// ---- Space ------------------------------------------------------------------

namespace metric {
inline constexpr float kControl = 34;  // height of a control
inline constexpr float kTouch = 40;    // where fingers are likely
inline constexpr float kControlRadius = 6;
inline constexpr float kCardRadius = 10;
inline constexpr float kCardPadding = 24;
inline constexpr float kCardPaddingNarrow = 16;
inline constexpr float kColumn = 1100;  // of content, at most
inline constexpr float kRail = 220;
inline constexpr float kRailCompact = 64;
inline constexpr float kWide = 1180;    // from it on a panel fits beside the page
inline constexpr float kCompact = 900;  // under it the rail is icons
inline constexpr float kNarrow = 640;   // under it the rail is a bar below
inline constexpr float kAppBar = 56;
}  // namespace metric

}  // namespace leadpact::ui

#endif  // LEADPACT_WEB_UI_THEME_H_
