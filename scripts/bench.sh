#!/usr/bin/env bash
# Measures and prints: one run of the default plan native and in WebAssembly, slider to paint, start of the single file,
# sizes. Figures depend on the machine; nothing here passes or fails.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/env.sh

scripts/build.sh
mkdir -p build/bench
cargo run --quiet --locked --release --no-default-features --example bench >build/bench/native.json
cargo run --quiet --locked --release --no-default-features --example bench -- --large-plan >build/bench/large.json
# The same program, built as the page is built.
with_wasm cargo build --quiet --locked --release --no-default-features --example bench --target wasm32-unknown-unknown
target=$(cargo metadata --locked --format-version 1 --no-deps | node -p 'JSON.parse(require("fs").readFileSync(0)).target_directory')
wasm-bindgen --target web --no-typescript --out-dir build/bench "$target/wasm32-unknown-unknown/release/examples/bench.wasm"
node scripts/smaller.mjs build/bench/bench_bg.wasm
# Yardsticks, installed beside the tools when missing; without them their lines say so.
cargo run --quiet --locked --release --no-default-features --example compare >build/bench/compare.json
rm -f build/bench/numpy.json build/bench/squiggle.json
python=.tools/bench/python/bin/python
if [ -x $python ] || python3 -m venv .tools/bench/python; then
  if $python -m pip --quiet install numpy==2.4.6; then
    OMP_NUM_THREADS=1 $python scripts/bench_numpy.py build/bench/compare.json >build/bench/numpy.json || true
  fi
  $python -m pip --quiet install highspy==1.16.0 || true
fi
squiggle=.tools/bench/squiggle
if [ -d $squiggle/node_modules ] || { mkdir -p $squiggle && npm install --silent --no-audit --no-fund --ignore-scripts --prefix $squiggle @quri/squiggle-lang@0.10.0; }; then
  node scripts/bench_squiggle.mjs build/bench/compare.json "$PWD/$squiggle" >build/bench/squiggle.json || true
fi
node scripts/bench.mjs
# The best plan, the page against other solvers: about ten minutes.
cargo build --quiet --locked --release --no-default-features --example optimum --example evaluate
(cd tests/perf/microlp && cargo build --quiet --locked --release --target-dir "$target/microlp") || true
exec node scripts/bench-optimum.mjs "$target/release/examples/optimum" "$target/release/examples/evaluate" "$target/microlp/release/ntm-microlp"
