# Tests and fuzzers by glob, and the programs that compare and time builds.

set(_tests "${PROJECT_SOURCE_DIR}/tests")
file(GLOB_RECURSE _core_tests CONFIGURE_DEPENDS "${_tests}/core/*_test.cc")
file(GLOB_RECURSE _web_tests CONFIGURE_DEPENDS "${_tests}/web/native/*_test.cc")
file(GLOB _fuzzers CONFIGURE_DEPENDS "${_tests}/fuzz/fuzz_*.cc")
# Helpers that tests share: any other *.cc beside them.
file(GLOB_RECURSE _core_test_helpers CONFIGURE_DEPENDS "${_tests}/core/*.cc")
list(FILTER _core_test_helpers EXCLUDE REGEX "_test\\.cc$")
file(GLOB_RECURSE _web_test_helpers CONFIGURE_DEPENDS "${_tests}/web/native/*.cc")
list(FILTER _web_test_helpers EXCLUDE REGEX "_test\\.cc$")

# Where tests find their files. The published cases lie in tests/conformance; where the
# project's shared folder is beside the repository, its copy is tested too.
get_filename_component(_shared "${PROJECT_SOURCE_DIR}/../shared" ABSOLUTE)
set(_shared_conformance "")
if(IS_DIRECTORY "${_shared}/conformance")
  set(_shared_conformance "${_shared}/conformance")
else()
  set(_shared "")
endif()
add_library(leadpact_test_paths INTERFACE)
target_compile_definitions(
  leadpact_test_paths
  INTERFACE LEADPACT_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
            LEADPACT_BUILD_DIR="${PROJECT_BINARY_DIR}"
            LEADPACT_CONFORMANCE_DIR="${_tests}/conformance"
            LEADPACT_SHARED_DIR="${_shared}"
            LEADPACT_SHARED_CONFORMANCE_DIR="${_shared_conformance}")

# --- GoogleTest -------------------------------------------------------------------------
# Debian's libraries natively; with emcc compiled from Debian's sources.
set(LEADPACT_GTEST_SOURCE /usr/src/googletest CACHE PATH "GoogleTest's sources")
if(EMSCRIPTEN AND LEADPACT_WASM_TESTS)
  add_library(
    leadpact_gtest STATIC "${LEADPACT_GTEST_SOURCE}/googletest/src/gtest-all.cc"
                          "${LEADPACT_GTEST_SOURCE}/googlemock/src/gmock-all.cc"
                          "${LEADPACT_GTEST_SOURCE}/googlemock/src/gmock_main.cc")
  target_include_directories(
    leadpact_gtest SYSTEM PUBLIC "${LEADPACT_GTEST_SOURCE}/googletest/include"
                                 "${LEADPACT_GTEST_SOURCE}/googlemock/include")
  target_include_directories(leadpact_gtest PRIVATE "${LEADPACT_GTEST_SOURCE}/googletest"
                                                    "${LEADPACT_GTEST_SOURCE}/googlemock")
  target_compile_definitions(leadpact_gtest PUBLIC GTEST_HAS_PTHREAD=0)
  leadpact_third_party(leadpact_gtest)
  target_compile_options(leadpact_gtest PRIVATE -O1)
elseif(NOT EMSCRIPTEN)
  find_package(GTest REQUIRED)
  add_library(leadpact_gtest INTERFACE)
  target_link_libraries(leadpact_gtest INTERFACE GTest::gmock_main GTest::gmock GTest::gtest)
endif()

# emcc 3.1.6's programs trip over node's own fetch; newer nodes do not know the flag.
if(EMSCRIPTEN)
  find_program(LEADPACT_NODE node REQUIRED)
  execute_process(COMMAND "${LEADPACT_NODE}" --no-experimental-fetch -e 0
                  RESULT_VARIABLE _no_flag OUTPUT_QUIET ERROR_QUIET)
  set(LEADPACT_NODE_FLAGS "")
  if(_no_flag EQUAL 0)
    set(LEADPACT_NODE_FLAGS --no-experimental-fetch)
  endif()
  set(CMAKE_CROSSCOMPILING_EMULATOR "${LEADPACT_NODE}" ${LEADPACT_NODE_FLAGS})
endif()

# add_unit_tests(NAME FILE…): one program; its tests are found by running it.
function(add_unit_tests name)
  add_executable(${name} ${ARGN})
  leadpact_own(${name})
  target_link_libraries(${name} PRIVATE leadpact_core leadpact_gtest leadpact_test_paths)
  if(EMSCRIPTEN)
    target_link_libraries(${name} PRIVATE leadpact_node_program)
    set_target_properties(${name} PROPERTIES LEADPACT_QUICK_LINK ON)
  endif()
  # Tests are compiled often and run once; what they test stays optimised. gcc gains nothing
  # from -O0. Their own lines a failing test names: of the sanitizers' -g1 a quarter of the time.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${name} PRIVATE -O1)
  else()
    target_compile_options(${name} PRIVATE -O0 -g0)
  endif()
  leadpact_precompile(${name} <gtest/gtest.h> <filesystem> <fstream> <sstream>)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
endfunction()

if(_core_tests AND TARGET leadpact_gtest)
  add_unit_tests(leadpact_tests ${_core_tests} ${_core_test_helpers})
  target_link_libraries(leadpact_tests PRIVATE leadpact_cli)
endif()
if(_web_tests AND TARGET leadpact_web AND NOT EMSCRIPTEN)
  add_unit_tests(leadpact_web_tests ${_web_tests} ${_web_test_helpers})
  target_link_libraries(leadpact_web_tests PRIVATE leadpact_web)
endif()

# --- Fuzzers ----------------------------------------------------------------------------
# Built everywhere with a main that replays their corpus, so the corpus is an ordinary test;
# the preset `fuzz` links them with libFuzzer instead.
if(TARGET leadpact_gtest OR LEADPACT_FUZZ)
  foreach(source IN LISTS _fuzzers)
    get_filename_component(name "${source}" NAME_WE)
    add_executable(${name} "${source}")
    leadpact_own(${name})
    target_link_libraries(${name} PRIVATE leadpact_core leadpact_test_paths)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
    if(LEADPACT_FUZZ)
      target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    else()
      target_sources(${name} PRIVATE "${_tests}/fuzz/replay_main.cc")
      if(EMSCRIPTEN)
        target_link_libraries(${name} PRIVATE leadpact_node_program)
        set_target_properties(${name} PROPERTIES LEADPACT_QUICK_LINK ON)
      endif()
      string(REGEX REPLACE "^fuzz_" "" corpus "${name}")
      add_test(NAME ${name} COMMAND ${name} "${_tests}/fuzz/corpus/${corpus}")
    endif()
  endforeach()
endif()

# What comes of random spoilt cases, for comparing the native and the wasm core.
if(TARGET leadpact_gtest AND NOT LEADPACT_SANITIZE)
  add_executable(leadpact_outcomes "${_tests}/fuzz/outcomes.cc")
  leadpact_own(leadpact_outcomes)
  target_link_libraries(leadpact_outcomes PRIVATE leadpact_core)
  set_target_properties(leadpact_outcomes PROPERTIES RUNTIME_OUTPUT_DIRECTORY
                                                     "${PROJECT_BINARY_DIR}")
  if(EMSCRIPTEN)
    target_link_libraries(leadpact_outcomes PRIVATE leadpact_node_program)
    set_target_properties(leadpact_outcomes PROPERTIES LEADPACT_QUICK_LINK ON)
  endif()
endif()

# --- Benchmarks -------------------------------------------------------------------------
if(TARGET leadpact_cli AND NOT LEADPACT_SANITIZE)
  add_executable(leadpact_timed "${_tests}/bench/timed.cc")
  leadpact_own(leadpact_timed)
  target_link_libraries(leadpact_timed PRIVATE leadpact_cli leadpact_node_program)
  set_target_properties(leadpact_timed PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
endif()

if(TARGET leadpact_web AND NOT EMSCRIPTEN AND NOT LEADPACT_SANITIZE)
  add_executable(leadpact_frames "${_tests}/bench/frames.cc"
                                 "${_tests}/web/native/ui/headless.cc")
  leadpact_own(leadpact_frames)
  target_link_libraries(leadpact_frames PRIVATE leadpact_web)
  set_target_properties(leadpact_frames PROPERTIES RUNTIME_OUTPUT_DIRECTORY
                                                   "${PROJECT_BINARY_DIR}")
endif()
