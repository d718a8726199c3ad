# Running the tests and counting them. Each part adds to PASSED and FAILED and never stops
# the run: the last line must tell about everything.
source "$LEADPACT_ROOT/scripts/lib/build.sh"
source "$LEADPACT_ROOT/scripts/lib/node.sh"

PASSED=0
FAILED=0
FAILURES=()

count() { # count PASSED FAILED WHAT
  PASSED=$((PASSED + $1))
  FAILED=$((FAILED + $2))
  [ "$2" = 0 ] || FAILURES+=("$3")
}

# one WHAT COMMAND…: one check that passes or fails as a whole, with its output shown.
one() {
  local what="$1"
  shift
  if "$@"; then
    count 1 0 "$what"
  else
    say "FAILED: $what."
    count 0 1 "$what"
  fi
}

# run_gtest WHAT FILTER COMMAND…: runs a GoogleTest program, a part of its tests on each core,
# and adds up its own counts.
run_gtest() {
  local what="$1" filter="$2" shards="$LEADPACT_JOBS" name shard tests failed passed died=0
  local reports=() runs=()
  shift 2
  name="$(printf '%s' "$what" | tr -c 'a-z0-9\n' '_')"
  mkdir -p "$LEADPACT_ROOT/build/reports"
  for ((shard = 0; shard < shards; ++shard)); do
    reports[shard]="$LEADPACT_ROOT/build/reports/$name.$shard.json"
    rm -f "${reports[shard]}"
  done
  share_tests "${reports[@]}" < <("$@" --gtest_list_tests \
    --gtest_filter="*$filter*" </dev/null)
  for ((shard = 0; shard < shards; ++shard)); do
    "$@" --gtest_brief=1 --gtest_flagfile="${reports[shard]}.flags" \
      --gtest_output="json:${reports[shard]}" </dev/null >"${reports[shard]}.log" 2>&1 &
    runs[shard]=$!
  done
  for ((shard = 0; shard < shards; ++shard)); do
    # A program that dies after its report (a sanitizer at exit) has failed too.
    if ! wait "${runs[shard]}"; then
      cat "${reports[shard]}.log"
      died=$((died + 1))
    fi
    if [ ! -s "${reports[shard]}" ]; then
      say "FAILED: $what ended before it could report."
      count 0 1 "$what"
      return 0
    fi
  done
  read -r tests failed < <("$LEADPACT_PYTHON" - "${reports[@]}" <<'PYTHON'
import json, sys
suites = [suite for path in sys.argv[1:] for suite in json.load(open(path))["testsuites"]]
ran = [case for suite in suites for case in suite["testsuite"] if case.get("result") == "COMPLETED"]
print(len(ran), sum("failures" in case for case in ran))
PYTHON
  )
  passed=$((tests - failed))
  if [ "$died" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
  say "$what: $passed passed, $failed failed."
  count "$passed" "$failed" "$what"
}

# share_tests REPORT…: of the tests listed on the input, every report's share as a filter in
# REPORT.flags. By name and not by GoogleTest's own shards: in wasm it sees no environment.
share_tests() {
  "$LEADPACT_PYTHON" -c '
import sys
suite, names = "", []
for line in sys.stdin:
    name = line.split("#")[0].rstrip()
    if name.startswith("  "):
        names.append(suite + name.strip())
    elif name.endswith("."):
        suite = name
reports = sys.argv[1:]
for at, report in enumerate(reports):
    share = names[at::len(reports)] or ["-*"]
    open(report + ".flags", "w").write("--gtest_filter=" + ":".join(share) + "\n")
' "$@"
}

# replay_corpora WHAT FILTER SUFFIX COMMAND_PREFIX…: every fuzzer over its corpus.
replay_corpora() {
  local what="$1" filter="$2" suffix="$3" source name program
  shift 3
  for source in "$LEADPACT_ROOT"/tests/fuzz/fuzz_*.cc; do
    [ -e "$source" ] || continue
    name="$(basename "$source" .cc)"
    case "$name" in *"$filter"*) ;; *) continue ;; esac
    program="$LEADPACT_ROOT/build/$what/$name$suffix"
    one "$what $name" "$@" "$program" "$LEADPACT_ROOT/tests/fuzz/corpus/${name#fuzz_}"
  done
}

# same_outcomes FIRST COUNT: spoilt cases come to the same natively and as wasm.
same_outcomes() {
  local node_flags code=0 folder
  read -r -a node_flags < <(node_wasm_flags; echo)
  folder="$(mktemp -d)"
  cd "$LEADPACT_ROOT"
  build/native/leadpact_outcomes tests/conformance "$1" "$2" >"$folder/native" &&
    node ${node_flags[@]+"${node_flags[@]}"} build/wasm-tests/leadpact_outcomes.js \
      tests/conformance "$1" "$2" >"$folder/wasm" &&
    diff "$folder/native" "$folder/wasm" | head -n 20 &&
    [ "$(wc -l <"$folder/wasm")" = "$2" ] || code=1
  [ "$code" != 0 ] ||
    say "$2 spoilt cases come to the same ($(grep -c ', scored:' "$folder/wasm") of them scored)."
  rm -rf "$folder"
  return "$code"
}

# All files of ours and the cases beside them, as one hash; another check-out has the same.
hash_of_tree() {
  cd "$LEADPACT_ROOT"
  {
    git ls-files --cached --others --exclude-standard
    if [ -d ../shared/conformance ]; then find ../shared/conformance -type f; fi
  } | while read -r file; do
    if [ -f "$file" ]; then printf '%s\n' "$file"; fi
  done | hash_of_list
}

# The versions of packages, one a line; nothing of those that are not installed.
versions_of() { dpkg-query -W "$@" 2>/dev/null | LC_ALL=C sort || true; }

# Our own C++ files, as git knows them and new ones too.
own_cpp_files() {
  cd "$LEADPACT_ROOT" &&
    git ls-files --cached --others --exclude-standard -- 'core/*.cc' 'core/*.h' 'web/*.cc' \
      'web/*.h' 'tests/*.cc' 'tests/*.h' | while read -r file; do
      if [ -e "$file" ]; then printf '%s\n' "$file"; fi
    done
}

# has_our_version TOOL: another version of clang-format or clang-tidy wants other things.
has_our_version() {
  local have
  have="$("$1" --version | sed -n 's/.*version \([0-9]*\).*/\1/p' | head -n 1)"
  [ "$have" = "$CLANG_TOOLS_MAJOR" ] && return 0
  say "$1 $have is not the version our rules are held with ($CLANG_TOOLS_MAJOR): left out."
  return 1
}

check_format() {
  cd "$LEADPACT_ROOT"
  own_cpp_files | xargs -r -d '\n' clang-format --dry-run --Werror
}

check_tidy() {
  "$LEADPACT_PYTHON" "$LEADPACT_ROOT/scripts/tidy.py" --build "$LEADPACT_ROOT/build/asan" \
    --cache "$LEADPACT_CACHE/tidy" --jobs "$LEADPACT_JOBS"
}

check_size() {
  "$LEADPACT_PYTHON" "$LEADPACT_ROOT/scripts/size.py" "$LEADPACT_ROOT/build/web" \
    "$LEADPACT_ROOT/tests/web/size_budget.json"
}

# run_browser_tests FILTER: run.mjs ends with its own "N passed, N failed".
run_browser_tests() {
  local log last
  log="$(mktemp)"
  node "$LEADPACT_ROOT/tests/web/run.mjs" "$1" 2>&1 | tee "$log" | sed '$d' || true
  last="$(tail -n 1 "$log")"
  rm -f "$log"
  if [[ "$last" =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    say "browsers: $last."
    count "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" "browser tests"
  else
    say "FAILED: the browser tests ended before they could report: $last"
    count 0 1 "browser tests"
  fi
}

report() {
  local failure
  for failure in ${FAILURES[@]+"${FAILURES[@]}"}; do say "Failed: $failure."; done
  say "$PASSED passed, $FAILED failed"
  [ "$FAILED" = 0 ]
}
