#include <algorithm>

#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {

struct Placed {
  Rect rect;   // as wide as the column, to be drawn in
  Rect tight;  // as wide as the words
};

// Takes the place of a text, `indent` to the right (room for an icon).
Placed place_words(std::string_view words, TypeStyle style, Space space, float indent = 0) {
  const Box& here = box();
  const float whole = here.right - here.left;
  if (!inside_row()) {
    const TextSize size = text_size(words, style, whole - indent);
    const float width = here.align_right ? size.width + indent : whole;
    const Rect rect = place(width, size.height, space);
    return {{rect.x + indent, rect.y, rect.width - indent, rect.height},
            {rect.x, rect.y, size.width + indent, rect.height}};
  }
  const float natural = text_width(words, style) + indent;
  const float free = room();
  float width = natural;
  if (here.one_line) {
    width = std::min(natural, free);
  } else if (natural > free) {
    // Beside what is there if that leaves enough, or else on lines of its own.
    width = free >= std::min(200.0f, whole * 0.45f) ? free : std::min(natural, whole);
  }
  const float height = here.one_line || width >= natural
                           ? line_height(style)
                           : text_size(words, style, width - indent).height;
  const Rect rect = place(width, height, space);
  return {{rect.x + indent, rect.y, rect.width - indent, rect.height}, rect};
}

void words(std::string_view words, TypeStyle style, Color color, Space space, Icon icon,
           Color icon_color) {
  const float line = line_height(style);
  const float icon_size = style.size <= 13 ? 16.0f : 20.0f;
  const float indent = icon == Icon::none ? 0 : icon_size + 8;
  const Placed placed = place_words(words, style, space, indent);
  if (box().one_line) {
    if (placed.rect.width >= 16) draw_line(placed.rect, words, style, color);
  } else {
    draw_text(placed.rect, words, style, color, box().align_right ? Align::right : Align::left);
  }
  if (icon != Icon::none) {
    draw_icon(placed.tight.x, placed.tight.y + (line - icon_size) / 2, icon_size, icon, icon_color);
  }
  Rect rect = placed.tight;
  if (box().align_right) rect.x = placed.rect.x + placed.rect.width - rect.width;
  add_node(Role::text, id_by_place(Role::text), words, rect);
}

}  // namespace

void heading(int level, std::string_view text) {
  const TypeStyle style = level <= 1 ? type::kTitle : level == 2 ? type::kSection : type::kLabel;
  const Space space = level <= 1   ? spaced::kTitle
                      : level == 2 ? spaced::kSection
                                   : spaced::kCardTitle;
  const Placed placed = place_words(text, style, space);
  if (box().one_line)
    draw_line(placed.rect, text, style, theme().text);
  else
    draw_text(placed.rect, text, style, theme().text);
  const Key id = id_of(Role::heading, text);
  const std::int32_t index = add_node(Role::heading, id, text, placed.tight);
  node(index).level = static_cast<std::uint8_t>(std::clamp(level, 1, 6));
  State& s = state();
  if (s.focus_next) {
    s.focus_next = false;
    give_focus(id, false);
    if (s.reveal_next) {
      s.reveal_next = false;
      reveal({placed.rect.x, placed.rect.y, 1, s.input.height});  // with what it is above
    }
  }
}

void text(std::string_view text, Tone tone) {
  const TypeStyle style = tone == Tone::help ? type::kCaption : type::kBody;
  words(text, style, color_of(tone), spaced::kText, Icon::none, 0);
}

void strong(std::string_view text, Tone tone) {
  words(text, type::kLabel, color_of(tone), spaced::kText, Icon::none, 0);
}

std::optional<std::size_t> text_with_links(std::string_view text,
                                           const std::vector<TextLink>& links, Tone tone) {
  const TypeStyle style = tone == Tone::help ? type::kCaption : type::kBody;
  const Placed placed = place_words(text, style, spaced::kText);
  add_node(Role::text, id_by_place(Role::text), text, placed.tight);
  std::optional<std::size_t> pressed;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const Key id = id_of(Role::button, links[i].name);
    const std::vector<Rect> pieces =
        stretch(placed.rect, text, style, links[i].begin, links[i].end);
    for (std::size_t p = 0; p < pieces.size(); ++p) {
      const Rect& piece = pieces[p];
      const float wide = std::max(kMinTouch, piece.width);
      const float high = std::max(kMinTouch, piece.height);
      const Rect hit{piece.x - (wide - piece.width) / 2, piece.y - (high - piece.height) / 2, wide,
                     high};
      const Touch touch = interact(p == 0 ? id : hash(p, id), hit, true, false, p == 0);
      if (touch.used) pressed = i;
      if (touch.hovered || touch.held) fill(piece, theme().accent_soft, 3);
      const float y = piece.y + piece.height - 3;
      line(piece.x, y, piece.x + piece.width, y, faded(theme().accent, touch.hovered ? 1 : 0.45f));
      if (p > 0) continue;
      if (touch.ring) ring_around({piece.x + 3, piece.y + 3, piece.width - 6, piece.height - 6}, 2);
      const std::int32_t index = add_node(Role::button, id, links[i].name, hit);
      node(index).focusable = true;
    }
  }
  draw_text(placed.rect, text, style, color_of(tone));
  return pressed;
}

void begin_search(std::string_view sought) {
  state().sought = sought;
}

void end_search() {
  state().sought.clear();
}

void icon_text(Icon icon, std::string_view text, Tone tone) {
  const TypeStyle style = tone == Tone::help ? type::kCaption : type::kBody;
  const bool signal = tone != Tone::normal && tone != Tone::quiet && tone != Tone::help;
  words(text, style, signal ? theme().text : color_of(tone), spaced::kText, icon,
        signal ? color_of(tone) : theme().text_3);
}

void fact(std::string_view name, std::string_view value, Tone tone) {
  const float whole = inside_row() ? room() : available_width();
  const float left = std::min(180.0f, whole * 0.42f);
  const TextSize key = text_size(name, type::kBody, left - 12);
  const TextSize size = text_size(value, type::kBody, whole - left);
  const float height = std::max(key.height, size.height);
  const Rect rect = place(whole, height, spaced::kText);
  draw_text({rect.x, rect.y, left - 12, key.height}, name, type::kBody, theme().text_3);
  draw_text({rect.x + left, rect.y, whole - left, size.height}, value, type::kBody, color_of(tone));
  const std::string said = std::string(name) + ": " + std::string(value);
  add_node(Role::text, id_by_place(Role::text), said, rect);
}

void figure(std::string_view label, std::string_view value, std::string_view note) {
  const float whole = inside_row() ? std::min(room(), 260.0f) : available_width();
  const TextSize above = text_size(label, type::kBody, whole);
  const TextSize number = text_size(value, type::kFigure, whole);
  const TextSize below = note.empty() ? TextSize{} : text_size(note, type::kCaption, whole);
  const float gap = note.empty() ? 0 : 4;
  const Rect rect = place(whole, above.height + 2 + number.height + gap + below.height);
  float y = rect.y;
  draw_text({rect.x, y, whole, above.height}, label, type::kBody, theme().text_2);
  const Rect label_rect{rect.x, y, above.width, above.height};
  y += above.height + 2;
  draw_text({rect.x, y, whole, number.height}, value, type::kFigure, theme().text);
  const Rect value_rect{rect.x, y, number.width, number.height};
  y += number.height + gap;
  open_node(Role::group, id_of(Role::group, label), label, rect);
  add_node(Role::text, id_by_place(Role::text), label, label_rect);
  add_node(Role::text, id_by_place(Role::text), value, value_rect);
  if (!note.empty()) {
    draw_text({rect.x, y, whole, below.height}, note, type::kCaption, theme().text_3);
    add_node(Role::text, id_by_place(Role::text), note, {rect.x, y, below.width, below.height});
  }
  close_node();
}

void begin_list(std::string_view name) {
  open_node(Role::list, name.empty() ? id_by_place(Role::list) : id_of(Role::list, name), name,
            {box().left, box().y, available_width(), 1});
}

void list_item(std::string_view text, Tone tone) {
  const Placed placed = place_words(text, type::kBody, spaced::kTight, 20);
  draw_text(placed.rect, text, type::kBody, color_of(tone));
  dot(placed.tight.x + 8, placed.tight.y + line_height(type::kBody) / 2, 2.5f, theme().text_3);
  add_node(Role::listitem, id_by_place(Role::listitem), text, placed.tight);
}

void end_list() {
  Node& list = node(state().open.back());
  list.rect.height = std::max(1.0f, box().bottom - list.rect.y);
  close_node();
}

}  // namespace leadpact::ui
