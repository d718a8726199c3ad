# The page: a library of screens that also builds natively for tests, and the page itself.
#
#   web/{app,screens,ui,platform}/**.cc   leadpact_web, natively and in wasm
#   *_emscripten.cc                       only in wasm
#   *_native.cc                           only natively
#   web/main.cc, web/bridge/**.cc         the page
#   web/bridge/**.js                      --js-library; *_pre.js: --pre-js
#   web/bridge/worker/**.cc               the worker's module, when there is one
#   web/bridge/link_flags.txt             more flags for the page's link, one a line
#   web/static/**                         copied beside index.html
#   shell.html                            the page around it

set(_web "${PROJECT_SOURCE_DIR}/web")
file(GLOB_RECURSE _web_sources CONFIGURE_DEPENDS "${_web}/app/*.cc" "${_web}/screens/*.cc"
     "${_web}/ui/*.cc" "${_web}/platform/*.cc")
if(EMSCRIPTEN)
  list(FILTER _web_sources EXCLUDE REGEX "_native\\.cc$")
else()
  list(FILTER _web_sources EXCLUDE REGEX "_emscripten\\.cc$")
endif()

if(_web_sources AND (NOT EMSCRIPTEN OR NOT LEADPACT_WASM_TESTS))
  add_library(leadpact_web STATIC ${_web_sources})
  leadpact_own(leadpact_web)
  leadpact_precompile(leadpact_web)
  target_link_libraries(leadpact_web PUBLIC leadpact_core leadpact_assets imgui)
  if(EMSCRIPTEN)
    target_compile_options(leadpact_web PRIVATE -Oz)
  endif()
endif()

if(NOT EMSCRIPTEN OR LEADPACT_WASM_TESTS)
  return()
endif()

# --- The page ---------------------------------------------------------------------------
include(Sdl2)
# Screens are drawn once per input: size matters, speed does not.
target_compile_options(imgui PRIVATE -Oz)
add_library(imgui_backends STATIC "${LEADPACT_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp"
                                  "${LEADPACT_IMGUI_DIR}/backends/imgui_impl_sdl2.cpp")
leadpact_third_party(imgui_backends)
target_include_directories(imgui_backends SYSTEM PUBLIC "${LEADPACT_IMGUI_DIR}/backends")
target_compile_options(imgui_backends PRIVATE -Oz
                       "SHELL:-include \"${LEADPACT_SCRIPTS}/cmake/emscripten_compat.h\"")
target_link_libraries(imgui_backends PUBLIC imgui sdl2)
if(TARGET leadpact_web)
  target_link_libraries(leadpact_web PUBLIC imgui_backends)
endif()

file(GLOB_RECURSE _bridge_sources CONFIGURE_DEPENDS "${_web}/bridge/*.cc")
set(_worker_sources ${_bridge_sources})
list(FILTER _bridge_sources EXCLUDE REGEX "/bridge/worker/")
list(FILTER _worker_sources INCLUDE REGEX "/bridge/worker/")
file(GLOB_RECURSE _bridge_js CONFIGURE_DEPENDS "${_web}/bridge/*.js")
set(_worker_js ${_bridge_js})
list(FILTER _bridge_js EXCLUDE REGEX "/bridge/worker/")
list(FILTER _worker_js INCLUDE REGEX "/bridge/worker/")

# Flags of every module of the page.
set(_module_flags
    # Not -Oz: binaryen would undo the core's -O3. -O2 and not -O3: 13 KB less by brotli. The
    # parts that only have to be small are compiled with -Oz already.
    -O2
    -sFILESYSTEM=0
    -sALLOW_MEMORY_GROWTH=1
    -sMAXIMUM_MEMORY=4GB
    ${LEADPACT_STACK_1MB}
    # emcc 3.1.6 has no html-minifier in Debian and stops in the middle without this.
    -sMINIFY_HTML=0
    # Needed from emcc 6 on to start a module from bytes (single file, worker).
    "-sINCOMING_MODULE_JS_API=[arguments,canvas,instantiateWasm,locateFile,monitorRunDependencies,noExitRuntime,noInitialRun,onAbort,onRuntimeInitialized,postRun,preRun,print,printErr,setStatus,wasmBinary,wasmMemory]")

# leadpact_js(TARGET FILE…): *_pre.js goes before the glue, the rest are libraries.
function(leadpact_js target)
  foreach(js IN LISTS ARGN)
    if(js MATCHES "_pre\\.js$")
      target_link_options(${target} PRIVATE "SHELL:--pre-js \"${js}\"")
    else()
      target_link_options(${target} PRIVATE "SHELL:--js-library \"${js}\"")
    endif()
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${js}")
  endforeach()
endfunction()

if(_worker_sources)
  # No threads: they need headers that a file:// page cannot have. Several workers instead.
  add_executable(leadpact_worker ${_worker_sources})
  set_target_properties(leadpact_worker PROPERTIES
                        RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/linked")
  leadpact_own(leadpact_worker)
  target_link_libraries(leadpact_worker PRIVATE leadpact_core)
  target_compile_options(leadpact_worker PRIVATE -O3)
  target_link_options(leadpact_worker PRIVATE ${_module_flags} -sENVIRONMENT=worker)
  leadpact_js(leadpact_worker ${_worker_js})
  set(_worker_args --worker-js "$<TARGET_FILE:leadpact_worker>")
  set(_worker_target leadpact_worker)
endif()

if(EXISTS "${_web}/main.cc")
  add_executable(page "${_web}/main.cc" ${_bridge_sources})
  leadpact_own(page)
  target_link_libraries(page PRIVATE imgui_backends leadpact_core)
  if(TARGET leadpact_web)
    target_link_libraries(page PRIVATE leadpact_web)
  endif()
  target_compile_options(page PRIVATE -Oz)
  target_link_options(page PRIVATE ${_module_flags} -sENVIRONMENT=web,worker
                      -sEXPORTED_FUNCTIONS=_main,_malloc,_free)
  leadpact_js(page ${_bridge_js})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${_web}/bridge/link_flags.txt")
  if(EXISTS "${_web}/bridge/link_flags.txt")
    file(STRINGS "${_web}/bridge/link_flags.txt" _more REGEX "^[^#]")
    target_link_options(page PRIVATE ${_more})
  endif()
  set(_shell "${PROJECT_SOURCE_DIR}/shell.html")
  target_link_options(page PRIVATE "SHELL:--shell-file \"${_shell}\"")
  set_property(TARGET page APPEND PROPERTY LINK_DEPENDS "${_shell}")
  set_target_properties(page PROPERTIES OUTPUT_NAME leadpact SUFFIX .html
                                        RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/linked")

  file(GLOB_RECURSE _static_files CONFIGURE_DEPENDS "${_web}/static/*")
  # From the one link: index.html with its files beside it, and everything in leadpact.html.
  add_custom_command(
    OUTPUT "${PROJECT_BINARY_DIR}/index.html" "${PROJECT_BINARY_DIR}/leadpact.html"
    COMMAND "${LEADPACT_PYTHON}" "${LEADPACT_SCRIPTS}/page.py" --linked "$<TARGET_FILE:page>"
            --out "${PROJECT_BINARY_DIR}" --static "${_web}/static" ${_worker_args}
    DEPENDS page ${_worker_target} "${LEADPACT_SCRIPTS}/page.py" ${_static_files}
    COMMENT "Writing index.html and leadpact.html"
    VERBATIM)
  add_custom_target(site ALL DEPENDS "${PROJECT_BINARY_DIR}/index.html"
                                     "${PROJECT_BINARY_DIR}/leadpact.html")
endif()
