# shellcheck shell=bash
# shellcheck disable=SC2034
# Sourced by the other scripts, from the top of the repository: where the project's own tools are and which Rust
# builds for wasm32.
export PATH="$PWD/.tools/target/release:$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH:$HOME/.cargo/bin"
# Name under which a Rust with a self-built wasm32 standard library is known to rustup (see setup.sh). One compiler for the page
# and the tests: what both need is compiled once.
wasm_link=ntm-wasm
if [ -s .tools/wasm-toolchain ]; then
  RUSTUP_TOOLCHAIN=$(cat .tools/wasm-toolchain)
  export RUSTUP_TOOLCHAIN
fi

# Builds a tool of scripts/tools (`pack`, `wasm-tests`, `bindings`) if it is not there as its sources are; `bindings` is then there
# as `wasm-bindgen` too.
build_tool() {
  local features=()
  [ "$1" = pack ] || features=(--features cli)
  CARGO_TARGET_DIR="$PWD/.tools/target" cargo build --quiet --locked --release --manifest-path scripts/tools/Cargo.toml --bin "$1" "${features[@]}"
  if [ "$1" = bindings ]; then ln -sf ../target/release/bindings .tools/bin/wasm-bindgen; fi
}

# Where Cargo puts what it builds.
target_dir() { cargo metadata --locked --offline --format-version 1 --no-deps | node -p 'JSON.parse(require("fs").readFileSync(0)).target_directory'; }
