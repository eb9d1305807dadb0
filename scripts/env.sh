# shellcheck shell=bash
# shellcheck disable=SC2034
# Sourced by the other scripts, from the top of the repository: where the project's own tools are and which Rust
# builds for wasm32.
export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH:$HOME/.cargo/bin"
# Name under which a Rust with a self-built wasm32 standard library is known to rustup (see setup.sh).
wasm_link=ntm-wasm

# Runs a command with the toolchain that can build for wasm32.
with_wasm() {
  local toolchain=""
  [ -f .tools/wasm-toolchain ] && toolchain=$(cat .tools/wasm-toolchain)
  if [ -n "$toolchain" ]; then RUSTUP_TOOLCHAIN=$toolchain "$@"; else "$@"; fi
}
