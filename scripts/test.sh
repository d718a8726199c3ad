#!/usr/bin/env bash
# Runs every test: scripts/test.sh [FILTER]
# Installs and builds what is missing first. With a filter only tests whose name contains it
# run, and the checks of format, lint and size are left out. What is slow (asan, wasm, browser) is
# not run again in this clone while nothing has changed since it passed; LEADPACT_AGAIN=1 runs it
# all the same. To choose the parts:
#   LEADPACT_PARTS="native reference asan wasm format tidy size browser" (these are all of them)
# The last line says how many passed and failed.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
source "$LEADPACT_ROOT/scripts/lib/check.sh"

FILTER="${1:-}"
PARTS=" ${LEADPACT_PARTS:-native reference asan wasm format tidy size browser} "
wants() { [[ "$PARTS" == *" $1 "* ]]; }
began=$SECONDS
step() { say "--- $* ($((SECONDS - began)) s)"; }

cd "$LEADPACT_ROOT"
mkdir -p build

# A process of its own: inside a condition bash would not stop at the first error.
build_or_count() {
  if "$LEADPACT_ROOT/scripts/build.sh" "$@"; then
    return 0
  fi
  say "FAILED: building $1."
  count 0 1 "building $1"
  return 1
}

# run_programs VARIANT SUFFIX PREFIX…: the programs there are, then the fuzzers' corpora.
run_programs() {
  local variant="$1" suffix="$2" name
  shift 2
  for name in leadpact_tests leadpact_web_tests; do
    if [ -e "build/$variant/$name$suffix" ]; then
      run_gtest "$variant $name" "$FILTER" "$@" "$LEADPACT_ROOT/build/$variant/$name$suffix"
    fi
  done
  replay_corpora "$variant" "$FILTER" "$suffix" "$@"
}

# part NAME PACKAGES COMMAND…: a slow part, left out where it has passed on the same files with the
# same packages.
part() {
  local name="$1" packages="$2" stamp="build/passed/$1" passed="$PASSED" failed="$FAILED" before
  shift 2
  # shellcheck disable=SC2086  # a list of words
  if [ -z "$FILTER${LEADPACT_AGAIN:-}" ] && [ -e "$stamp" ] &&
    [ "$(tail -n +2 "$stamp")" = "$tree $(versions_of $packages)" ]; then
    before="$(head -n 1 "$stamp")"
    say "Nothing has changed since all of $before passed here; LEADPACT_AGAIN=1 runs them again."
    count "$before" 0 "$name"
    return
  fi
  rm -f "$stamp"
  "$@"
  if [ -z "$FILTER" ] && [ "$FAILED" = "$failed" ] && [ "$PASSED" -gt "$passed" ]; then
    mkdir -p build/passed
    # shellcheck disable=SC2086
    printf '%s\n' "$((PASSED - passed))" "$tree $(versions_of $packages)" >"$stamp"
  fi
}

run_asan() {
  export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1}"
  export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1}"
  if build_or_count asan; then run_programs asan "" env; fi
}

run_wasm() {
  local node_flags
  build_or_count wasm-tests || return 0
  read -r -a node_flags < <(node_wasm_flags; echo)
  run_programs wasm-tests .js node ${node_flags[@]+"${node_flags[@]}"}
  if [ -z "$FILTER" ] && build_or_count native leadpact_outcomes; then
    one "native against wasm" same_outcomes 1 1000
  fi
}

run_browsers() {
  need_browser_packages
  need_node_modules "$LEADPACT_ROOT/tests/web"
  # Its numbers are compared with the page's.
  build_or_count native leadpact || return 0
  run_browser_tests "$FILTER"
}

tree="$(hash_of_tree)"

if wants native; then
  step "native"
  if build_or_count native; then run_programs native ""; fi
fi

if wants reference && [ -z "$FILTER" ]; then
  step "the second implementation"
  if build_or_count native leadpact; then
    one "core against reference" \
      "$LEADPACT_PYTHON" tests/reference/compare.py build/native/leadpact 1 8
  fi
fi

if wants asan; then
  step "address and undefined-behaviour sanitizers"
  part asan clang run_asan
fi

if wants wasm; then
  step "wasm in node"
  part wasm "emscripten nodejs" run_wasm
fi

if [ -z "$FILTER" ] && { wants format || wants tidy; }; then
  need_check_packages
  if wants format; then
    step "format"
    if has_our_version clang-format; then one "clang-format" check_format; fi
  fi
  if wants tidy; then
    step "lint"
    # clang-tidy reads how clang compiles each file, and which headers that took.
    if has_our_version clang-tidy && build_or_count asan; then one "clang-tidy" check_tidy; fi
  fi
fi

if { wants size && [ -z "$FILTER" ]; } || wants browser; then
  step "the page"
  if build_or_count web && [ -e build/web/index.html ]; then
    if wants size && [ -z "$FILTER" ]; then one "size budget" check_size; fi
    if wants browser; then
      step "browsers"
      part browser "chromium firefox-esr nodejs" run_browsers
    fi
  fi
fi

say "All of it took $((SECONDS - began)) s."
report
