# Two commands: `make serve` (build, and serve on 127.0.0.1:8080) and `make test` (everything). Each installs what it misses;
# tools/setup.sh says what that is.

SHELL := /bin/bash
CARGO_HOME ?= $(HOME)/.cargo
# npm's wasm-opt stands before any other: older ones refuse what rustc emits.
export PATH := $(CURDIR)/node_modules/.bin:$(CARGO_HOME)/bin:$(PATH)

.PHONY: serve test dist setup e2e fuzz bench clean

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

# The fuzzers, a minute each or SECONDS=600; needs a nightly Rust and cargo-fuzz. `make test` replays their finds.
fuzz:
	for target in form_file rule answers; do \
	  cargo +nightly fuzz run --fuzz-dir tests/fuzz --target-dir target/fuzz $$target tests/fuzz/corpus/$$target -- \
	    -max_total_time=$(or $(SECONDS),60) -timeout=10 || exit 1; \
	done

# The comparison with other form and PDF libraries, half an hour on a quiet machine; writes bench/RESULTS.md. Fewer engines or
# rounds go to bench/dist/part.md: make bench ARGS='--rounds 2 --forms yuntian,rjsf --pdfs yuntian-pdf --docx docxtemplater'
bench:
	bench/run.sh $(ARGS)

clean:
	rm -rf dist test-results target/packs target/packs.stamp target/compressed
