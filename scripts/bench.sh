#!/usr/bin/env bash
# Measures and prints: `scripts/bench.sh [PART…]`, or `make bench PART=…`; without a name all of them.
#
#   engine   one run, chances, bounds, best plan: native and in the browser, in turns
#   peers    chances against numpy and Squiggle, in turns
#   slider   slider to paint
#   matrix   60 communes by 25 criteria: scrolling, editing
#   start    the single file from file://
#   sizes    of the page, raw and compressed
#   optimum  the best plan against other solvers: about ten minutes
#   build    seconds of a build after a change of a word, a widget, an engine file
#
# Figures depend on the machine; nothing here passes or fails. What has a peer is told as a ratio to it.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/env.sh

all=(build engine peers slider matrix start sizes optimum)
# shellcheck disable=SC2206
[ $# -gt 0 ] && parts=("$@") || parts=(${PART:-${all[*]}})
for part in "${parts[@]}"; do
  [[ " ${all[*]} " == *" $part "* ]] || { echo "no part is called $part; there are ${all[*]}" >&2; exit 2; }
done
mkdir -p build/bench

# The native program of an example.
native() { cargo build --quiet --locked --release --no-default-features --example "$1"; }
target=$(target_dir)
programs=$target/release/examples
built=
page() {
  [ -n "$built" ] || scripts/build.sh
  built=yes
}
# Yardsticks, installed beside the tools when missing; without them their lines say so.
python=.tools/bench/python/bin/python
with_python() {
  [ -x $python ] || python3 -m venv .tools/bench/python || return 0
  $python -m pip --quiet install "$1" || true
}

measure() {
  case $1 in
    build)
      node scripts/bench/build.mjs
      built=yes
      ;;
    engine)
      native bench
      # The same program, built as the page is built.
      cargo build --quiet --locked --release --no-default-features --example bench --target wasm32-unknown-unknown
      build_tool bindings
      wasm-bindgen --target web --no-typescript --out-dir build/bench "$target/wasm32-unknown-unknown/release/examples/bench.wasm"
      node scripts/smaller.mjs build/bench/bench_bg.wasm
      node scripts/bench/engine.mjs "$programs/bench"
      ;;
    peers)
      native compare
      with_python numpy==2.4.6
      local squiggle=.tools/bench/squiggle
      [ -d $squiggle/node_modules ] || { mkdir -p $squiggle && npm install --silent --no-audit --no-fund --ignore-scripts --prefix $squiggle @quri/squiggle-lang@0.10.0; } || true
      OMP_NUM_THREADS=1 node scripts/bench/peers.mjs "$programs/compare" $python "$PWD/$squiggle"
      ;;
    matrix)
      page
      native bench
      "$programs/bench" --large-plan >build/bench/large.json
      node scripts/bench/matrix.mjs
      ;;
    slider | start)
      page
      node "scripts/bench/$1.mjs"
      ;;
    sizes)
      page
      node scripts/sizes.mjs
      ;;
    optimum)
      page
      native optimum
      native evaluate
      with_python highspy==1.16.0
      (cd tests/perf/microlp && cargo build --quiet --locked --release --target-dir "$target/microlp") || true
      node scripts/bench-optimum.mjs "$programs/optimum" "$programs/evaluate" "$target/microlp/release/ntm-microlp"
      ;;
  esac
}
for part in "${parts[@]}"; do measure "$part"; done
