// The page as the tests have it: an app on a fake store, drawn headless, and
// looked at by role and name.
#ifndef LEADPACT_TESTS_WEB_NATIVE_SCREENS_PAGE_H_
#define LEADPACT_TESTS_WEB_NATIVE_SCREENS_PAGE_H_

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/core/rounds.h"
#include "tests/web/native/app/fake_store.h"
#include "tests/web/native/ui/headless.h"
#include "web/screens/screens.h"

namespace leadpact::screens::testing {

struct Size {
  const char* name;
  float width, height;
};
inline constexpr Size kSizes[] = {{"phone", 390, 844},
                                  {"small", 320, 640},
                                  {"tablet", 800, 1000},
                                  {"laptop", 1280, 800},
                                  {"wide", 1920, 1080}};

// What is looked at in every size and in both looks natively; sanitized (rounds.h) on a phone and a
// laptop, in light.
inline auto every_size() {
  return ::testing::Range<std::size_t>(0, std::size(kSizes), leadpact::testing::kShare > 1 ? 3 : 1);
}
inline auto every_look() {
  std::vector<bool> dark = {false};
  if (leadpact::testing::kShare == 1) dark.push_back(true);
  return ::testing::ValuesIn(dark);
}

class Page {
 public:
  explicit Page(Size size = kSizes[3], std::uint64_t random = 1)
      : tab(store_, random), view(size.width, size.height) {
    view.content = [this] { screens::draw(tab.app()); };
    draw();
  }
  explicit Page(app::FakeStore& store, Size size = kSizes[3], std::uint64_t random = 2)
      : tab(store, random), view(size.width, size.height) {
    view.content = [this] { screens::draw(tab.app()); };
    draw();
  }

 private:
  app::FakeStore store_;

 public:
  app::Tab tab;
  ui::testing::Headless view;

  // Draws until nothing more is asked of the store, as the bridge does.
  void draw() {
    for (int i = 0; i < 3; ++i) {
      view.draw();
      tab.settle();
    }
    view.rest();
    EXPECT_LE(ui::testing::Headless::corners(), 0xFFFF);
  }
  void give(std::vector<app::GivenFile> files) {
    tab.give(std::move(files));
    draw();
  }
  void press(std::string_view name) {
    EXPECT_TRUE(view.activate(ui::Role::button, name)) << name << "\n" << view.outline();
    draw();
  }
  void go(std::string_view screen) {
    EXPECT_TRUE(view.activate(ui::Role::link, screen)) << screen;
    draw();
  }
  // A part of the agreement, by its place.
  void take(const std::string& part) {
    tab.state().select_part(part);
    draw();
  }
  void type(std::string_view field, std::string value) {
    EXPECT_TRUE(view.set_value(ui::Role::textbox, field, std::move(value))) << field;
    draw();
  }
  [[nodiscard]] bool has(ui::Role role, std::string_view name) const {
    return view.has(role, name);
  }
  // Whether some text of the screen holds this.
  [[nodiscard]] bool says(std::string_view part) const {
    return view.outline().find(part) != std::string::npos;
  }
  // Names of the rows of a table, its head and open details not counted.
  [[nodiscard]] std::vector<std::string> rows(std::string_view table) const {
    std::vector<std::string> names;
    const ui::Tree& tree = ui::tree();
    for (const ui::Node& node : tree) {
      if (node.role != ui::Role::row || node.parent < 0 || node.name.empty()) continue;
      const ui::Node& parent = tree[static_cast<std::size_t>(node.parent)];
      if (parent.role == ui::Role::table && parent.name == table) names.push_back(node.name);
    }
    return names;
  }
  // Names of all of that role inside a table, in order.
  [[nodiscard]] std::vector<std::string> inside(ui::Role role, std::string_view table) const {
    std::vector<std::string> names;
    const ui::Tree& tree = ui::tree();
    for (const ui::Node& node : tree) {
      if (node.role != role) continue;
      std::int32_t at = node.parent;
      while (at > 0 && tree[static_cast<std::size_t>(at)].role != ui::Role::table)
        at = tree[static_cast<std::size_t>(at)].parent;
      if (at > 0 && tree[static_cast<std::size_t>(at)].name == table) names.push_back(node.name);
    }
    return names;
  }
  [[nodiscard]] std::size_t count(ui::Role role) const {
    std::size_t n = 0;
    for (const ui::Node& node : ui::tree())
      n += node.role == role ? 1u : 0u;
    return n;
  }
  [[nodiscard]] std::vector<std::string> faults() const { return ui::testing::faults(view.input); }
};

}  // namespace leadpact::screens::testing

#endif  // LEADPACT_TESTS_WEB_NATIVE_SCREENS_PAGE_H_
