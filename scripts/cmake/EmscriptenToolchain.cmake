# Finds emcc on the PATH and hands over to the toolchain file that comes with it.
find_program(LEADPACT_EMCC emcc REQUIRED)
if(NOT LEADPACT_EMSCRIPTEN_ROOT)
  get_filename_component(_emcc_real "${LEADPACT_EMCC}" REALPATH)
  get_filename_component(_emcc_dir "${_emcc_real}" DIRECTORY)
  if(NOT EXISTS "${_emcc_dir}/cmake/Modules/Platform/Emscripten.cmake")
    find_program(LEADPACT_EM_CONFIG em-config REQUIRED)
    execute_process(COMMAND "${LEADPACT_EM_CONFIG}" EMSCRIPTEN_ROOT
                    OUTPUT_VARIABLE _emcc_dir OUTPUT_STRIP_TRAILING_WHITESPACE)
  endif()
  set(LEADPACT_EMSCRIPTEN_ROOT "${_emcc_dir}" CACHE PATH "Where emcc's files are" FORCE)
endif()
include("${LEADPACT_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
