# How our own code and other people's code is compiled.

find_program(LEADPACT_CCACHE ccache)
if(LEADPACT_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER "${LEADPACT_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${LEADPACT_CCACHE}")
endif()

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

string(TOUPPER "${CMAKE_BUILD_TYPE}" _build_type)

# Flags that everything linked into one program must share.
add_library(leadpact_platform_flags INTERFACE)

if(LEADPACT_SANITIZE)
  # -O1 keeps what is tested fast, frame pointers keep the reports readable. As the flags of the
  # build type, so that the tests themselves can be compiled with -O0 after it.
  set(CMAKE_C_FLAGS_${_build_type} "-O1 -g1")
  set(CMAKE_CXX_FLAGS_${_build_type} "-O1 -g1")
  set(_sanitize -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    target_compile_options(
      leadpact_platform_flags
      INTERFACE "-fsanitize-ignorelist=${CMAKE_CURRENT_LIST_DIR}/sanitizer_ignore.txt")
  endif()
  target_compile_options(leadpact_platform_flags INTERFACE ${_sanitize})
  target_link_options(leadpact_platform_flags INTERFACE ${_sanitize})
  if(LEADPACT_FUZZ)
    target_compile_options(leadpact_platform_flags INTERFACE -fsanitize=fuzzer-no-link)
  endif()
endif()

if(EMSCRIPTEN)
  # -fwasm-exceptions: 22 KB less wasm and 10 KB less JavaScript than -fexceptions.
  # -msimd128: every browser we support has it; the CSV scanner and the clocks use it.
  target_compile_options(leadpact_platform_flags INTERFACE -fwasm-exceptions -msimd128)
  target_link_options(leadpact_platform_flags INTERFACE -fwasm-exceptions)
endif()

if(EMSCRIPTEN)
  # emcc's newer default stack of 64 KB is too little for the parsers; the setting has changed
  # its name on the way.
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
    set(LEADPACT_STACK_1MB -sTOTAL_STACK=1MB)
  else()
    set(LEADPACT_STACK_1MB -sSTACK_SIZE=1MB)
  endif()
endif()

set(LEADPACT_WARNINGS
    -Wall
    -Wextra
    -Wpedantic
    -Wshadow
    -Wconversion
    -Wsign-conversion
    -Wold-style-cast
    -Wnon-virtual-dtor
    -Woverloaded-virtual
    -Wformat=2
    -Wimplicit-fallthrough
    -Wzero-as-null-pointer-constant)
# -Wnull-dereference is left out: with gcc 12 at -O3 it reports the standard library's own code.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND LEADPACT_WARNINGS -Wduplicated-cond -Wlogical-op)
  # These follow values through inlined library code and are wrong there: the first three wherever a
  # text is put before a string (gcc bug 105651), so they are off; the others now and then: shown,
  # but never an error. clang, the sanitizers and clang-tidy look for the same faults.
  set(LEADPACT_WARNINGS_NOT_ERRORS
      -Wno-restrict
      -Wno-stringop-overflow
      -Wno-array-bounds
      -Wno-error=maybe-uninitialized
      -Wno-error=stringop-overread
      -Wno-error=free-nonheap-object)
else()
  list(APPEND LEADPACT_WARNINGS -Wextra-semi -Wreserved-identifier)
endif()

# A warning is an error only where it was tried: the next compiler's new warnings must not keep
# anybody from building.
set(LEADPACT_WERROR OFF)
if(LEADPACT_DEVELOPER_MODE)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    set(LEADPACT_WERROR ON)
  elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 16)
    set(LEADPACT_WERROR ON)
  endif()
endif()

# leadpact_own(TARGET): warnings, the repository as include root.
function(leadpact_own target)
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${target} PUBLIC leadpact_platform_flags)
  target_compile_options(${target} PRIVATE ${LEADPACT_WARNINGS})
  if(LEADPACT_WERROR)
    target_compile_options(${target} PRIVATE -Werror ${LEADPACT_WARNINGS_NOT_ERRORS})
  else()
    target_compile_options(${target} PRIVATE ${LEADPACT_WARNINGS_NOT_ERRORS})
  endif()
endfunction()

# leadpact_third_party(TARGET): no warnings, the same platform flags.
function(leadpact_third_party target)
  target_link_libraries(${target} PUBLIC leadpact_platform_flags)
  target_compile_options(${target} PRIVATE -w)
endfunction()

# leadpact_precompile(TARGET HEADER…): the library's headers that nearly every file reads, parsed
# once a target. None that brings <iomanip>: its std::quoted would come up beside our own.
function(leadpact_precompile target)
  target_precompile_headers(
    ${target} PRIVATE <algorithm> <functional> <map> <memory> <optional> <string> <string_view>
    <utility> <vector> ${ARGN})
endfunction()
