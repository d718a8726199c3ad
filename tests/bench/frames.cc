// The time of a frame of the page, of our own code alone: an agreement of 200 commitments,
// 40 personas and 60 stages with texts of 20,000 characters is open, scrolled and written in.
//
//   leadpact_frames [FRAMES]     median and worst of each kind of frame, in milliseconds
//
// A frame is what leadpact_frame() of web/bridge/page.cc does: the app's clock, the widgets until
// all has found its place, and the patch of the mirror. What the browser and its graphics card do
// with that is not in it. Measured is the processor time of the thread, so that other programs on
// the machine do not count.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/templates.h"
#include "core/exchange/document.h"
#include "imgui.h"
#include "tests/web/native/app/fake_store.h"
#include "tests/web/native/ui/headless.h"
#include "web/screens/screens.h"
#include "web/ui/patch.h"

using namespace leadpact;

namespace {

constexpr std::size_t kCommitments = 200, kPersonas = 40, kStages = 60, kText = 20000;
constexpr std::size_t kLongOf = 10;  // every tenth of them says as much as there is room for

double now_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

std::string long_text(std::size_t number) {
  std::string text;
  while (text.size() < kText) {
    text += "Sentence " + std::to_string(text.size() + number) +
            " says what does not count, and why “Größe” matters at 12.5 % or more. ";
    if (text.size() % 7 == 0) text += '\n';
  }
  text.resize(text.find_last_of(' ', kText));
  return text;
}

// As many as asked for, made of those there are.
template <typename T, typename Change>
void multiply(std::vector<T>& all, std::size_t count, std::string& long_one, Change change) {
  const std::size_t made = all.size();
  for (std::size_t i = made; i < count; ++i) {
    all.push_back(all[i % made]);
    all.back().id += "-" + std::to_string(i);
    long_one = i % kLongOf == 0 ? long_text(i) : "";
    change(all.back(), i);
  }
}

agreement::Agreement large_agreement() {
  const agreement::Template* inbound = agreement::find_template("inbound");
  agreement::Agreement large = exchange::read_json(inbound->json).value().agreement;
  std::string text;
  large.summary = long_text(0);
  multiply(large.commitments, kCommitments, text, [&](agreement::Commitment& each, std::size_t i) {
    each.title += " " + std::to_string(i);
    each.detail = text;
  });
  multiply(large.personas, kPersonas, text, [&](agreement::Persona& each, std::size_t i) {
    each.name += " " + std::to_string(i);
    each.notes = text;
  });
  multiply(large.stages, kStages, text, [&](agreement::Stage& each, std::size_t i) {
    each.name += " " + std::to_string(i);
    each.meaning = text;
  });
  return large;
}

class Kind {
 public:
  explicit Kind(const char* name) : name_(name) {}
  // What `run` takes.
  void time(const std::function<void()>& run) {
    const double began = now_ms();
    run();
    taken_.push_back(now_ms() - began);
  }
  void print() {
    std::sort(taken_.begin(), taken_.end());
    std::printf("%-44s %8.2f %8.2f\n", name_, taken_[taken_.size() / 2], taken_.back());
  }

 private:
  const char* name_;
  std::vector<double> taken_;
};

class OpenPage {
 public:
  explicit OpenPage(const agreement::Agreement& large) : tab_(store_), view_(1280, 800) {
    view_.content = [this] { screens::draw(tab_.app()); };
    tab_.give({{"large.sla.json", exchange::write_json(large)}});
    tab_.state().go(app::Screen::agreement);
  }
  app::State& state() { return tab_.state(); }
  ui::testing::Headless& view() { return view_; }

  void frame() {
    tab_.settle();
    view_.draw();
    patch_ = patcher_.patch(ui::tree(), ui::focused());
    tab_.settle();
  }
  // Half a second after the last change it is stored.
  void let_it_save() { tab_.wait(600); }
  // What the browser would be told; so that nothing of it is optimised away.
  std::size_t patch_size() const { return patch_.size(); }

 private:
  app::FakeStore store_;
  app::Tab tab_;
  ui::testing::Headless view_;
  ui::Patcher patcher_;
  std::string patch_;
};

// Each in a page of its own: the first frames measure every text and draw every letter.
void time_openings(const agreement::Agreement& large, int count, Kind& kind) {
  for (int i = 0; i < count; ++i) {
    OpenPage page(large);
    for (int frame = 0; frame < 10; ++frame)
      kind.time([&] { page.frame(); });
  }
}

void measure(OpenPage& page, int frames, Kind& opening) {
  Kind still("Nothing changes"), scroll("Scrolling"), title("Typing in a title"),
      text_of_20000("Typing in 20,000 letters"), take("Taking a part in hand"), save("Saving"),
      undo("Undo"), back("Coming back to it: the first ten frames"),
      jump("Coming to a promise: the first ten frames");
  app::State& state = page.state();
  for (int i = 0; i < frames; ++i)
    still.time([&] { page.frame(); });
  page.view().point({500, 400, 1, 1});
  for (int i = 0; i < frames; ++i) {
    ImGui::GetIO().AddMouseWheelEvent(0, i % 100 < 80 ? -3.0f : 5.0f);
    scroll.time([&] { page.frame(); });
  }
  // A key is taken up, and what comes of it is drawn, in one frame.
  const auto type = [&](const std::string& part, const std::string& key, std::string text,
                        Kind& kind) {
    state.select_part(part);
    page.frame();
    page.frame();
    for (int i = 0; i < frames; ++i) {
      text += static_cast<char>('a' + i % 26);
      kind.time([&] {
        state.set_field(key, text);
        page.frame();
      });
    }
  };
  type("commitments[120]", "title", "Promise", title);
  type("commitments[150]", "detail", long_text(7), text_of_20000);
  for (int i = 0; i < frames; ++i) {
    take.time([&] {
      state.select_part("commitments[" + std::to_string(i % 200) + "]");
      page.frame();
    });
  }
  page.let_it_save();
  for (int i = 0; i < frames / 10 + 1; ++i) {
    state.select_part("agreement");
    state.set_field("title", "Title " + std::to_string(i));
    page.frame();
    save.time([&] { page.let_it_save(); });
  }
  for (int i = 0; i < frames / 10 + 1; ++i) {
    undo.time([&] {
      state.undo();
      page.frame();
    });
  }
  // From another screen, as by the rail and as by the palette.
  const auto come = [&](Kind& kind, const std::function<void()>& go) {
    for (int i = 0; i < frames / 10 + 1; ++i) {
      state.go(app::Screen::home);
      page.frame();
      page.frame();
      go();
      for (int frame = 0; frame < 10; ++frame)
        kind.time([&] { page.frame(); });
    }
  };
  come(back, [&] { state.go(app::Screen::agreement); });
  come(jump, [&] { state.show_part("commitments[150]"); });
  std::printf("%-44s %8s %8s\n", "Milliseconds", "median", "worst");
  for (Kind* kind :
       {&opening, &still, &scroll, &title, &text_of_20000, &take, &save, &undo, &back, &jump})
    kind->print();
}

}  // namespace

int main(int argc, char** argv) {
  const int frames = argc > 1 ? std::atoi(argv[1]) : 300;
  if (argc > 2 || frames < 1) {
    std::fputs("Usage: leadpact_frames [FRAMES]\n", stderr);
    return 2;
  }
  const agreement::Agreement large = large_agreement();
  Kind opening("Opening it: the first ten frames");
  time_openings(large, frames / 10 + 1, opening);
  OpenPage page(large);
  for (int i = 0; i < 60; ++i)
    page.frame();
  if (page.state().agreement() == nullptr) return 1;
  std::printf("%zu commitments, %zu personas, %zu stages, %zu nodes on the screen.\n",
              page.state().agreement()->commitments.size(),
              page.state().agreement()->personas.size(), page.state().agreement()->stages.size(),
              ui::tree().size());
  measure(page, frames, opening);
  return page.patch_size() == 1 ? 1 : 0;
}
