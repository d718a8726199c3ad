# Every pinned version, in one place. Read by the shell scripts and by CMake
# (scripts/cmake/Dependencies.cmake), so keep each line as NAME=value.

# Debian source packages: the release that carries them and their exact version.
IMGUI_RELEASE=forky
IMGUI_VERSION=1.92.2b+ds-1
SDL2_RELEASE=trixie
SDL2_VERSION=2.32.4+dfsg-1
CCTZ_RELEASE=trixie
CCTZ_VERSION=2.4+dfsg1-2
QRCODEGEN_RELEASE=trixie
QRCODEGEN_VERSION=1.8.0-1.2

# Zone data: one release for every platform, so that they answer alike. The published
# conformance cases were computed with it; a newer one moves clocks that they rest on.
TZDATA_RELEASE=bookworm
TZDATA_VERSION=2026b-0+deb12u1

# clang-format and clang-tidy change their minds from version to version: the checks count only
# with this major version (Debian 12's).
CLANG_TOOLS_MAJOR=14
