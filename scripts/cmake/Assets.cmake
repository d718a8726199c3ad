# What the build puts into the programs: zone data, fonts, icons, and the files of assets/.
# There is no .data file and no file system in the page, so a single file and file:// come free.

set(LEADPACT_GENERATED "${PROJECT_BINARY_DIR}/generated")
set(LEADPACT_PYTHON /usr/bin/python3 CACHE FILEPATH "Python that has fonttools (Debian's)")
if(NOT EXISTS "${LEADPACT_PYTHON}")
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set_property(CACHE LEADPACT_PYTHON PROPERTY VALUE "${Python3_EXECUTABLE}")
endif()
set(LEADPACT_SCRIPTS "${PROJECT_SOURCE_DIR}/scripts")

add_library(leadpact_assets STATIC)
target_include_directories(leadpact_assets PUBLIC "${LEADPACT_GENERATED}"
                                           PRIVATE "${PROJECT_SOURCE_DIR}")
# Generated literals are longer than the standard asks compilers to take.
leadpact_third_party(leadpact_assets)
set_target_properties(leadpact_assets PROPERTIES LINKER_LANGUAGE CXX)

# --- Zone data --------------------------------------------------------------------------
leadpact_source(tzdata TZDATA_DIR northamerica)
add_custom_command(
  OUTPUT "${LEADPACT_GENERATED}/tzdata_blob.cc"
  COMMAND "${LEADPACT_PYTHON}" "${LEADPACT_SCRIPTS}/pack_tzdata.py"
          "${LEADPACT_TZDATA_DIR}" "${LEADPACT_GENERATED}/tzdata_blob.cc"
  COMMAND "${CMAKE_COMMAND}" -E touch "${LEADPACT_GENERATED}/tzdata_blob.cc"
  DEPENDS "${LEADPACT_SCRIPTS}/pack_tzdata.py" "${LEADPACT_SCRIPTS}/embed.py"
          "${LEADPACT_TZDATA_DIR}/version"
  COMMENT "Packing the time zone data"
  VERBATIM)
target_sources(leadpact_assets PRIVATE "${LEADPACT_GENERATED}/tzdata_blob.cc")

# --- Bundles ----------------------------------------------------------------------------
# leadpact_embed(BUNDLE name=path…): `#include "embedded/BUNDLE.h"`, then
# `leadpact::embedded::BUNDLE()` is a span of {name, bytes}. An empty bundle is fine.
function(leadpact_embed bundle)
  set(header "${LEADPACT_GENERATED}/embedded/${bundle}.h")
  set(source "${LEADPACT_GENERATED}/embedded/${bundle}.cc")
  set(paths "")
  foreach(item IN LISTS ARGN)
    string(REGEX REPLACE "^[^=]*=" "" path "${item}")
    list(APPEND paths "${path}")
  endforeach()
  add_custom_command(
    OUTPUT "${source}" "${header}"
    COMMAND "${LEADPACT_PYTHON}" "${LEADPACT_SCRIPTS}/embed.py" --bundle "${bundle}"
            --header "${header}" --source "${source}" ${ARGN}
    COMMAND "${CMAKE_COMMAND}" -E touch "${source}" "${header}"
    DEPENDS "${LEADPACT_SCRIPTS}/embed.py" ${paths}
    COMMENT "Embedding ${bundle}"
    VERBATIM)
  target_sources(leadpact_assets PRIVATE "${source}" "${header}")
endfunction()

# Every folder of assets/ is a bundle of its own name: assets/templates -> templates().
# Loose *.json in assets/ (the design tokens) are the bundle `tokens`.
file(GLOB _asset_folders CONFIGURE_DEPENDS LIST_DIRECTORIES true "${PROJECT_SOURCE_DIR}/assets/*")
foreach(folder IN LISTS _asset_folders)
  if(IS_DIRECTORY "${folder}" AND NOT folder MATCHES "/(fonts|tokens)$")
    get_filename_component(bundle "${folder}" NAME)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*")
    set(items "")
    foreach(file IN LISTS files)
      if(NOT file MATCHES "(^|/)(README|LICENSE)[^/]*$")
        list(APPEND items "${file}=${folder}/${file}")
      endif()
    endforeach()
    leadpact_embed(${bundle} ${items})
  endif()
endforeach()
file(GLOB _tokens CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/assets"
     "${PROJECT_SOURCE_DIR}/assets/*.json")
set(_items "")
foreach(file IN LISTS _tokens)
  list(APPEND _items "${file}=${PROJECT_SOURCE_DIR}/assets/${file}")
endforeach()
leadpact_embed(tokens ${_items})

# --- Fonts ------------------------------------------------------------------------------
# Roboto has tabular figures by default, which ImGui needs for columns of numbers (it applies
# no OpenType features). Cut to the letters of Europe's Latin scripts and our signs.
set(LEADPACT_ROBOTO_DIR /usr/share/fonts/truetype/roboto/unhinted/RobotoTTF
    CACHE PATH "Folder of Roboto-Regular.ttf, -Medium.ttf and -Bold.ttf")
set(LEADPACT_ICON_FONT
    /usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf
    CACHE FILEPATH "The icon font")
set(LEADPACT_ICON_NAMES /usr/share/fonts-material-design-icons-iconfont/scss/_variables.scss
    CACHE FILEPATH "The icon font's names and code points")
set(_font_dir "${LEADPACT_GENERATED}/fonts")
set(_font_items "")
foreach(weight Regular Medium Bold)
  string(TOLOWER "roboto-${weight}.ttf" name)
  set(font "${LEADPACT_ROBOTO_DIR}/Roboto-${weight}.ttf")
  add_custom_command(
    OUTPUT "${_font_dir}/${name}"
    COMMAND "${LEADPACT_PYTHON}" "${LEADPACT_SCRIPTS}/fonts.py" text "${font}"
            "${_font_dir}/${name}"
    DEPENDS "${LEADPACT_SCRIPTS}/fonts.py" "${font}"
    COMMENT "Cutting ${name} to size"
    VERBATIM)
  list(APPEND _font_items "${name}=${_font_dir}/${name}")
endforeach()
set(_icon_list "${LEADPACT_SCRIPTS}/icons.txt")
set(_icon_header "${LEADPACT_GENERATED}/embedded/icon_codes.h")
add_custom_command(
  OUTPUT "${_font_dir}/icons.ttf" "${_icon_header}"
  COMMAND "${LEADPACT_PYTHON}" "${LEADPACT_SCRIPTS}/fonts.py" icons "${LEADPACT_ICON_FONT}"
          "${_font_dir}/icons.ttf" --names "${LEADPACT_ICON_NAMES}" --list "${_icon_list}"
          --header "${_icon_header}"
  DEPENDS "${LEADPACT_SCRIPTS}/fonts.py" "${_icon_list}" "${LEADPACT_ICON_FONT}"
          "${LEADPACT_ICON_NAMES}"
  COMMENT "Cutting the icons to size"
  VERBATIM)
list(APPEND _font_items "icons.ttf=${_font_dir}/icons.ttf")
leadpact_embed(fonts ${_font_items})
target_sources(leadpact_assets PRIVATE "${_icon_header}")
