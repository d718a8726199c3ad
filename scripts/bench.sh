#!/usr/bin/env bash
# Runs the benchmarks, each with its peer in the same run: scripts/bench.sh [NAME [OPTION…]]
#   score     a million leads scored natively, as wasm in node and by DuckDB (tests/bench/score.py)
#   micro     single parts (tests/bench/*.cc, Google Benchmark)
# Without a name all of them run. Options go to the benchmark: scripts/bench.sh score --rows 100000
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
source "$LEADPACT_ROOT/scripts/lib/build.sh"
source "$LEADPACT_ROOT/scripts/lib/node.sh"

NAME="${1:-all}"
[ $# = 0 ] || shift
case "$NAME" in all | score | micro) ;; *) die "no benchmark is named '$NAME': score or micro" ;; esac
cd "$LEADPACT_ROOT"

build_variant native

if [ "$NAME" != micro ]; then
  need_packages 'nodejs|command:node' 'npm|command:npm'
  build_variant wasm-tests leadpact
  need_node_modules "$LEADPACT_ROOT/tests/bench"
  mkdir -p build/bench
  "$LEADPACT_PYTHON" tests/bench/score.py --native build/native/leadpact \
    --wasm build/wasm-tests/leadpact.js --duckdb "$LEADPACT_ROOT/tests/bench/node_modules" \
    --work build/bench "$@"
fi

if [ "$NAME" != score ]; then
  if [ -x build/native/leadpact_bench ]; then
    build/native/leadpact_bench --benchmark_min_time=0.2 "$@"
  elif [ "$NAME" = micro ]; then
    die "there are no benchmarks of single parts yet (tests/bench/*.cc)"
  fi
fi
