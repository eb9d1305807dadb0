# NTM Planner. Every target sets up what it needs first (scripts/setup.sh): nothing is needed beforehand on Debian but
# make, root or sudo, and the package registries; on other systems the set-up names what to install.
#
#   make run    build the page and serve it on this machine, e.g. http://127.0.0.1:8080/  (PORT=9000 make run)
#   make test   all checks and tests; the last line is "N passed, N failed"
#   make dist   dist/ for any static host under any path, and dist/ntm-planner.html, one file for a double click
#   make bench  measured figures: one run native and wasm, slider to paint, start from file://, sizes
#   make fmt    format the Rust sources
#   make clean  remove what was built (the tools in .tools/ stay)

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.PHONY: run test dist bench fmt clean setup
.DEFAULT_GOAL := dist
PORT ?= 8080

setup:
	@scripts/setup.sh build

dist: setup
	@scripts/build.sh

run: dist
	@. scripts/env.sh; exec node scripts/serve.mjs --port $(PORT)

test:
	@scripts/setup.sh test
	@. scripts/env.sh; exec node scripts/test.mjs

bench:
	@scripts/setup.sh test
	@. scripts/env.sh; exec scripts/bench.sh

fmt:
	@. scripts/env.sh; cargo fmt

clean:
	@. scripts/env.sh; cargo clean
	@rm -rf dist build
