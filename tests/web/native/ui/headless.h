// Draws frames without a screen, and looks at what they mean. Used by the
// tests of the widgets and by those of the screens.
#ifndef LEADPACT_TESTS_WEB_NATIVE_UI_HEADLESS_H_
#define LEADPACT_TESTS_WEB_NATIVE_UI_HEADLESS_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/ui.h"

namespace leadpact::ui::testing {

class Headless {
 public:
  explicit Headless(float width = 1280, float height = 800, float scale = 1);
  ~Headless();
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  FrameInput input;
  // What is drawn between begin_frame and end_frame.
  std::function<void()> content;

  // Frames until all is settled, as the page does it; then a sixtieth of a
  // second has passed. Returns how many it took.
  int draw();
  // Some frames, so that motion comes to rest.
  void rest();

  // The first node of this role and name, or nullptr. An empty name is any.
  [[nodiscard]] const Node* find(Role role, std::string_view name = {}) const;
  [[nodiscard]] bool has(Role role, std::string_view name) const;
  // The action is seen in the next frame. False when there is no such node.
  bool activate(Role role, std::string_view name);
  bool set_value(Role role, std::string_view name, std::string value);
  bool key(Role role, std::string_view name, std::string value);
  void act(Action action) { pending_.push_back(std::move(action)); }
  // Moves the mouse there, presses, lets go; a frame each.
  void click(const Rect& rect);
  void point(const Rect& rect);

  // Of the largest list of the last frame: the page's graphics count up to 65,535.
  [[nodiscard]] static int corners();

  // Every text of the screen, one a line: for looking at, and for tests.
  [[nodiscard]] std::string outline() const;

 private:
  std::vector<Action> pending_;
};

// What is wrong with the layout of the last frame, one sentence each: a text
// beside the page or outside what it lies in, two texts over each other, a
// control smaller than 24 x 24, a control without a name.
[[nodiscard]] std::vector<std::string> faults(const FrameInput& input);

}  // namespace leadpact::ui::testing

#endif  // LEADPACT_TESTS_WEB_NATIVE_UI_HEADLESS_H_
