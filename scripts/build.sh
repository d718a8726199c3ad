#!/usr/bin/env bash
# Builds one variant: scripts/build.sh native|asan|web|wasm-tests|fuzz [TARGET…]
# Installs what is missing first. Leaves build/<variant>/.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
source "$LEADPACT_ROOT/scripts/lib/build.sh"

[ $# -ge 1 ] || die "say which: scripts/build.sh native|asan|web|wasm-tests|fuzz [TARGET…]"
build_variant "$@"
