# What emcc needs from its surroundings. The CMake presets set the same for people who call
# cmake themselves.

use_emscripten() {
  command -v emcc >/dev/null || die "emcc is not on the PATH"
  # Debian's emcc looks for acorn where Debian's node packages are, whichever node runs it.
  export NODE_PATH="/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}"
  # emcc is a Python program started for every file: a python3 that is a shell script in front
  # of the real one (pyenv) triples the time of a small compilation.
  export EMSDK_PYTHON="${EMSDK_PYTHON:-$LEADPACT_PYTHON}"
  # emcc as ccache's compiler: it is clang underneath.
  export CCACHE_COMPILERTYPE=clang
}

# run_wasm FILE.js ARG…: emcc 3.1.6's start code trips over node's own fetch (ERR_INVALID_URL).
# node 18 to 22 take the flag; where it is unknown it is not needed.
node_wasm_flags() {
  if node --no-experimental-fetch -e 0 2>/dev/null; then printf -- '--no-experimental-fetch'; fi
}
