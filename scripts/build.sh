#!/usr/bin/env bash
# Builds dist/ (for any static host, under any path) and dist/ntm-planner.html (one file, also from file://).
# The set-up must have been done (scripts/setup.sh); `make dist` does both.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/env.sh

node scripts/bundle.mjs
node scripts/licences.mjs
with_wasm trunk build --release
node scripts/parts.mjs
node scripts/host.mjs
node scripts/single-file.mjs
cp build/THIRD-PARTY-LICENSES.txt dist/THIRD-PARTY-LICENSES.txt
cp LICENSE dist/LICENSE.txt
cp src/formats/ntm-plan.schema.json dist/ntm-plan.schema.json
node scripts/sizes.mjs
