/* Included before SDL2's and ImGui's own files: what they take for granted of emcc and 3.1.6
   does not have. There the functions named by EM_JS_DEPS are always in the glue. */
#include <emscripten/em_macros.h>
#include <emscripten/em_js.h>

#ifndef EM_JS_DEPS
#define EM_JS_DEPS(tag, deps) extern int leadpact_em_js_deps_##tag
#endif
