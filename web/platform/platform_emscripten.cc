#include <SDL.h>
#include <SDL_opengles2.h>

#include <cfloat>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "imgui_impl_sdl2.h"
#include "web/platform/platform.h"

namespace leadpact::platform {
namespace {

SDL_Window* window = nullptr;
SDL_GLContext context = nullptr;
bool lost = false;
bool finger_left = false;
void (*wake_page)() = nullptr;

int watch(void*, SDL_Event* event) {
  // SDL marks the end of every poll by an event: waking for it would never end.
  const bool input = event->type < SDL_POLLSENTINEL;
  if (wake_page != nullptr && input) wake_page();
  return 1;
}

}  // namespace

bool start() {
  // Keys go to the mirror's elements. Bound to the canvas, which never has the
  // focus, SDL sees none and takes none from the browser or a page around us.
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
  // The wheel comes through platform::wheel, which takes it only where
  // something scrolls.
  SDL_EventState(SDL_MOUSEWHEEL, SDL_IGNORE);
  SDL_EventState(SDL_TEXTINPUT, SDL_IGNORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 2);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
  window = SDL_CreateWindow("Leadpact", 0, 0, 320, 240, SDL_WINDOW_OPENGL);
  if (window == nullptr) return false;
  context = SDL_GL_CreateContext(window);
  if (context == nullptr) return false;
  if (!ImGui_ImplSDL2_InitForOpenGL(window, context)) return false;
  if (!ImGui_ImplOpenGL3_Init("#version 100")) return false;
  SDL_AddEventWatch(watch, nullptr);
  return true;
}

void on_input(void (*wake)()) {
  wake_page = wake;
}

void resize(int width, int height) {
  int w = 0, h = 0;
  SDL_GetWindowSize(window, &w, &h);
  if (w != width || h != height) SDL_SetWindowSize(window, width, height);
}

void begin_frame() {
  ImGuiIO& io = ImGui::GetIO();
  if (finger_left) {
    // A finger that was lifted hovers over nothing.
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    finger_left = false;
  }
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) {
    ImGui_ImplSDL2_ProcessEvent(&event);
    if (event.type == SDL_MOUSEBUTTONUP && event.button.which == SDL_TOUCH_MOUSEID) {
      finger_left = true;
    }
  }
  if (!lost) ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplSDL2_NewFrame();
}

void present(std::uint32_t background) {
  if (lost) return;
  ImDrawData* data = ImGui::GetDrawData();
  const auto part = [&](int shift) {
    return static_cast<float>((background >> shift) & 0xFF) / 255.0f;
  };
  glViewport(0, 0, static_cast<int>(data->DisplaySize.x), static_cast<int>(data->DisplaySize.y));
  glClearColor(part(0), part(8), part(16), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(data);
}

void wheel(float right, float down) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
  io.AddMouseWheelEvent(-right, -down);
}

void context_lost() {
  lost = true;
  // Its objects are gone already; ImGui has to forget their names.
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
}

void context_restored() {
  lost = false;
}

}  // namespace leadpact::platform
