// Every entry the browser's side calls. Text and bytes come through an inbox:
// the caller asks for room with leadpact_put, fills it, and then calls the
// entry that takes what lies there, in order. Answers are a Response.
#include "web/bridge/page.h"

#include <emscripten.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "embedded/fonts.h"
#include "web/app/app.h"
#include "web/bridge/heads.h"
#include "web/bridge/js.h"
#include "web/platform/platform.h"
#include "web/screens/screens.h"
#include "web/ui/glyphs.h"
#include "web/ui/patch.h"
#include "web/ui/ui.h"

namespace leadpact::bridge {
namespace {

// Status, pointer, size: what every answer to the browser is.
struct Response {
  double status = 0;  // of a frame: 1 while something moves
  double pointer = 0;
  double size = 0;
  double next = 0;  // milliseconds until it wants to be called again, 0 for never
};

struct Page {
  app::App app;
  ui::FrameInput input;
  std::vector<ui::Action> actions;
  std::vector<std::string> inbox;
  std::map<int, std::vector<app::GivenFile>> arriving;  // by their group
  ui::Patcher patcher;
  std::string patch;
  std::string notice;  // what the page itself has to say, as a toast
  double notice_until = 0;
  std::int64_t tick_at = 0;
  Response response;
};
std::unique_ptr<Page> page;

// An exception must end here: past an entry it would end the whole page.
template <typename Work>
void guarded(Work work) {
  try {
    work();
  } catch (const std::bad_alloc&) {
    page->notice = "There is not enough memory for this. Close other tabs, or use a smaller file.";
    page->notice_until = 0;
    leadpact_js_wake();
  } catch (const std::exception& error) {
    page->notice = std::string("Something went wrong: ") + error.what();
    page->notice_until = 0;
    leadpact_js_wake();
  }
}

std::string take(std::size_t index) {
  return index < page->inbox.size() ? std::move(page->inbox[index]) : std::string();
}

int size_of(const std::string& text) {
  return static_cast<int>(text.size());
}

void carry_out(const app::Request& r) {
  const std::string& bytes = r.bytes;
  const char* file = r.file ? r.file->data() : nullptr;
  const int file_size = r.file ? size_of(*r.file) : 0;
  switch (r.kind) {
    case app::RequestKind::list_heads:
      leadpact_js_list_heads(r.ticket);
      break;
    case app::RequestKind::load:
      leadpact_js_load(r.ticket, r.name.data(), size_of(r.name), r.revision);
      break;
    case app::RequestKind::save: {
      const std::string head = head_json(r.head);
      leadpact_js_save(r.ticket, r.revision, head.data(), size_of(head), bytes.data(),
                       size_of(bytes));
      break;
    }
    case app::RequestKind::quarantine:
      leadpact_js_quarantine(r.ticket, r.name.data(), size_of(r.name), r.revision, bytes.data(),
                             size_of(bytes));
      break;
    case app::RequestKind::load_settings:
      leadpact_js_load_settings(r.ticket, r.name.data(), size_of(r.name));
      break;
    case app::RequestKind::save_settings:
      leadpact_js_save_settings(r.ticket, r.name.data(), size_of(r.name), bytes.data(),
                                size_of(bytes), file, file_size);
      break;
    case app::RequestKind::load_data:
      leadpact_js_load_data(r.ticket, r.name.data(), size_of(r.name));
      break;
    case app::RequestKind::save_data:
      leadpact_js_save_data(r.ticket, r.name.data(), size_of(r.name), bytes.data(), size_of(bytes),
                            file, file_size, static_cast<double>(r.head.saved_at), r.head.revision);
      break;
    case app::RequestKind::forget_data:
      leadpact_js_forget_data(r.ticket, r.name.data(), size_of(r.name), r.revision,
                              r.head.revision);
      break;
    case app::RequestKind::choose_files:
      leadpact_js_choose_files();
      break;
    case app::RequestKind::download:
      leadpact_js_download(r.name.data(), size_of(r.name), bytes.data(), size_of(bytes));
      break;
    case app::RequestKind::print:
      leadpact_js_print(r.name.data(), size_of(r.name), bytes.data(), size_of(bytes));
      break;
    case app::RequestKind::copy:
      leadpact_js_copy(r.name.data(), size_of(r.name), bytes.data(), size_of(bytes));
      break;
    case app::RequestKind::picture:
      leadpact_js_picture(r.name.data(), size_of(r.name), r.area.x, r.area.y, r.area.width,
                          r.area.height);
      break;
  }
}

void carry_out_requests() {
  for (const app::Request& request : page->app.take_requests())
    carry_out(request);
}

ui::ThemeChoice choice_of(app::Theme theme) {
  switch (theme) {
    case app::Theme::light:
      return ui::ThemeChoice::light;
    case app::Theme::dark:
      return ui::ThemeChoice::dark;
    case app::Theme::automatic:
      break;
  }
  return ui::ThemeChoice::automatic;
}

void say_notice(double seconds) {
  if (page->notice.empty()) return;
  if (page->notice_until == 0) page->notice_until = seconds + 8;
  if (seconds > page->notice_until || ui::toast(page->notice, "Close")) page->notice.clear();
}

void draw(double seconds) {
  page->input.time = seconds;
  ui::choose_theme(choice_of(page->app.theme()));
  platform::begin_frame();
  // Again until everything has found its place: only the last is shown.
  constexpr int kMost = 6;
  for (int i = 0; i < kMost; ++i) {
    ui::begin_frame(page->input, std::exchange(page->actions, {}));
    screens::draw(page->app);
    say_notice(seconds);
    ui::end_frame();
    if (ui::settled()) break;
  }
  platform::present(ui::theme().canvas);
}

// A picture of what is taller than the page, taken from a canvas that is tall enough for a moment.
void draw_tall_picture(double seconds) {
  if (ui::picture_room() <= 0) return;
  constexpr float kTallest = 4096;       // of which 65,536 corners are enough for all letters
  constexpr float kTallestDrawn = 8192;  // device pixels that graphics can draw
  const ui::FrameInput usual = page->input;
  const auto resize = [] {
    const ui::FrameInput& input = page->input;
    platform::resize(static_cast<int>(std::lround(input.width * input.scale)),
                     static_cast<int>(std::lround(input.height * input.scale)));
  };
  page->input.tall = true;
  page->input.height = std::max(usual.height, std::min({usual.height + ui::picture_room(), kTallest,
                                                        kTallestDrawn / usual.scale}));
  resize();
  draw(seconds);
  carry_out_requests();
  page->input = usual;
  resize();
  draw(seconds);
}

bool draw_run(std::string_view run, ui::Weight weight, float em, ui::RunPicture& picture) {
  LeadpactPicture drawn{};
  if (leadpact_js_draw_run(run.data(), static_cast<int>(run.size()), static_cast<int>(weight), em,
                           &drawn) == 0) {
    return false;
  }
  picture.width = drawn.width;
  picture.height = drawn.height;
  picture.left = drawn.left;
  picture.top = drawn.top;
  picture.advance = drawn.advance;
  picture.colored = drawn.colored != 0;
  picture.pixels.resize(static_cast<std::size_t>(drawn.width) *
                        static_cast<std::size_t>(drawn.height) * 4);
  leadpact_js_copy_run(picture.pixels.data(), static_cast<int>(picture.pixels.size()));
  return true;
}

}  // namespace

void start_page() {
  page = std::make_unique<Page>();
  ui::start();
  ui::set_run_source(draw_run);
  if (!platform::start()) {
    leadpact_js_no_graphics();
    return;
  }
  platform::on_input(leadpact_js_wake);
  leadpact_js_start();
}

}  // namespace leadpact::bridge

using leadpact::bridge::page;
namespace bridge = leadpact::bridge;
namespace ui = leadpact::ui;
namespace app = leadpact::app;

extern "C" {

EMSCRIPTEN_KEEPALIVE void leadpact_begin(std::uint32_t random_high, std::uint32_t random_low) {
  bridge::guarded([&] {
    page->app.start((static_cast<std::uint64_t>(random_high) << 32) | random_low);
    bridge::carry_out_requests();
  });
}

// Room for the next piece of the inbox, or null where there is none.
EMSCRIPTEN_KEEPALIVE char* leadpact_put(double size) {
  try {
    page->inbox.emplace_back();
    page->inbox.back().resize(static_cast<std::size_t>(size));
    return page->inbox.back().data();
  } catch (...) {
    if (!page->inbox.empty()) page->inbox.pop_back();
    return nullptr;
  }
}

EMSCRIPTEN_KEEPALIVE void leadpact_clear_inbox() {
  page->inbox.clear();
  page->inbox.shrink_to_fit();
}

EMSCRIPTEN_KEEPALIVE void leadpact_view(double width, double height, int device_width,
                                        int device_height, int dark, int reduced_motion,
                                        int more_contrast) {
  ui::FrameInput& input = page->input;
  input.width = static_cast<float>(width);
  input.height = static_cast<float>(height);
  input.scale = width > 0 ? static_cast<float>(device_width / width) : 1;
  input.dark = dark != 0;
  input.reduced_motion = reduced_motion != 0;
  input.more_contrast = more_contrast != 0;
  leadpact::platform::resize(device_width, device_height);
}

// A frame. The response holds the patch of the mirror (patch.h).
EMSCRIPTEN_KEEPALIVE const bridge::Response* leadpact_frame(double seconds, double now,
                                                            int utc_offset) {
  bridge::Response& response = page->response;
  response = {};
  bridge::guarded([&] {
    page->app.tick(static_cast<std::int64_t>(now), utc_offset);
    bridge::draw(seconds);
    bridge::carry_out_requests();
    bridge::draw_tall_picture(seconds);
    // Asked again: what was done in this frame may have to be saved soon.
    page->tick_at = page->app.tick(static_cast<std::int64_t>(now), utc_offset);
    bridge::carry_out_requests();
  });
  page->patch = page->patcher.patch(ui::tree(), ui::focused());
  response.status = ui::animating() ? 1 : 0;
  response.pointer = static_cast<double>(reinterpret_cast<std::uintptr_t>(page->patch.data()));
  response.size = static_cast<double>(page->patch.size());
  if (page->tick_at > 0) {
    response.next = std::max(1.0, static_cast<double>(page->tick_at) - now);
  }
  if (ui::wake_in() >= 0) {
    const double wake = ui::wake_in() * 1000 + 20;
    response.next = response.next > 0 ? std::min(response.next, wake) : wake;
  }
  return &response;
}

// Between frames, so that work and saving go on in a hidden tab too.
// Milliseconds until it wants to be called again, 1 in the middle of work, 0 for
// never.
EMSCRIPTEN_KEEPALIVE double leadpact_tick(double now, int utc_offset) {
  bridge::guarded([] { page->app.work(); });
  // Saving goes on whatever becomes of the work.
  bridge::guarded([&] {
    page->tick_at = page->app.tick(static_cast<std::int64_t>(now), utc_offset);
    bridge::carry_out_requests();
  });
  return page->tick_at > 0 ? std::max(1.0, static_cast<double>(page->tick_at) - now) : 0;
}

EMSCRIPTEN_KEEPALIVE void leadpact_hidden() {
  bridge::guarded([] {
    page->app.hidden();
    bridge::carry_out_requests();
  });
}

// Inbox: the value.
EMSCRIPTEN_KEEPALIVE void leadpact_action(std::uint32_t id, int kind) {
  bridge::guarded([&] {
    page->actions.push_back({id, static_cast<ui::ActionKind>(kind), bridge::take(0)});
    page->inbox.clear();
  });
}

// 1 where something scrolls that way, and so takes the wheel.
EMSCRIPTEN_KEEPALIVE int leadpact_wheel(float right, float down) {
  if (!ui::can_scroll(right, down)) return 0;
  leadpact::platform::wheel(right, down);
  return 1;
}

// A file of a group begins to arrive. Inbox: its name. 0 where there is no room.
EMSCRIPTEN_KEEPALIVE int leadpact_file_begin(int group, double size) {
  try {
    app::GivenFile file;
    file.name = bridge::take(0);
    page->inbox.clear();
    file.bytes.reserve(static_cast<std::size_t>(size));
    page->arriving[group].push_back(std::move(file));
    return 1;
  } catch (...) {
    return 0;
  }
}

// Room for its next bytes, or null where there is none.
EMSCRIPTEN_KEEPALIVE char* leadpact_file_room(int group, double size) {
  try {
    std::string& bytes = page->arriving[group].back().bytes;
    const std::size_t before = bytes.size();
    bytes.resize(before + static_cast<std::size_t>(size));
    return bytes.data() + before;
  } catch (...) {
    return nullptr;
  }
}

EMSCRIPTEN_KEEPALIVE void leadpact_file_dropped(int group) {
  page->arriving[group].pop_back();
}

EMSCRIPTEN_KEEPALIVE void leadpact_files_given(int group) {
  bridge::guarded([group] {
    std::vector<app::GivenFile> files = std::move(page->arriving[group]);
    page->arriving.erase(group);
    if (files.empty()) return;
    page->app.files_given(std::move(files));
    bridge::carry_out_requests();
  });
}

EMSCRIPTEN_KEEPALIVE void leadpact_hovering(int over) {
  page->app.files_hovering(over != 0);
}

// Pressed outside of a field: 0 undo, 1 redo; anywhere: 2 the palette.
EMSCRIPTEN_KEEPALIVE void leadpact_shortcut(int command) {
  bridge::guarded([&] {
    if (command == 0) page->app.undo();
    if (command == 1) page->app.redo();
    if (command == 2) page->app.open_palette();
    bridge::carry_out_requests();
  });
}

// Inbox: a sentence.
EMSCRIPTEN_KEEPALIVE void leadpact_say() {
  page->notice = bridge::take(0);
  page->notice_until = 0;
  page->inbox.clear();
}

// Inbox: message, bytes, packed heads.
EMSCRIPTEN_KEEPALIVE void leadpact_answer(std::uint32_t ticket, int code) {
  bridge::guarded([&] {
    app::Answer answer;
    answer.ticket = ticket;
    answer.code = static_cast<app::AnswerCode>(code);
    answer.message = bridge::take(0);
    answer.bytes = bridge::take(1);
    const std::string heads = bridge::take(2);
    leadpact_clear_inbox();
    answer.heads = bridge::unpack_heads(heads);
    // Files that were kept arrived as a group of their own.
    const auto files = page->arriving.find(-static_cast<int>(ticket));
    if (files != page->arriving.end()) {
      answer.files = std::move(files->second);
      page->arriving.erase(files);
    }
    page->app.store_answered(std::move(answer));
    bridge::carry_out_requests();
  });
}

EMSCRIPTEN_KEEPALIVE void leadpact_context(int lost) {
  if (lost != 0)
    leadpact::platform::context_lost();
  else
    leadpact::platform::context_restored();
}

// The bytes of a font, for text that the browser shows (fields being edited).
EMSCRIPTEN_KEEPALIVE const bridge::Response* leadpact_font() {
  bridge::Response& response = page->response;
  response = {};
  for (const auto& file : leadpact::embedded::fonts()) {
    if (file.name != "roboto-regular.ttf") continue;
    response.pointer = static_cast<double>(reinterpret_cast<std::uintptr_t>(file.bytes.data()));
    response.size = static_cast<double>(file.bytes.size());
  }
  return &response;
}

// The colour of a role of the theme, 0xAABBGGRR, for the field being edited:
// 0 its ground, 1 its text, 2 its border.
EMSCRIPTEN_KEEPALIVE std::uint32_t leadpact_color(int role) {
  const ui::Theme& theme = ui::theme();
  if (role == 0) return theme.dark ? theme.sunken : theme.surface;
  return role == 1 ? theme.text : theme.accent;
}

}  // extern "C"
