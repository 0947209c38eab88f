#!/usr/bin/env bash
# `make bench`: installs what is missing, builds every engine, and measures all of them in one run. Writes RESULTS.md (and .json).
# What follows goes to src/run.mjs: bench/run.sh --rounds 2 --only forms --forms yuntian,rjsf. A part goes to dist/part.md.
set -euo pipefail
cd "$(dirname "$0")"
../tools/setup.sh test
if ! cmp -s package-lock.json node_modules/.installed-lock; then
  echo '   bench: npm packages'
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi
command -v unzip >/dev/null || { echo 'bench: unzip is missing' >&2; exit 1; }
node src/engine.mjs
node src/gen.mjs
node src/build.mjs
node src/run.mjs "$@"
