// The border to what shows the page: a canvas with WebGL, mouse and touch.
// SDL2 stands behind it (platform_emscripten.cc); nothing outside this folder
// knows that. The keyboard does not come this way: it belongs to the mirror
// (web/bridge), because only real elements get input methods, clipboards and
// screen readers.
//
// Order: start once; then for every frame resize where the size has changed,
// begin_frame, ui's frame, present.
#ifndef LEADPACT_WEB_PLATFORM_PLATFORM_H_
#define LEADPACT_WEB_PLATFORM_PLATFORM_H_

#include <cstdint>

namespace leadpact::platform {

// After ui::start. False where the browser gives no WebGL.
bool start();
// `wake` is called whenever something happened that a frame should show.
void on_input(void (*wake)());
// The canvas in device pixels.
void resize(int width, int height);
// Hands what happened since the last frame to ImGui.
void begin_frame();
// Shows what ImGui has drawn, on this colour (0xAABBGGRR).
void present(std::uint32_t background);
// A turn of the wheel, in notches of a mouse; right and down are positive.
void wheel(float right, float down);
// The graphics card took its memory away, and gave it back.
void context_lost();
void context_restored();

}  // namespace leadpact::platform

#endif  // LEADPACT_WEB_PLATFORM_PLATFORM_H_
