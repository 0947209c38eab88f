#!/usr/bin/env bash
# Builds the page into dist, in release. TRUNK_* may be set from outside; NO_COLOR=1 breaks Trunk, which wants `true`.
set -euo pipefail
cd "$(dirname "$0")/.."
unset NO_COLOR
# The places of the sources on this machine would stand in every panic message that is shipped: 5 kB, and whose machine it was.
cargo fetch --quiet --locked
for dir in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do
  flags="${flags:-} --remap-path-prefix=$dir="
done
# Of the wasm target alone, or the command line would be built a second time.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags --remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust/="
# At once, so that both cores link; Trunk starts a build for each, and they wait for one another.
cargo build --quiet --target wasm32-unknown-unknown --profile page --offline --locked --no-default-features --features web --bin app --bin press --bin helper --bin courier
exec trunk build --release --cargo-profile page --offline --locked
