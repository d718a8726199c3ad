// Parts of the page that can be taken away, and bars in the cells of tables.
#include <algorithm>

#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

float picture_room() {
  return state().picture_room;
}

bool picture_cut() {
  return state().picture_cut;
}

void begin_picture(std::string_view name) {
  begin_group(name);
}

std::optional<Rect> end_picture(bool wanted) {
  const auto& open = state().open;
  if (open.empty()) return std::nullopt;
  const std::size_t group = static_cast<std::size_t>(open.back());
  end_group();
  if (!wanted) return std::nullopt;
  constexpr float kMargin = 4;
  const Tree& tree = state().tree;
  Rect whole = tree[group].rect;
  // From the first thing in it, without the room above.
  if (group + 1 < tree.size()) {
    const float top = std::max(whole.y, tree[group + 1].rect.y);
    whole.height -= top - whole.y;
    whole.y = top;
  }
  whole.x -= kMargin;
  whole.y -= kMargin;
  whole.width += 2 * kMargin;
  whole.height += 2 * kMargin;
  const float more = whole.height + 2 * kRevealMargin - height_in_sight();
  if (more > 0 && !state().input.tall) {
    state().picture_room = more;
    return std::nullopt;
  }
  if (reveal(whole)) return std::nullopt;
  const Rect seen = in_sight(whole);
  state().picture_cut = seen.height + 1 < whole.height;
  return seen;
}

void meter(std::string_view text, double share, Tone tone, std::optional<double> mark) {
  const float height = line_height(type::kBody);
  const Rect rect = place(available_width(), height, spaced::kTight);
  const float words = std::max(64.0f, text_width(text, type::kBody) + 1);
  const float room = std::max(0.0f, rect.width - words - 8);
  const float y = rect.y + (height - 10) / 2;
  fill({rect.x, y, room, 10}, theme().border, 3);
  const float long_as = room * static_cast<float>(std::clamp(share, 0.0, 1.0));
  if (long_as > 0) fill({rect.x, y, std::max(2.0f, long_as), 10}, color_of(tone), 3);
  if (mark && *mark >= 0 && *mark <= 1) {
    const float x = rect.x + room * static_cast<float>(*mark);
    line(x, y - 3, x, y + 13, theme().text_2, 2);
  }
  const Rect where{rect.x + rect.width - words, rect.y, words, height};
  draw_line(where, text, type::kBody, theme().text, Align::right);
  add_node(Role::text, id_by_place(Role::text), text, where);
}

}  // namespace leadpact::ui
