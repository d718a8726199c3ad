# Shared by every script: where things are, and how to say what happens.
# Source it; it changes nothing on the machine.

LEADPACT_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
LEADPACT_CACHE="${LEADPACT_CACHE:-${HOME:-/tmp}/.cache/leadpact}"
# Two jobs at most unless told otherwise: the machines we build on are small.
LEADPACT_JOBS="${LEADPACT_JOBS:-$(n=$(nproc 2>/dev/null || echo 2); echo $((n < 4 ? n : 4)))}"
# Debian's Python sees Debian's modules (fonttools); one found earlier on the PATH may not.
LEADPACT_PYTHON=/usr/bin/python3
export LEADPACT_ROOT LEADPACT_CACHE LEADPACT_JOBS LEADPACT_PYTHON

# ccache then runs each compiler once and not twice: emcc takes half a second to start.
export CCACHE_DEPEND=true
# A second clone of the same sources (the build server's) finds what the first has compiled.
export CCACHE_BASEDIR="$LEADPACT_ROOT" CCACHE_NOHASHDIR=true
# What ccache asks for before it keeps anything compiled with a precompiled header.
export CCACHE_SLOPPINESS=pch_defines,time_macros

# shellcheck source=../versions.sh
source "$LEADPACT_ROOT/scripts/versions.sh"

say() { printf '%s\n' "$*"; }
warn() { printf 'Warning: %s\n' "$*" >&2; }
die() {
  printf 'Error: %s\n' "$*" >&2
  exit 1
}

# Runs a command quietly: its output is shown only when it fails.
quietly() {
  local log
  log="$(mktemp)"
  if "$@" >"$log" 2>&1; then
    rm -f "$log"
  else
    local code=$?
    cat "$log" >&2
    rm -f "$log"
    return "$code"
  fi
}

# Prints one hash over the names and contents of the files given on stdin, one a line.
hash_of_list() { LC_ALL=C sort | xargs -r -d '\n' sha256sum | sha256sum | cut -c1-16; }

# one_at_a_time NAME COMMAND…: two scripts started together do not trip over each other.
one_at_a_time() {
  local name="$1"
  shift
  mkdir -p "$LEADPACT_CACHE"
  (
    flock 9
    "$@"
  ) 9>"$LEADPACT_CACHE/.$name.lock"
}
