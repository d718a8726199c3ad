// The life of the context, and the beginning and end of a frame.
#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "embedded/fonts.h"
#include "embedded/tokens.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/detail.h"
#include "web/ui/glyphs.h"
#include "web/ui/lines.h"

namespace leadpact::ui {

using namespace detail;

namespace detail {

void add_run_font();  // runs.cc
void end_popups();    // select.cc
void end_announcements();

namespace {

std::unique_ptr<State> the_state;

template <typename Files>
std::string_view find(const Files& files, std::string_view name) {
  for (const auto& file : files) {
    if (file.name == name) return file.bytes;
  }
  return {};
}

ImFont* add_font(std::string_view name, bool with_runs) {
  const std::string_view bytes = find(embedded::fonts(), name);
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  if (bytes.empty()) return atlas->AddFontDefault();
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.OversampleH = 2;
  config.OversampleV = 1;
  config.PixelSnapV = true;
  // The atlas copies the bytes and never writes to what it is given.
  void* data = const_cast<char*>(bytes.data());  // NOLINT
  ImFont* font = atlas->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), 0, &config);
  if (with_runs) add_run_font();
  return font;
}

ImVec4 vec(Color color) {
  return ImGui::ColorConvertU32ToFloat4(color);
}

void apply_style() {
  State& s = state();
  const Theme& t = s.now;
  ImGuiStyle style;
  style.WindowPadding = ImVec2(0, 0);
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.WindowMinSize = ImVec2(1, 1);
  style.ScrollbarSize = s.input.width < metric::kNarrow ? 6 : 12;
  style.ScrollbarRounding = 6;
  style.GrabMinSize = 14;
  style.FontSizeBase = 20;  // a notch of the wheel scrolls five times this
  style.CircleTessellationMaxError = 0.1f;
  style.ScaleAllSizes(s.input.scale);
  style.FontSizeBase *= s.input.scale;
  style.Colors[ImGuiCol_WindowBg] = vec(t.canvas);
  style.Colors[ImGuiCol_ChildBg] = vec(t.surface);
  style.Colors[ImGuiCol_PopupBg] = vec(t.surface);
  style.Colors[ImGuiCol_Text] = vec(t.text);
  style.Colors[ImGuiCol_Border] = vec(t.border);
  style.Colors[ImGuiCol_ScrollbarBg] = ImVec4(0, 0, 0, 0);
  style.Colors[ImGuiCol_ScrollbarGrab] = vec(mix(t.canvas, t.edge, 0.45f));
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = vec(t.edge);
  style.Colors[ImGuiCol_ScrollbarGrabActive] = vec(t.text_3);
  ImGui::GetStyle() = style;
}

void choose_colors() {
  State& s = state();
  bool dark = s.input.dark;
  if (s.choice == ThemeChoice::light) dark = false;
  if (s.choice == ThemeChoice::dark) dark = true;
  s.now = dark ? s.dark : s.light;
  s.now.dark = dark;
  if (s.input.more_contrast) {
    s.now.text_3 = s.now.text_2;
    s.now.border = s.now.edge;
  }
}

void purge(std::unordered_map<Key, Memory>& map, std::uint32_t now) {
  std::erase_if(map, [now](const auto& entry) { return now - entry.second.seen > 600; });
}

void accept_textures() {
  // Without a renderer nobody makes textures: say they are made.
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate ||
        texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

void take_focus_actions() {
  State& s = state();
  for (std::size_t i = 0; i < s.actions.size(); ++i) {
    const Action& action = s.actions[i];
    if (action.kind == ActionKind::focus) {
      s.taken[i] = true;
      give_focus(action.id, action.value != "pointer");
    } else if (action.kind == ActionKind::blur) {
      s.taken[i] = true;
      if (s.focused == action.id) give_focus(0, s.ring);
    }
  }
}

}  // namespace

State& state() {
  return *the_state;
}

}  // namespace detail

void start() {
  the_state = std::make_unique<State>();
  State& s = state();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags = ImGuiConfigFlags_None;  // keyboard navigation is the DOM's
  // Only a debug build stops there; the page, built with NDEBUG, recovers.
  io.ConfigErrorRecoveryEnableAssert = true;
  io.ConfigErrorRecoveryEnableTooltip = false;
  io.ConfigErrorRecoveryEnableDebugLog = false;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  s.fonts[0] = add_font("roboto-regular.ttf", true);
  s.fonts[1] = add_font("roboto-medium.ttf", true);
  s.fonts[2] = add_font("roboto-bold.ttf", true);
  s.icons = add_font("icons.ttf", false);
  parse_theme(find(embedded::tokens(), "theme_light.json"), s.light);
  parse_theme(find(embedded::tokens(), "theme_dark.json"), s.dark);
  s.now = s.light;
}

void stop() {
  if (the_state == nullptr) return;
  drop_all_lines();
  ImGui::DestroyContext();
  the_state.reset();
}

bool narrow() {
  return state().input.width < metric::kNarrow;
}
bool wide() {
  return state().input.width >= metric::kWide;
}
bool compact() {
  return state().input.width < metric::kCompact;
}

void begin_frame(const FrameInput& input, std::vector<Action> actions) {
  State& s = state();
  s.input = input;
  s.input.scale = input.scale > 0 ? input.scale : 1;
  s.input.width = std::max(input.width, 1.0f);
  s.input.height = std::max(input.height, 1.0f);
  const double passed = s.frame == 0 ? 0 : input.time - s.time;
  s.time = input.time;
  // After a rest the first step is a short one, so that motion starts slowly.
  s.step = std::clamp(passed, 0.0, 1.0 / 30);
  ++s.frame;
  s.repeated = std::exchange(s.unsettled, false);
  s.scrolled_to = 0;
  s.picture_room = 0;
  s.moving = false;
  s.wake = -1;
  if (!actions.empty()) {
    s.actions = std::move(actions);
    s.taken.assign(s.actions.size(), false);
  } else {
    s.actions.clear();
    s.taken.clear();
  }
  s.tree.clear();
  s.open.clear();
  s.used_ids.clear();
  s.scope.clear();
  s.boxes.clear();
  s.tables.clear();
  s.rings.clear();
  s.hint.clear();
  s.bar_height = s.rail_width = s.rail_height = s.side_width = 0;
  s.in_bar = false;
  if (s.frame % 600 == 0) {
    purge(s.memory, s.frame);
    purge(s.motion, s.frame);
  }
  forget_many_runs();
  drop_old_lines();
  take_focus_actions();
  choose_colors();
  apply_style();

  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(std::floor(s.input.width * s.input.scale + 0.5f),
                          std::floor(s.input.height * s.input.scale + 0.5f));
  io.DisplayFramebufferScale = ImVec2(1, 1);
  io.DeltaTime = std::max(static_cast<float>(s.step), 1e-4f);
  io.MouseDragThreshold = 6 * s.input.scale;
  ImGui::NewFrame();
  if (ImGui::IsMouseClicked(0) && ImGui::GetIO().WantCaptureMouse) s.ring = false;

  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("##root", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoInputs |
                   ImGuiWindowFlags_NoBackground);
  const Rect page{0, 0, s.input.width, s.input.height};
  open_node(Role::group, 0, "", page);
  Box root;
  root.right = s.input.width;
  push_box(root);
}

void end_frame() {
  end_popups();
  end_announcements();
  draw_rings();
  State& s = state();
  if (!s.unsettled && s.scroll_to == s.scrolled_to) s.scroll_to = 0;
  // Pressing where nothing is takes the keyboard away from where it was.
  if (ImGui::IsMouseClicked(0) && ImGui::GetCurrentContext()->ActiveId == 0) give_focus(0, false);
  if (!ImGui::IsMouseDown(0)) state().dragging = 0;
  ImGui::End();
  ImGui::Render();
  if (ImGui::GetIO().BackendRendererUserData == nullptr) accept_textures();
}

namespace detail {

void end_announcements() {
  State& s = state();
  if (s.announcement.empty()) return;
  const double left = s.announced_at + 3 - s.time;
  if (left <= 0) {
    s.announcement.clear();
    return;
  }
  s.wake = s.wake < 0 ? left : std::min(s.wake, left);
  const std::int32_t index =
      add_node(Role::status, hash("announcement", 7), s.announcement, {0, 0, 1, 1});
  node(index).live = true;
}

}  // namespace detail
}  // namespace leadpact::ui
