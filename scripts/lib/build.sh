# Building one variant by its CMake preset.
source "$LEADPACT_ROOT/scripts/lib/packages.sh"
source "$LEADPACT_ROOT/scripts/lib/sources.sh"
source "$LEADPACT_ROOT/scripts/lib/emscripten.sh"

install_for() {
  need_build_packages
  case "$1" in
    asan | fuzz) need_clang_packages ;;
    web | wasm-tests)
      need_emcc_packages
      use_emscripten
      ;;
  esac
  need_sources
}

# build_variant VARIANT [TARGET…]
build_variant() {
  local variant="$1" preset="$1"
  shift
  case "$variant" in
    native | dev)
      variant=native
      preset=dev
      ;;
    asan | web | wasm-tests | fuzz) ;;
    *) die "unknown variant '$variant': native, asan, web, wasm-tests or fuzz" ;;
  esac
  install_for "$variant"

  # One's own checkouts, from the environment.
  local option defines=()
  for option in IMGUI_DIR SDL2_DIR CCTZ_DIR QRCODEGEN_DIR TZDATA_DIR; do
    [ -z "${!option:-}" ] || defines+=("-D$option=${!option}")
  done

  cd "$LEADPACT_ROOT"
  say "Configuring $variant."
  quietly cmake --preset "$preset" ${defines[@]+"${defines[@]}"}
  say "Building $variant."
  # A person at a terminal sees the steps; a log gets only warnings and errors.
  local quiet=()
  [ -t 1 ] || quiet=(-- --quiet)
  cmake --build --preset "$preset" -j "$LEADPACT_JOBS" ${@:+--target "$@"} \
    ${quiet[@]+"${quiet[@]}"}
  case "$variant" in
    native) [ ! -x build/native/leadpact ] || say "Built build/native/leadpact." ;;
    web) [ ! -e build/web/leadpact.html ] ||
      say "Built build/web/index.html and the single file build/web/leadpact.html." ;;
    *) say "Built build/$variant." ;;
  esac
}
