#!/usr/bin/env bash
# Builds the page and serves it on this machine: scripts/start.sh [PORT]
# Installs what is missing first. Where the port (8321) is taken, a free one is used.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
source "$LEADPACT_ROOT/scripts/lib/build.sh"

build_variant web
[ -e "$LEADPACT_ROOT/build/web/index.html" ] || die "there is no page: web/main.cc is missing"
exec node "$LEADPACT_ROOT/scripts/serve.mjs" "$LEADPACT_ROOT/build/web" "${1:-8321}"
