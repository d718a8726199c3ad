# Installs Debian packages that are missing, and nothing when all are there.
# Works on Debian 12 and 13, as root or through sudo.

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "installing packages needs root or sudo: $*"
  fi
}

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null | cut -c1-2)" = ii ]
}

# refresh_package_lists [again]: once per run, and only when the lists are empty unless 'again'.
LISTS_REFRESHED=
refresh_package_lists() {
  [ -z "$LISTS_REFRESHED" ] || return 0
  if [ "${1:-}" != again ] && compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; then
    return 0
  fi
  say "Refreshing the list of Debian packages."
  quietly as_root apt-get update
  LISTS_REFRESHED=1
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    -o Dpkg::Use-Pty=0 "$@"
}

# need_packages NAME…: a name may offer choices, first wins: 'nodejs|command:node' is
# satisfied by the package or by any node on the PATH.
need_packages() {
  local spec name missing=()
  for spec in "$@"; do
    name="${spec%%|command:*}"
    if [ "$spec" != "$name" ] && command -v "${spec##*|command:}" >/dev/null; then continue; fi
    is_installed "$name" || missing+=("$name")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  command -v apt-get >/dev/null ||
    die "these packages are missing and this is not Debian, so install them by hand: ${missing[*]}"
  refresh_package_lists
  say "Installing ${missing[*]}."
  if ! quietly apt_install "${missing[@]}" 2>/dev/null; then
    # The lists may be old: their files are then gone from the mirror.
    refresh_package_lists again
    quietly apt_install "${missing[@]}"
  fi
}

need_emcc_packages() {
  # A newer emcc of one's own on the PATH is taken as it is.
  need_packages 'emscripten|command:emcc' 'nodejs|command:node' brotli
}

need_build_packages() {
  need_packages cmake ninja-build g++ ccache python3 git ca-certificates dpkg-dev xz-utils zip \
    libcereal-dev rapidjson-dev libfmt-dev libfast-float-dev libcli11-dev \
    libgtest-dev libgmock-dev googletest \
    python3-fonttools fonts-roboto-unhinted fonts-material-design-icons-iconfont libc-bin tzdata
}

need_clang_packages() {
  need_packages clang
  # The sanitizers' and libFuzzer's runtime is a package named after clang's major version.
  local major
  major="$(clang -dumpversion | cut -d. -f1)"
  need_packages "libclang-rt-$major-dev" llvm
}

need_check_packages() { need_packages clang-format clang-tidy; }

# With a font for each script that the tests of text write.
need_browser_packages() {
  need_packages chromium firefox-esr poppler-utils xvfb xauth libgl1-mesa-dri brotli \
    fonts-hosny-amiri fonts-lohit-deva fonts-ipafont-gothic fonts-noto-color-emoji \
    'nodejs|command:node' 'npm|command:npm'
}
