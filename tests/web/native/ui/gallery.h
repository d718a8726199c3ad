// Every widget once, with the texts and numbers they are made for.
#ifndef LEADPACT_TESTS_WEB_NATIVE_UI_GALLERY_H_
#define LEADPACT_TESTS_WEB_NATIVE_UI_GALLERY_H_

#include <cstddef>
#include <string>

namespace leadpact::ui::testing {

struct Gallery {
  std::size_t screen = 1;
  std::size_t column = 0;
  std::size_t segment = 0;
  bool on = true;
  bool open_row = true;
  bool dragging = false;
  bool toast = false;
  std::string title = "Inbound pact";
  std::string error;
  std::string pressed;  // the last control that was used

  void draw();

 private:
  void bar();
  void words();
  void controls();
  void signals();
  void tables();
};

}  // namespace leadpact::ui::testing

#endif  // LEADPACT_TESTS_WEB_NATIVE_UI_GALLERY_H_
