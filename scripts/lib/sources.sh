# Fetches the pinned Debian source packages into the cache, outside the tree.
# apt does it with a configuration of its own (own lists, own empty status file), so the
# machine's own package lists stay as they are. apt checks the signatures: InRelease is
# signed, it vouches for Sources, Sources vouches for every file.

# The mirror that this machine's own apt uses for its own Debian release.
debian_mirror() {
  local codename
  codename="$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")"
  {
    cat /etc/apt/sources.list.d/*.sources 2>/dev/null |
      awk -v suite="$codename" '
        tolower($1) == "uris:" { uri = $2 }
        tolower($1) == "suites:" { for (i = 2; i <= NF; i++) if ($i == suite) ours = 1 }
        /^$/ { if (ours && uri) print uri; uri = ""; ours = 0 }
        END { if (ours && uri) print uri }'
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
      awk -v suite="$codename" '
        $1 == "deb" { for (i = 2; i < NF; i++) if ($i ~ /:\/\// && $(i + 1) == suite) print $i }'
  } 2>/dev/null | sed -n '1s#/*$##p' || true
}

# Where a fetched source lives. CMake computes the same path from versions.sh.
source_dir() { printf '%s/src/%s-%s' "$LEADPACT_CACHE" "$1" "$2"; }

# with_source_lists RELEASE…: makes the separate apt and fetches its lists.
with_source_lists() {
  local apt="$LEADPACT_CACHE/apt" mirror release
  mirror="$(debian_mirror)"
  [ -n "$mirror" ] || die "found no Debian mirror in this machine's apt sources"
  mkdir -p "$apt/state/lists/partial" "$apt/cache/archives/partial"
  : >"$apt/status"
  cat >"$apt/apt.conf" <<CONF
Dir::State "$apt/state";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "-";
Acquire::Check-Valid-Until "false";
APT::Sandbox::User "root";
CONF
  for release in "$@"; do
    printf 'deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' \
      "$mirror" "$release"
  done >"$apt/sources.list"
  export APT_CONFIG="$apt/apt.conf"
  say "Reading the lists of Debian source packages ($*)."
  quietly apt-get update
}

# fetch_source NAME PACKAGE VERSION RELEASE DIR_OPTION MODE
# MODE 'package' takes Debian's source package with its patches; 'upstream' takes only the
# upstream archive that it names, for packages whose Debian part the mirrors do not all carry
# (we need none of Debian's patches there).
fetch_source() {
  local name="$1" package="$2" version="$3" release="$4" option="$5" mode="$6" target work
  target="$(source_dir "$name" "$version")"
  work="$(mktemp -d "$LEADPACT_CACHE/src/.work.XXXXXX")"
  say "Fetching $package $version (Debian $release, source)."
  local flags=(--download-only)
  [ "$mode" = package ] || flags+=(--tar-only)
  if ! (cd "$work" && quietly apt-get source "${flags[@]}" "$package=$version"); then
    rm -rf "$work"
    die "Debian's mirror no longer has the source of $package $version. Give a checkout of" \
      "your own instead: cmake --preset NAME -D${option}=FOLDER, or set ${option} in the environment."
  fi
  if [ "$mode" = package ]; then
    (cd "$work" && quietly dpkg-source --no-copy -x ./*.dsc tree)
  else
    mkdir "$work/tree"
    tar -xf "$work"/*.orig.tar.* -C "$work/tree"
    # Most archives hold one folder, some the files themselves.
    local inside=("$work/tree"/*)
    if [ "${#inside[@]}" = 1 ] && [ -d "${inside[0]}" ]; then
      mv "${inside[0]}" "$work/one" && rm -r "$work/tree" && mv "$work/one" "$work/tree"
    fi
  fi
  rm -rf "$target"
  mv "$work/tree" "$target"
  rm -rf "$work"
}

# The name, package, version, release, CMake option and mode of every source we need.
source_table() {
  cat <<TABLE
imgui imgui $IMGUI_VERSION $IMGUI_RELEASE IMGUI_DIR package
sdl2 libsdl2 $SDL2_VERSION $SDL2_RELEASE SDL2_DIR package
cctz cctz $CCTZ_VERSION $CCTZ_RELEASE CCTZ_DIR upstream
qrcodegen qr-code-generator $QRCODEGEN_VERSION $QRCODEGEN_RELEASE QRCODEGEN_DIR upstream
tzdata tzdata $TZDATA_VERSION $TZDATA_RELEASE TZDATA_DIR upstream
TABLE
}

fetch_missing_sources() {
  local name package version release option mode
  local wanted=() releases=()
  mkdir -p "$LEADPACT_CACHE/src"
  while read -r name package version release option mode; do
    [ -z "${!option:-}" ] || continue
    [ ! -d "$(source_dir "$name" "$version")" ] || continue
    wanted+=("$name $package $version $release $option $mode")
    case " ${releases[*]:-} " in *" $release "*) ;; *) releases+=("$release") ;; esac
  done < <(source_table)
  [ "${#wanted[@]}" -gt 0 ] || return 0
  (
    with_source_lists "${releases[@]}"
    local line
    for line in "${wanted[@]}"; do
      # shellcheck disable=SC2086
      fetch_source $line
    done
    # The lists are large and of no further use.
    rm -rf "$LEADPACT_CACHE/apt"
  )
}

need_sources() { one_at_a_time sources fetch_missing_sources; }
