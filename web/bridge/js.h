// What the page asks of the browser. Each is a short forward in library.js to
// the object in the *_pre.js files. Text and bytes are pointer and size.
#ifndef LEADPACT_WEB_BRIDGE_JS_H_
#define LEADPACT_WEB_BRIDGE_JS_H_

#include <cstdint>

extern "C" {

// Listens to the page; from now on the entries of page.cc are called.
void leadpact_js_start();
void leadpact_js_wake();
// No WebGL: a plain page says what to do.
void leadpact_js_no_graphics();

// ---- Files ----
void leadpact_js_choose_files();
void leadpact_js_download(const char* name, int name_size, const char* bytes, int size);
void leadpact_js_print(const char* name, int name_size, const char* bytes, int size);
// Text for the clipboard; `said` once it is there.
void leadpact_js_copy(const char* said, int said_size, const char* text, int size);
// What the canvas shows there, in CSS pixels, as a PNG. To be called in the
// frame that drew it.
void leadpact_js_picture(const char* name, int name_size, float x, float y, float width,
                         float height);

// ---- Storage; the answer comes to leadpact_answer with the ticket ----
void leadpact_js_list_heads(std::uint32_t ticket);
void leadpact_js_load(std::uint32_t ticket, const char* id, int id_size, std::uint32_t revision);
// `head` is the JSON of the new head.
void leadpact_js_save(std::uint32_t ticket, std::uint32_t base, const char* head, int head_size,
                      const char* bytes, int size);
void leadpact_js_quarantine(std::uint32_t ticket, const char* id, int id_size,
                            std::uint32_t revision, const char* bytes, int size);
// Without a name the page's own. `base`: what must be stored now; null: whatever.
void leadpact_js_load_settings(std::uint32_t ticket, const char* name, int name_size);
void leadpact_js_save_settings(std::uint32_t ticket, const char* name, int name_size,
                               const char* bytes, int size, const char* base, int base_size);
void leadpact_js_load_data(std::uint32_t ticket, const char* id, int id_size);
// Null bytes: that data is kept, without a file. They are read until the answer.
void leadpact_js_save_data(std::uint32_t ticket, const char* id, int id_size, const char* name,
                           int name_size, const char* bytes, int size, double now,
                           std::uint32_t base);
void leadpact_js_forget_data(std::uint32_t ticket, const char* id, int id_size,
                             std::uint32_t number, std::uint32_t base);

// ---- Letters our fonts lack (glyphs.h) ----
struct LeadpactPicture {
  std::int32_t width, height, left, top;
  float advance;
  std::int32_t colored;
};
// Draws into a canvas and says how large it is; 0 when it cannot.
int leadpact_js_draw_run(const char* text, int size, int weight, float em,
                         LeadpactPicture* picture);
// Copies what was drawn last, RGBA.
void leadpact_js_copy_run(std::uint8_t* pixels, int size);

}  // extern "C"

#endif  // LEADPACT_WEB_BRIDGE_JS_H_
