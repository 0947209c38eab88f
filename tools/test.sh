#!/usr/bin/env bash
# Every check, in order; stops at the first that fails. Each section's output is kept under target/test-log.
set -uo pipefail
cd "$(dirname "$0")/.."

LOG=target/test-log
rm -rf "$LOG" test-results
mkdir -p "$LOG" test-results
names=() times=() begun=$SECONDS

closing() { # the runner's own closing words
  grep -aE '^(test result:|[[:space:]]*[0-9]+ (passed|failed|flaky|skipped)|first load|second file|search:|guides:|signatures and files|what am I entitled to|author page|the page about itself|kept for use|worker:|helper:|courier:|handing over:|fences:|forms:|papers:|[0-9]+ files)' "$1" \
    | sed 's/^[[:space:]]*/      /' | sort | uniq -c | sed 's/^ *1 /  /; s/^ *\([0-9][0-9]*\) /  \1 × /' | tail -12
}

summary() {
  printf '\n== Summary\n'
  for idx in "${!names[@]}"; do
    printf '%5s s  %s\n' "${times[$idx]}" "${names[$idx]}"
    closing "$LOG/$idx.log"
  done
  printf '%5s s  in all: %s\n' "$((SECONDS - begun))" "$1"
}

section() { # name, command …
  local idx=${#names[@]} start=$SECONDS status
  printf '\n== %s\n' "$1"
  names+=("$1")
  "${@:2}" 2>&1 | tee "$LOG/$idx.log"
  status=${PIPESTATUS[0]}
  times+=("$((SECONDS - start))")
  printf -- '-- %s: %s s\n' "$1" "${times[$idx]}"
  if [ "$status" != 0 ]; then
    names[idx]="$1: FAILED"
    summary "FAILED at \"$1\""
    exit 1
  fi
}

doc() { # of the command line, and of the page
  export RUSTDOCFLAGS='-D warnings'
  cargo doc --locked --quiet --no-deps --document-private-items \
    && cargo doc --locked --quiet --no-deps --document-private-items --target wasm32-unknown-unknown --no-default-features --features web
}
lint() { "${CARGO_TARGET_DIR:-target}/debug/yuntian" lint --lang en && echo 'forms: no error'; }
untouched() { git diff --exit-code --stat; }

section 'Tools' tools/setup.sh test
section 'Format' cargo fmt --check
section 'Clippy, command line' cargo clippy --locked --quiet --all-targets -- -D warnings
section 'Clippy, page' cargo clippy --locked --quiet --target wasm32-unknown-unknown --no-default-features --features web --lib --bins -- -D warnings
section 'Packs' node tools/pack.mjs
section 'Tests' cargo test --locked --quiet
section 'CEL cases as published' node tests/conformance/cel/extract.mjs --check
section 'Fences of crates' node tools/fences.mjs crates
section 'Page' tools/dist.sh
section 'Fences of programs' node tools/fences.mjs programs
section 'Sizes' node tools/size.mjs
section 'Forms' lint
section 'Papers' tools/papers.sh
section 'Browser' playwright test -c tests/e2e
section 'Documentation' doc
section 'Tree as committed' untouched
summary 'everything passed'
