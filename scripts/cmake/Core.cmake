# The core, and the command line tool around it.

file(GLOB_RECURSE LEADPACT_CORE_SOURCES CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/core/*.cc")
set(LEADPACT_CLI_SOURCES ${LEADPACT_CORE_SOURCES})
list(FILTER LEADPACT_CORE_SOURCES EXCLUDE REGEX "/core/cli/")
list(FILTER LEADPACT_CLI_SOURCES INCLUDE REGEX "/core/cli/")

add_library(leadpact_core STATIC ${LEADPACT_CORE_SOURCES})
set_target_properties(leadpact_core PROPERTIES LINKER_LANGUAGE CXX)
leadpact_own(leadpact_core)
target_compile_definitions(leadpact_core PUBLIC LEADPACT_VERSION="${PROJECT_VERSION}")
target_link_libraries(leadpact_core PUBLIC leadpact_headers fmt leadpact_assets cctz qrcodegen)
if(EMSCRIPTEN)
  # -O3 and not -Oz: a million leads are scored here. CMake's Release says -O2 for emcc.
  target_compile_options(leadpact_core PRIVATE -O3)
  # What runs over no lead (reads and words an agreement, plans how a file is read), over one (what
  # explains) or over each of them once in slices only has to be small.
  set(LEADPACT_SMALL_SOURCES ${LEADPACT_CORE_SOURCES})
  foreach(_part agreement/ example/ exchange/ calendar/period calendar/limit calendar/tzdata
                data/cell_profile data/layout data/mapping data/presets data/profile
                data/table_open data/table_plan data/table_read scoring/breakdown
                scoring/changes scoring/clocks scoring/disputes scoring/earlier scoring/explain
                scoring/follow_up scoring/ledger scoring/load scoring/name_list scoring/pick
                scoring/period_index scoring/period_status scoring/record_ids scoring/reporting
                scoring/sample scoring/score\\.cc scoring/triggers scoring/waterfall
                scoring/working "scoring/[a-z]*_words")
    string(APPEND _small_parts "|${_part}")
  endforeach()
  list(FILTER LEADPACT_SMALL_SOURCES INCLUDE REGEX "/core/(none${_small_parts})")
  set_source_files_properties(${LEADPACT_SMALL_SOURCES} PROPERTIES COMPILE_OPTIONS -Oz)
else()
  # Not for emcc: files compiled with -Oz cannot use headers precompiled with -O3.
  leadpact_precompile(leadpact_core)
endif()

# Options of every wasm program that runs in node with the real file system.
add_library(leadpact_node_program INTERFACE)
if(EMSCRIPTEN)
  target_link_options(
    leadpact_node_program
    INTERFACE
    # As it is linked it is optimised once more. For the tests that takes minutes and gains less.
    -O$<IF:$<BOOL:$<TARGET_PROPERTY:LEADPACT_QUICK_LINK>>,1,3>
    -sENVIRONMENT=node
    -sNODERAWFS=1
    -sALLOW_MEMORY_GROWTH=1
    -sMAXIMUM_MEMORY=4GB
    ${LEADPACT_STACK_1MB}
    -sEXIT_RUNTIME=1)
endif()

if(LEADPACT_CLI_SOURCES AND (NOT EMSCRIPTEN OR LEADPACT_WASM_TESTS))
  # All but main() is a library, so that the tests can run the tool in their own process.
  list(FILTER LEADPACT_CLI_SOURCES EXCLUDE REGEX "/core/cli/main\\.cc$")
  add_library(leadpact_cli STATIC ${LEADPACT_CLI_SOURCES})
  set_target_properties(leadpact_cli PROPERTIES LINKER_LANGUAGE CXX)
  leadpact_own(leadpact_cli)
  target_link_libraries(leadpact_cli PUBLIC leadpact_core)
  add_executable(leadpact "${PROJECT_SOURCE_DIR}/core/cli/main.cc")
  leadpact_own(leadpact)
  target_link_libraries(leadpact PRIVATE leadpact_cli)
  # In wasm this leaves leadpact.js and leadpact.wasm, for node.
  target_link_libraries(leadpact PRIVATE leadpact_node_program)
  set_target_properties(leadpact PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
endif()
