#!/usr/bin/env bash
# Runs every test: scripts/test.sh [FILTER]
# Installs and builds what is missing first. With a filter only tests whose name contains it
# run, and the checks of format, lint and size are left out. To choose the parts:
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

if wants native; then
  step "native"
  if build_or_count native; then run_programs native ""; fi
fi

if wants reference && [ -z "$FILTER" ] && [ -x build/native/leadpact ]; then
  step "the second implementation"
  one "core against reference" "$LEADPACT_PYTHON" tests/reference/compare.py build/native/leadpact 1 8
fi

if wants asan || { wants tidy && [ -z "$FILTER" ]; }; then
  step "address and undefined-behaviour sanitizers"
  if build_or_count asan && wants asan; then
    export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1}"
    export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1}"
    run_programs asan "" env
  fi
fi

if wants wasm; then
  step "wasm in node"
  if build_or_count wasm-tests; then
    read -r -a node_flags < <(node_wasm_flags; echo)
    run_programs wasm-tests .js node ${node_flags[@]+"${node_flags[@]}"}
    if [ -z "$FILTER" ] && [ -x build/native/leadpact_outcomes ]; then
      one "native against wasm" same_outcomes 1 1000
    fi
  fi
fi

if [ -z "$FILTER" ] && { wants format || wants tidy; }; then
  need_check_packages
  if wants format; then
    step "format"
    if has_our_version clang-format; then one "clang-format" check_format; fi
  fi
  if wants tidy && [ -e build/asan/build.ninja ]; then
    step "lint"
    if has_our_version clang-tidy; then one "clang-tidy" check_tidy; fi
  fi
fi

if { wants size && [ -z "$FILTER" ]; } || wants browser; then
  step "the page"
  if build_or_count web && [ -e build/web/index.html ]; then
    if wants size && [ -z "$FILTER" ]; then one "size budget" check_size; fi
    if wants browser && compgen -G 'tests/web/*_test.mjs' >/dev/null; then
      step "browsers"
      need_browser_packages
      need_node_modules "$LEADPACT_ROOT/tests/web"
      run_browser_tests "$FILTER"
    fi
  fi
fi

say "All of it took $((SECONDS - began)) s."
report
