#!/usr/bin/env bash
# Measures speed beside a peer in the same run: scripts/bench.sh [OPTION…]
# A million leads are scored natively, as wasm in node and by DuckDB. Options go to
# tests/bench/score.py: scripts/bench.sh --rows 100000 --runs 5
# scripts/bench.sh page [--runs N] measures a million leads dropped on the page in Chromium, with
# DuckDB-WASM beside it (tests/bench/page.mjs).
# scripts/bench.sh frames [COUNT] measures the frames of the page instead (tests/bench/frames.cc).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
source "$LEADPACT_ROOT/scripts/lib/build.sh"
source "$LEADPACT_ROOT/scripts/lib/node.sh"

cd "$LEADPACT_ROOT"
if [ "${1:-}" = frames ]; then
  build_variant native leadpact_frames
  exec build/native/leadpact_frames "${@:2}"
fi
if [ "${1:-}" = page ]; then
  need_browser_packages
  build_variant native leadpact
  build_variant web
  need_node_modules "$LEADPACT_ROOT/tests/bench"
  need_node_modules "$LEADPACT_ROOT/tests/web"
  mkdir -p build/bench
  export="build/bench/leads-1000000.csv"
  [ "$export" -nt tests/bench/make_export.mjs ] || node tests/bench/make_export.mjs "$export" 1000000
  build/native/leadpact score tests/bench/standard.sla.json --data "leads=$export" \
    --as-of 2026-01-01T05:00:00Z --format json >build/bench/scorecard.json
  exec node tests/bench/page.mjs --site build/web --work build/bench --export "$export" \
    --scorecard build/bench/scorecard.json "${@:2}"
fi
need_packages 'nodejs|command:node' 'npm|command:npm'
build_variant native leadpact leadpact_timed
build_variant wasm-tests leadpact leadpact_timed
need_node_modules "$LEADPACT_ROOT/tests/bench"
mkdir -p build/bench
"$LEADPACT_PYTHON" tests/bench/score.py --native build/native --wasm build/wasm-tests \
  --duckdb "$LEADPACT_ROOT/tests/bench/node_modules" --work build/bench "$@"
