# NTM Planner. Every target sets up what it needs first (scripts/setup.sh): nothing is needed beforehand on Debian but
# make, root or sudo, and the package registries; on other systems the set-up names what to install.
#
#   make run    build the page and serve it on this machine, e.g. http://127.0.0.1:8080/  (PORT=9000 make run)
#   make watch  the same in the development profile: rebuilt and reloaded after an edit (Trunk)
#   make check  format, lints, native tests: the loop for every few minutes
#   make test   all checks and tests; the last line is "N passed, N failed"
#   make dist   dist/ for any static host under any path, and dist/ntm-planner.html, one file for a double click
#   make release  what a release carries, in build/release (TAG=v1.2.3 must be the page's version)
#   make bench  measured figures; in parts by name: make bench PART=engine (scripts/bench.sh names them)
#   make fmt    format the Rust sources
#   make clean  remove what was built (the tools in .tools/ stay)

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.PHONY: run watch check test dist release bench fmt clean
.DEFAULT_GOAL := dist
PORT ?= 8080
PART ?=

dist:
	@scripts/setup.sh build
	@scripts/build.sh dist

run:
	@scripts/setup.sh build
	@scripts/build.sh run
	@. scripts/env.sh; exec node scripts/serve.mjs --dir build/page --port $(PORT)

watch:
	@scripts/setup.sh watch
	@. scripts/env.sh; build_tool bindings; node scripts/bundle.mjs; exec trunk serve --port $(PORT)

check:
	@scripts/setup.sh check
	@. scripts/env.sh; exec node scripts/test.mjs check

test:
	@scripts/setup.sh test
	@. scripts/env.sh; exec node scripts/test.mjs

release: dist
	@. scripts/env.sh; exec node scripts/release.mjs

bench:
	@scripts/setup.sh test
	@. scripts/env.sh; exec scripts/bench.sh $(PART)

fmt:
	@scripts/setup.sh check
	@. scripts/env.sh; cargo fmt --all

clean:
	@. scripts/env.sh; cargo clean
	@rm -rf dist build
