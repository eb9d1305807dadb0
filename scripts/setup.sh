#!/usr/bin/env bash
# Brings a machine from nothing to a working build, and no further than the target asked for needs:
#
#   scripts/setup.sh build    Rust with the wasm32 target, Node, npm packages (the tools of the build are built beside the page)
#   scripts/setup.sh check    the same with clippy and rustfmt
#   scripts/setup.sh test     the same with Chromium, its driver, a font, and the runner of browser tests
#   scripts/setup.sh watch    as for build, with Trunk
#
# Every step looks first and does nothing if the thing is there, so a second run is quick and silent, and one that was broken off
# goes on where it was. System packages are installed on Debian and its relatives only; elsewhere the missing things are
# named and nothing is touched.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/env.sh
# Here "the usual Rust" is the one without a name.
[ -s .tools/wasm-toolchain ] && unset RUSTUP_TOOLCHAIN

want=${1:-build}
trunk_version=0.21.14
rust_minimum=1.88
node_minimum=18
rust_servers=${NTM_RUST_SERVERS:-yes}

say() { printf '\033[1m[setup]\033[0m %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
# version_at_least HAVE WANT
version_at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n1)" = "$2" ]; }

# Runs a long step with its output in a log; shows a line now and then, the log's end on failure.
quietly() {
  local what=$1 log start=$SECONDS; shift
  mkdir -p .tools/log
  log=.tools/log/$(printf '%s' "$what" | tr -cs 'a-zA-Z0-9.\n' '-').log
  say "$what …"
  "$@" >"$log" 2>&1 </dev/null &
  local pid=$! beat=0
  while kill -0 "$pid" 2>/dev/null; do
    sleep 1; beat=$((beat + 1))
    if [ $((beat % 20)) -eq 0 ]; then say "  $what: $((SECONDS - start)) s, $(tail -n1 "$log" | tr -d '\r' | cut -c1-90)"; fi
  done
  if ! wait "$pid"; then
    tail -n 30 "$log" >&2
    say "$what failed; the whole log is in $log"
    return 1
  fi
}

# ---- system packages ------------------------------------------------------------------------------------------------

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@" 2>/dev/null || sudo "$@"; fi; }
can_apt() { has apt-get && { [ "$(id -u)" = 0 ] || has sudo; }; }
apt_updated=no
apt_install() {
  if [ $apt_updated = no ]; then quietly "package lists" as_root apt-get update; apt_updated=yes; fi
  quietly "apt: $*" as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}
# need WHAT-IT-IS HOW-TO-GET-IT-ELSEWHERE PACKAGE...
need() {
  local what=$1 elsewhere=$2; shift 2
  if can_apt; then apt_install "$@"; else missing+=("$what: $elsewhere"); fi
}
missing=()
stop_if_missing() {
  [ ${#missing[@]} -eq 0 ] && return
  say "This system is not Debian-like, or there is neither root nor sudo. Please install:"
  printf '  - %s\n' "${missing[@]}" >&2
  exit 1
}

# ---- Rust -----------------------------------------------------------------------------------------------------------

rust_ok() { has cargo && has rustc && version_at_least "$(rustc --version 2>/dev/null | cut -d' ' -f2)" $rust_minimum; }
rustup_answers() { curl --proto '=https' --tlsv1.2 -sSf -m 20 -o "$1" https://sh.rustup.rs 2>/dev/null; }

install_rust() {
  local script=.tools/rustup-init.sh
  if ! has curl || ! has cc; then need "a C compiler and curl" "your system's packages" build-essential curl ca-certificates; stop_if_missing; fi
  if [ "$rust_servers" = yes ] && rustup_answers "$script" && quietly "Rust (stable) by rustup" sh "$script" -y --profile minimal -c clippy -c rustfmt --no-modify-path; then
    return
  fi
  say "Rust's own servers do not answer; taking Rust from the system's packages"
  need "Rust ≥ $rust_minimum with clippy and rustfmt" "https://rustup.rs" rustc-web cargo-web rust-web-clippy rustfmt-web
  stop_if_missing
}

# ---- the wasm32 target ----------------------------------------------------------------------------------------------

# True if the rustc given (a command) compiles and links a program that uses std for wasm32, and a test of it.
makes_wasm() {
  local dir ok=1; dir=$(mktemp -d)
  echo 'fn main() { let text = String::from("x"); if text.len() > 1 { std::process::exit(1) } }' >"$dir/probe.rs"
  "$@" --target wasm32-unknown-unknown -o "$dir/probe.wasm" "$dir/probe.rs" >/dev/null 2>&1 &&
    "$@" --target wasm32-unknown-unknown --test -o "$dir/test.wasm" "$dir/probe.rs" >/dev/null 2>&1 && ok=0
  rm -rf "$dir"
  return $ok
}
# The same for a toolchain by name; without a name, for the usual one.
toolchain_makes_wasm() { makes_wasm env ${1:+RUSTUP_TOOLCHAIN=$1} rustc; }

# Builds the standard library for wasm32 from Debian's sources into Debian's own Rust in /usr.
build_debian_std() {
  local version source dir lib=/usr/lib/rustlib/wasm32-unknown-unknown/lib
  version=$(/usr/bin/rustc --version | cut -d' ' -f2)
  source=/usr/src/rustc-$version
  [ -d "$source/library/std" ] || fail "no library sources in $source (package rust-web-src)"
  as_root mkdir -p /usr/lib/rustlib/src
  as_root ln -sfn "$source" /usr/lib/rustlib/src/rust
  dir=$PWD/.tools/std
  mkdir -p "$dir/src"
  printf '[workspace]\n[package]\nname = "stdprobe"\nversion = "0.0.0"\nedition = "2021"\n' >"$dir/Cargo.toml"
  : >"$dir/src/lib.rs"
  # Without embedded bitcode a later build with link-time optimisation fails.
  (cd "$dir" && env -u RUSTUP_TOOLCHAIN RUSTC=/usr/bin/rustc CARGO_TARGET_DIR="$dir/target" RUSTFLAGS=-Cembed-bitcode=yes \
    RUSTC_BOOTSTRAP=1 /usr/bin/cargo build -Z build-std=std,panic_abort,test --release --target wasm32-unknown-unknown)
  as_root mkdir -p "$lib"
  as_root rm -f "$lib"/*.rlib
  find "$dir/target/wasm32-unknown-unknown/release/deps" -name '*.rlib' ! -name 'libstdprobe*' -print0 |
    while IFS= read -r -d '' file; do as_root cp "$file" "$lib/"; done
  rm -rf "$dir"
}

# Finds or makes a toolchain for wasm32 and writes its name (empty: the usual one) to the file given.
install_wasm_target() {
  if toolchain_makes_wasm ""; then echo "" >"$1"; return; fi
  if has rustup && toolchain_makes_wasm "$wasm_link"; then echo "$wasm_link" >"$1"; return; fi
  if [ "$rust_servers" = yes ] && has rustup &&
    quietly "wasm32 target by rustup" timeout 180 rustup target add wasm32-unknown-unknown && toolchain_makes_wasm ""; then
    echo "" >"$1"; return
  fi
  say "Rust's own servers do not hand out the wasm32 target; taking the second way: Debian's Rust and its sources"
  install_debian_wasm
  if has rustup; then
    rustup toolchain link "$wasm_link" /usr >/dev/null 2>&1 || true
    toolchain_makes_wasm "$wasm_link" || fail "the linked toolchain $wasm_link cannot build for wasm32"
    echo "$wasm_link" >"$1"
  else
    toolchain_makes_wasm "" || fail "Debian's Rust cannot build for wasm32"
    echo "" >"$1"
  fi
}
install_debian_wasm() {
  local packages=() package lld
  for package in rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy; do
    dpkg -s "$package" >/dev/null 2>&1 || packages+=("$package")
  done
  if [ ${#packages[@]} -gt 0 ]; then
    need "Rust's wasm32 target" "rustup target add wasm32-unknown-unknown" "${packages[@]}"
    stop_if_missing
  fi
  # rust-lld is a link to the lld of one LLVM version: that one is needed.
  lld=$(basename "$(readlink /usr/bin/rust-lld)")
  has "$lld" || { need "the linker $lld" "your system's packages" "$lld"; stop_if_missing; }
  makes_wasm /usr/bin/rustc || quietly "standard library for wasm32" build_debian_std
}

# ---- Trunk --------------------------------------------------------------------------------------------------------

trunk_there() { [ "$(trunk --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n1)" = $trunk_version ]; }
# Trunk serves and copies: nothing of it has to be quick, so it is built quickly.
install_trunk() {
  trunk_there && return
  quietly "Trunk $trunk_version" env CARGO_TARGET_DIR="$PWD/.tools/target" CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_DEBUG=false \
    cargo install trunk --version $trunk_version --locked --root .tools --no-default-features --features rustls
  trunk_there || fail "Trunk $trunk_version did not install"
}

# ---- Node and its packages ------------------------------------------------------------------------------------------

node_ok() { has node && has npm && version_at_least "$(node --version | tr -d v)" $node_minimum; }
npm_packages() {
  local stamp=node_modules/.installed sum
  sum=$(cksum package.json package-lock.json)
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ] && return
  quietly "npm packages" npm ci --no-audit --no-fund --loglevel=error
  printf '%s' "$sum" >"$stamp"
}

# Counted to the end: a reader that stops early would end fc-list with an error.
has_font() { [ "$(fc-list 2>/dev/null | grep -ci 'noto \?sans' || true)" -gt 0 ]; }

# ---- what a system without apt has to bring ------------------------------------------------------------------------

# Where nothing can be installed, everything that is missing is named at once instead of one thing after the other.
name_all_missing() {
  can_apt && return
  has curl || missing+=("curl: your system's packages")
  has cc || missing+=("a C compiler (cc): your system's packages")
  # With rustup's servers in reach, Rust and its target are installed without the system's packages.
  if ! rust_ok && { [ "$rust_servers" != yes ] || ! has curl || ! rustup_answers /dev/null; }; then
    missing+=("Rust ≥ $rust_minimum with clippy, rustfmt and the target wasm32-unknown-unknown: https://rustup.rs")
  fi
  node_ok || missing+=("Node ≥ $node_minimum with npm: https://nodejs.org")
  if [ "$want" = test ]; then
    has chromium || has chromium-browser || has google-chrome || missing+=("Chromium: your system's packages")
    has chromedriver || missing+=("chromedriver of the same version as Chromium: your system's packages")
    has_font || missing+=("the font Noto Sans and fontconfig: your system's packages")
  fi
  stop_if_missing
}

# ---- how long ---------------------------------------------------------------------------------------------------------

# Seconds of processor time on the machine the figures were measured on, for what is still to be done; the packages' own
# way over the network aside. A short loop tells how this machine compares.
first_build=no
tell_how_long() {
  local work=0 begun loop ms=0
  makes_wasm rustc || { [ -s "$wasm_stamp" ] && toolchain_makes_wasm "$(cat "$wasm_stamp")"; } || work=$((work + 110))
  [ -x .tools/target/release/pack ] || work=$((work + 120))
  [ -d "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release" ] || { work=$((work + page_work)); first_build=yes; }
  case $want in
    test) [ -x .tools/target/release/wasm-tests ] || work=$((work + 40 + test_work)) ;;
    check) [ -d "${CARGO_TARGET_DIR:-target}/debug" ] || work=$((work + check_work)) ;;
    watch) trunk_there || work=$((work + trunk_work)) ;;
  esac
  [ $work -ge 60 ] || return 0
  begun=$(date +%s%N)
  for ((loop = 0; loop < 200000; loop++)); do :; done
  ms=$((($(date +%s%N) - begun) / 1000000))
  local cores; cores=$(nproc 2>/dev/null || echo 2)
  say "the first time takes about $(((work * ms / loop_ms / (cores > 2 ? 3 : cores) + 59) / 60 + 1)) minutes on this machine ($cores processors); after that seconds"
}
# Seconds on two processors that do the loop in 0,7 s, times two; page and tests measured, check and Trunk estimated from their parts.
loop_ms=700 page_work=450 test_work=3600 check_work=1400 trunk_work=500

# ---- in order -------------------------------------------------------------------------------------------------------

mkdir -p .tools/bin
wasm_stamp=.tools/wasm-toolchain
tell_how_long
name_all_missing

# All that the system's packages give, at once.
packages=()
has curl || packages+=(curl ca-certificates)
has cc || packages+=(build-essential)
node_ok || packages+=(nodejs npm)
if [ "$want" = test ]; then
  has chromium || has chromium-browser || has google-chrome || packages+=(chromium)
  has chromedriver || packages+=(chromium-driver)
  has_font || packages+=(fonts-noto-core fontconfig)
fi
if [ ${#packages[@]} -gt 0 ]; then
  if has node && ! node_ok && ! can_apt; then missing+=("Node ≥ $node_minimum with npm: https://nodejs.org"); fi
  need "what the system brings" "your system's packages" "${packages[@]}"
  stop_if_missing; hash -r
  node_ok || fail "Node $(node --version) is too old; Node ≥ $node_minimum with npm is needed"
fi
# Beside Rust: another server, and hardly any work.
npm_packages &
npm=$!
trap 'kill $npm 2>/dev/null || true' EXIT

rust_ok || { install_rust; hash -r; rust_ok || fail "Rust ≥ $rust_minimum is not usable after installing it"; }
# The probe takes a moment, so its answer is kept, together with the compiler it was found for.
compiler=$(rustc --version)
if [ ! -f "$wasm_stamp" ] || [ "$(cat "$wasm_stamp.for" 2>/dev/null)" != "$compiler" ] || ! toolchain_makes_wasm "$(cat "$wasm_stamp")"; then
  install_wasm_target "$wasm_stamp"
  printf '%s\n' "$compiler" >"$wasm_stamp.for"
fi
. scripts/env.sh

if [ "$want" != build ] && ! { cargo fmt --version && cargo clippy --version; } >/dev/null 2>&1; then
  { has rustup && [ ! -s "$wasm_stamp" ] && quietly "clippy and rustfmt" rustup component add clippy rustfmt; } ||
    { need "clippy and rustfmt" "rustup component add clippy rustfmt" rust-web-clippy rustfmt-web; stop_if_missing; }
fi
wait $npm
trap - EXIT
if [ "$want" = watch ]; then install_trunk; fi
