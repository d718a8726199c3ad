# SDL2 for the page, compiled straight from its sources with its own SDL_config_emscripten.h.
# (Its own CMake probes for 135 s; this takes about 15.) The library is kept in the cache, so a
# clean build does not compile it again.

leadpact_source(sdl2 SDL2_DIR include/SDL.h)

# Only windows, events, keyboard, mouse and touch are used: the rest falls back to SDL's dummies
# where its configuration lets it. Lean: without what paints surfaces, of which there are none.
set(_sdl_flags
    -Oz
    -w
    "SHELL:-include \"${CMAKE_CURRENT_LIST_DIR}/emscripten_compat.h\""
    -DSDL_AUDIO_DISABLED=1
    -DSDL_SENSOR_DISABLED=1
    -DSDL_RENDER_DISABLED=1
    -DSDL_LEAN_AND_MEAN=1)

file(READ "${CMAKE_CURRENT_LIST_FILE}" _this_file)
string(SHA256 _key
       "${EMSCRIPTEN_VERSION}|${CMAKE_C_COMPILER_VERSION}|${LEADPACT_SDL2_DIR}|${_this_file}")
string(SUBSTRING "${_key}" 0 12 _key)
set(_kept "${LEADPACT_CACHE}/built/sdl2-${LEADPACT_SDL2_VERSION}-${_key}/libSDL2.a")

if(EXISTS "${_kept}" AND NOT SDL2_DIR)
  add_library(sdl2 STATIC IMPORTED GLOBAL)
  set_target_properties(sdl2 PROPERTIES IMPORTED_LOCATION "${_kept}")
  target_include_directories(sdl2 SYSTEM INTERFACE "${LEADPACT_SDL2_DIR}/include")
else()
  set(_sdl_sources "")
  foreach(part
      "" atomic/ audio/ audio/dummy/ cpuinfo/ dynapi/ events/ file/ filesystem/emscripten/
      haptic/ haptic/dummy/ joystick/ joystick/emscripten/ libm/ loadso/dlopen/ locale/
      locale/emscripten/ misc/ misc/emscripten/ power/ power/emscripten/ render/ render/software/
      sensor/ sensor/dummy/ stdlib/ thread/ thread/generic/ timer/ timer/unix/ video/
      video/emscripten/ video/yuv2rgb/)
    file(GLOB files "${LEADPACT_SDL2_DIR}/src/${part}*.c")
    list(APPEND _sdl_sources ${files})
  endforeach()
  add_library(sdl2 STATIC ${_sdl_sources})
  target_include_directories(sdl2 SYSTEM PUBLIC "${LEADPACT_SDL2_DIR}/include")
  target_compile_options(sdl2 PRIVATE ${_sdl_flags})
  if(NOT SDL2_DIR)
    # Copied beside and renamed, so that the cache never holds half a library.
    get_filename_component(_kept_dir "${_kept}" DIRECTORY)
    add_custom_command(
      TARGET sdl2 POST_BUILD
      COMMAND "${CMAKE_COMMAND}" -E make_directory "${_kept_dir}"
      COMMAND "${CMAKE_COMMAND}" -E copy "$<TARGET_FILE:sdl2>" "${_kept}.new"
      COMMAND "${CMAKE_COMMAND}" -E rename "${_kept}.new" "${_kept}"
      COMMENT "Keeping SDL2 in the cache"
      VERBATIM)
  endif()
endif()
