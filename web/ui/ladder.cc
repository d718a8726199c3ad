// What follows after one miss, after two, after three: a stair that rises.
#include <algorithm>

#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {

constexpr float kGap = 8;
constexpr float kPad = 12;
constexpr float kRise = 14;
constexpr float kLeast = 150;  // narrower, and the steps lie below each other

struct Measured {
  TextSize after, what;
  float height = 0;
};

Measured measure(const LadderStep& step, float width) {
  Measured made;
  made.after = text_size(step.after, type::kCaptionStrong, width - 2 * kPad);
  made.what = text_size(step.what, type::kCaption, width - 2 * kPad);
  made.height = kPad + made.after.height + 2 + made.what.height + kPad;
  return made;
}

void draw_step(const LadderStep& step, const Measured& size, const Rect& rect, float share) {
  const Theme& t = theme();
  fill(rect, mix(t.warning_soft, t.danger_soft, share), metric::kControlRadius);
  fill({rect.x, rect.y, rect.width, 3}, mix(t.warning, t.danger, share), 1.5f);
  draw_text({rect.x + kPad, rect.y + kPad, rect.width - 2 * kPad, size.after.height}, step.after,
            type::kCaptionStrong, t.text);
  draw_text({rect.x + kPad, rect.y + kPad + size.after.height + 2, rect.width - 2 * kPad,
             size.what.height},
            step.what, type::kCaption, t.text_2);
  add_node(Role::listitem, id_by_place(Role::listitem), step.after + ": " + step.what, rect);
}

}  // namespace

void ladder(std::string_view name, const std::vector<LadderStep>& steps) {
  if (steps.empty()) return;
  const float whole = available_width();
  const float count = static_cast<float>(steps.size());
  const float beside = (whole - kGap * (count - 1)) / count;
  const bool stairs = beside >= kLeast;
  const float width = stairs ? beside : whole;
  std::vector<Measured> sizes;
  float tallest = 0, sum = 0;
  for (const LadderStep& step : steps) {
    sizes.push_back(measure(step, width));
    tallest = std::max(tallest, sizes.back().height);
    sum += sizes.back().height + (sizes.size() > 1 ? kGap : 0);
  }
  const float rise = stairs ? kRise * (count - 1) : 0;
  const Rect rect = place(whole, stairs ? tallest + rise : sum, spaced::kCard);
  open_node(Role::list, id_of(Role::list, name), name, rect);
  float y = rect.y;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const float n = static_cast<float>(i);
    const float share = count > 1 ? n / (count - 1) : 1;
    if (stairs) {
      // Each stands higher than the one before it; all on one ground.
      const float up = kRise * n;
      draw_step(steps[i], sizes[i],
                {rect.x + n * (width + kGap), rect.y + rise - up, width, tallest + up}, share);
    } else {
      draw_step(steps[i], sizes[i], {rect.x, y, width, sizes[i].height}, share);
      y += sizes[i].height + kGap;
    }
  }
  close_node();
}

}  // namespace leadpact::ui
