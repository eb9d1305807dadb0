#!/usr/bin/env bash
# Builds the page; the set-up must have been done (scripts/setup.sh).
#
#   scripts/build.sh run     build/page: the hosted page as the compiler leaves it, for this machine (`make run`)
#   scripts/build.sh dist    dist/ for any static host, under any path, and dist/ntm-planner.html, one file, also from file://
#
# Each step runs once: the compiler, beside it the bundles and the tools; then parts and bindings, wasm-opt (dist), packing.
# What is there already and newer than all it is made of is left as it is.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/env.sh

what=${1:-dist}
case $what in run) out=build/page ;; dist) out=dist ;; *) echo "usage: scripts/build.sh [run|dist]" >&2; exit 2 ;; esac

stamp=build/$what.stamp
made_of=(src style scripts index.html Cargo.toml Cargo.lock package.json package-lock.json LICENSE .tools/wasm-toolchain)
if [ -f "$stamp" ] && [ -f $out/index.html ] && [ -z "$(find "${made_of[@]}" -newer "$stamp" ! -path 'scripts/tools/target/*' -print -quit)" ]; then
  echo "the page is up to date" >&2
  exit
fi
mkdir -p build
rm -f "$stamp"
begun=$(mktemp build/begun.XXXXXX)
trap 'rm -f "$begun"' EXIT

build_tool pack &
tools=$!
{ node scripts/bundle.mjs && node scripts/licences.mjs; } &
bundles=$!
cargo build --locked --release --bin app --features split --target wasm32-unknown-unknown
wait $tools
wait $bundles
program=$(target_dir)/wasm32-unknown-unknown/release/app.wasm
if [ "$what" = run ]; then
  node scripts/parts.mjs "$program"
  node scripts/host.mjs $out
else
  node scripts/parts.mjs "$program" --small
  node scripts/host.mjs $out
  # The sizes of the hosted page beside the packing of the single file; printed at the end.
  node scripts/sizes.mjs >/dev/null &
  sizes=$!
  node scripts/single-file.mjs
  wait $sizes
  cp build/THIRD-PARTY-LICENSES.txt dist/THIRD-PARTY-LICENSES.txt
  cp LICENSE dist/LICENSE.txt
  cp src/formats/ntm-plan.schema.json dist/ntm-plan.schema.json
  node scripts/sizes.mjs
fi
# As old as the beginning: what was edited meanwhile is newer.
mv "$begun" "$stamp"
