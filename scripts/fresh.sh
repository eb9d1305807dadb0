#!/usr/bin/env bash
# The README's commands from nothing, with the seconds of each step: a clone in a new folder, an empty HOME, no registry of Cargo or
# npm, no tools, no node_modules.
#
#   scripts/fresh.sh [run|test|all]      all (the default): `make run` until the page is served, again, then `make test`, then warm
#   BARE=yes scripts/fresh.sh …          also takes Debian's Rust and its wasm32 library off the machine first: for machines to throw away
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-all}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git clone -q . "$folder/ntm"
mkdir "$folder/home"
if [ "${BARE:-no}" = yes ]; then
  rm -rf /usr/lib/rustlib/wasm32-unknown-unknown
  apt-get purge -y -qq 'rustc-web*' 'cargo-web*' 'rust-web-*' rustfmt-web 'libstd-rust-web*' lld-22 chromium chromium-driver >/dev/null 2>&1 || true
  apt-get autoremove -y -qq >/dev/null 2>&1 || true
fi
# Nothing of the person's own: registry, toolchains, settings (a registry's mirror and proxies aside).
bare() {
  env -i HOME="$folder/home" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM="${TERM:-dumb}" LANG=C.UTF-8 \
    ${npm_config_registry:+npm_config_registry="$npm_config_registry"} ${https_proxy:+https_proxy="$https_proxy"} "$@"
}
stamp() { while IFS= read -r line; do printf '%5d s  %s\n' "$((SECONDS - begun))" "$line"; done; }
# step NAME COMMAND...: the command, its lines with the second they came at, and how long it took.
step() {
  local name=$1 begun=$SECONDS; shift
  "$@" 2>&1 | stamp
  printf '==== %s: %d s\n' "$name" "$((SECONDS - begun))"
}
served() {
  bare make -C "$folder/ntm" --no-print-directory run PORT="$1" &
  local run=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$1/"; do kill -0 $run 2>/dev/null || return 1; sleep 0.2; done
  pkill -P $run 2>/dev/null || true
  kill $run 2>/dev/null || true
}
case $what in
  run | all) step "make run, from nothing to the served page" served 8461; step "make run again" served 8462 ;;&
  test | all) step "make test" bare make -C "$folder/ntm" --no-print-directory test ;;&
  all)
    step "make test, warm" bare make -C "$folder/ntm" --no-print-directory test
    step "make dist" bare make -C "$folder/ntm" --no-print-directory dist
    printf '\n/// .\npub const CHANGED: () = ();\n' >>"$folder/ntm/src/ui/widgets/bullet.rs"
    step "make dist after a changed widget" bare make -C "$folder/ntm" --no-print-directory dist
    ;;
esac
