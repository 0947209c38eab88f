# Three commands: `make serve` (build and open at 127.0.0.1:8080), `make test` (everything), `make dist` (the page alone).
# Each installs what it misses; tools/setup.sh says what that is.

SHELL := /bin/bash
CARGO_HOME ?= $(HOME)/.cargo
# npm's wasm-opt stands before any other: older ones refuse what rustc emits.
export PATH := $(CURDIR)/node_modules/.bin:$(CARGO_HOME)/bin:$(PATH)

.PHONY: serve test dist setup e2e clean

serve: dist
	node tools/serve.mjs

dist: setup
	tools/dist.sh

test:
	tools/test.sh

setup:
	tools/setup.sh build

# The browser tests alone, over the page as it was built last: make e2e ARGS='-g 键盘'
e2e:
	playwright test -c tests/e2e $(ARGS)

clean:
	rm -rf dist test-results target/packs target/packs.stamp target/compressed
