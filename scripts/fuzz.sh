#!/usr/bin/env bash
# Fuzzes for a while: scripts/fuzz.sh SECONDS [NAME]
# Every fuzzer of tests/fuzz gets SECONDS, one after another, starting from its corpus; then the
# native core is compared with the one compiled to wasm on random spoilt cases for as long
# (NAME: outcomes). What is found lies in build/fuzz/found; put it into the corpus, so that it is
# a test from then on. Ends with what was found.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
source "$LEADPACT_ROOT/scripts/lib/check.sh"

[[ "${1:-}" =~ ^[1-9][0-9]*$ ]] || die "say for how many seconds each: scripts/fuzz.sh SECONDS [NAME]"
SECONDS_EACH="$1"
NAME="${2:-}"
cd "$LEADPACT_ROOT"
mkdir -p build/fuzz/found

fuzz() { # fuzz NAME: new inputs stay in build/fuzz/grown, so that the next time starts from them.
  mkdir -p "build/fuzz/grown/$1"
  "build/fuzz/fuzz_$1" -max_total_time="$SECONDS_EACH" -timeout=25 -rss_limit_mb=4096 -max_len=65536 \
    -print_final_stats=1 -artifact_prefix="build/fuzz/found/$1-" -close_fd_mask=1 \
    "build/fuzz/grown/$1" "tests/fuzz/corpus/$1" >"build/fuzz/$1.log" 2>&1 || {
    tail -n 40 "build/fuzz/$1.log"
    return 1
  }
  grep -E '^stat::(number_of_executed_units|peak_rss_mb)' "build/fuzz/$1.log"
}

compare_builds() {
  local until=$((SECONDS + SECONDS_EACH)) first=$((RANDOM * 32768 * 1000 + RANDOM * 1000)) count=2000
  while [ "$SECONDS" -lt "$until" ]; do
    same_outcomes "$first" "$count" || { say "Found from case $first on."; return 1; }
    first=$((first + count))
  done
}

if [ "$NAME" != outcomes ]; then
  mapfile -t targets < <(basename -s .cc tests/fuzz/fuzz_*.cc)
  build_variant fuzz "${targets[@]}"
  for source in tests/fuzz/fuzz_*.cc; do
    name="$(basename "$source" .cc)"
    name="${name#fuzz_}"
    [ -z "$NAME" ] || [ "$NAME" = "$name" ] || continue
    say "--- $name"
    one "$name" fuzz "$name"
  done
fi
if [ -z "$NAME" ] || [ "$NAME" = outcomes ]; then
  build_variant native leadpact_outcomes
  build_variant wasm-tests leadpact_outcomes
  say "--- native against wasm"
  one "native against wasm" compare_builds
fi

if [ "$FAILED" != 0 ]; then
  say "What was found, now or before:"
  find build/fuzz/found -type f
  exit 1
fi
[ "$PASSED" != 0 ] || die "no fuzzer is named '$NAME'"
say "Nothing found."
