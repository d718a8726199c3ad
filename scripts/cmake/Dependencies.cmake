# Other people's code. Nothing of it is in the tree: headers come from Debian packages,
# sources from the cache that scripts/lib/sources.sh fills. IMGUI_DIR, SDL2_DIR, CCTZ_DIR,
# QRCODEGEN_DIR and TZDATA_DIR take a checkout of one's own instead.

if(DEFINED ENV{LEADPACT_CACHE})
  set(LEADPACT_CACHE "$ENV{LEADPACT_CACHE}")
else()
  set(LEADPACT_CACHE "$ENV{HOME}/.cache/leadpact")
endif()

# leadpact_source(NAME VARIABLE PROBE): VARIABLE is the folder, checked by a file in it.
function(leadpact_source name variable probe)
  set(${variable} "" CACHE PATH "A checkout of ${name} of one's own; empty: the pinned one")
  string(TOUPPER "${name}" upper)
  file(STRINGS "${PROJECT_SOURCE_DIR}/scripts/versions.sh" line REGEX "^${upper}_VERSION=")
  string(REGEX REPLACE "^[^=]*=" "" version "${line}")
  set(dir "${${variable}}")
  if(NOT dir)
    set(dir "${LEADPACT_CACHE}/src/${name}-${version}")
  endif()
  if(NOT EXISTS "${dir}/${probe}")
    message(FATAL_ERROR
            "${name} ${version} is not in ${dir}. scripts/build.sh fetches it; "
            "or give a checkout of your own with -D${variable}=FOLDER.")
  endif()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
               "${PROJECT_SOURCE_DIR}/scripts/versions.sh")
  set(LEADPACT_${upper}_VERSION "${version}" PARENT_SCOPE)
  set(LEADPACT_${upper}_DIR "${dir}" PARENT_SCOPE)
endfunction()

# --- Header-only libraries -------------------------------------------------------------
add_library(leadpact_headers INTERFACE)
target_compile_definitions(
  leadpact_headers
  INTERFACE # Of numbers it words int and double only; what it has for others is left out.
            FMT_USE_FLOAT=0
            FMT_USE_LONG_DOUBLE=0
            # cereal and RapidJSON: the same parser natively and in wasm (architecture.md).
            RAPIDJSON_HAS_CXX11_NOEXCEPT=0)
if(EMSCRIPTEN)
  # emcc must never see /usr/include: it gets a folder of links to just these.
  set(_links "${PROJECT_BINARY_DIR}/headers")
  file(MAKE_DIRECTORY "${_links}")
  foreach(name cereal rapidjson fmt fast_float CLI)
    if(NOT EXISTS "/usr/include/${name}")
      message(FATAL_ERROR "The headers of ${name} are missing; scripts/build.sh installs them.")
    endif()
    file(CREATE_LINK "/usr/include/${name}" "${_links}/${name}" SYMBOLIC)
  endforeach()
  target_include_directories(leadpact_headers SYSTEM INTERFACE "${_links}")
endif()

# --- fmt --------------------------------------------------------------------------------
# Compiled from Debian's headers, once: the tool needs no shared library, wasm no build of its own,
# and not every file that words a number takes seconds (as it does where fmt is header-only).
add_library(fmt STATIC "${PROJECT_SOURCE_DIR}/scripts/cmake/fmt.cc")
target_link_libraries(fmt PUBLIC leadpact_headers)
leadpact_third_party(fmt)
if(EMSCRIPTEN)
  target_compile_options(fmt PRIVATE -Oz)
endif()

# --- cctz: zones ------------------------------------------------------------------------
leadpact_source(cctz CCTZ_DIR include/cctz/time_zone.h)
add_library(
  cctz STATIC
  "${LEADPACT_CCTZ_DIR}/src/civil_time_detail.cc"
  "${LEADPACT_CCTZ_DIR}/src/time_zone_fixed.cc"
  "${LEADPACT_CCTZ_DIR}/src/time_zone_format.cc"
  "${LEADPACT_CCTZ_DIR}/src/time_zone_if.cc"
  "${LEADPACT_CCTZ_DIR}/src/time_zone_impl.cc"
  "${LEADPACT_CCTZ_DIR}/src/time_zone_info.cc"
  "${LEADPACT_CCTZ_DIR}/src/time_zone_libc.cc"
  "${LEADPACT_CCTZ_DIR}/src/time_zone_lookup.cc"
  "${LEADPACT_CCTZ_DIR}/src/time_zone_posix.cc"
  "${LEADPACT_CCTZ_DIR}/src/zone_info_source.cc")
target_include_directories(cctz SYSTEM PUBLIC "${LEADPACT_CCTZ_DIR}/include")
leadpact_third_party(cctz)

# --- qrcodegen --------------------------------------------------------------------------
leadpact_source(qrcodegen QRCODEGEN_DIR cpp/qrcodegen.cpp)
add_library(qrcodegen STATIC "${LEADPACT_QRCODEGEN_DIR}/cpp/qrcodegen.cpp")
set(_qr_links "${PROJECT_BINARY_DIR}/headers-qrcodegen")
file(MAKE_DIRECTORY "${_qr_links}/qrcodegen")
file(CREATE_LINK "${LEADPACT_QRCODEGEN_DIR}/cpp/qrcodegen.hpp"
     "${_qr_links}/qrcodegen/qrcodegen.hpp" SYMBOLIC)
target_include_directories(qrcodegen SYSTEM PUBLIC "${_qr_links}")
leadpact_third_party(qrcodegen)

# --- Dear ImGui -------------------------------------------------------------------------
leadpact_source(imgui IMGUI_DIR imgui.h)
add_library(
  imgui STATIC EXCLUDE_FROM_ALL
  "${LEADPACT_IMGUI_DIR}/imgui.cpp" "${LEADPACT_IMGUI_DIR}/imgui_draw.cpp"
  "${LEADPACT_IMGUI_DIR}/imgui_tables.cpp" "${LEADPACT_IMGUI_DIR}/imgui_widgets.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${LEADPACT_IMGUI_DIR}")
leadpact_third_party(imgui)
target_compile_definitions(
  imgui
  PUBLIC # 285 KB of wasm less, and nobody debugs ImGui in the page.
         IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
         # Only the current names.
         IMGUI_DISABLE_OBSOLETE_FUNCTIONS
         # People write names and notes with any character there is.
         IMGUI_USE_WCHAR32)
if(EMSCRIPTEN)
  # The page has no file system.
  target_compile_definitions(imgui PUBLIC IMGUI_DISABLE_FILE_FUNCTIONS)
else()
  # Natively the tests drive the screens through ImGui's test hooks (tests/web/native).
  option(LEADPACT_IMGUI_TEST_HOOKS "Compile ImGui with its test-engine hooks" OFF)
  if(LEADPACT_IMGUI_TEST_HOOKS)
    target_compile_definitions(imgui PUBLIC IMGUI_ENABLE_TEST_ENGINE)
  endif()
endif()
