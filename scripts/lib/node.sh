# npm packages, installed once per lock file into the cache and linked into the tree.

# need_node_modules FOLDER: FOLDER has package.json and package-lock.json.
need_node_modules() { one_at_a_time node install_node_modules "$1"; }

install_node_modules() {
  local folder="$1" key kept
  key="$(printf '%s\n' "$folder/package.json" "$folder/package-lock.json" |
    xargs -d '\n' cat | sha256sum | cut -c1-16)"
  kept="$LEADPACT_CACHE/node/$(basename "$folder")-$key"
  if [ ! -d "$kept/node_modules" ]; then
    say "Installing the npm packages of ${folder#"$LEADPACT_ROOT"/}."
    rm -rf "$kept.new"
    mkdir -p "$kept.new"
    cp "$folder/package.json" "$folder/package-lock.json" "$kept.new/"
    # No scripts: nothing here needs one, and none may fetch a browser.
    (cd "$kept.new" && quietly npm ci --ignore-scripts --no-audit --no-fund)
    rm -rf "$kept"
    mv "$kept.new" "$kept"
  fi
  if [ "$(readlink "$folder/node_modules" 2>/dev/null)" != "$kept/node_modules" ]; then
    rm -rf "$folder/node_modules"
    ln -s "$kept/node_modules" "$folder/node_modules"
  fi
}
