#!/usr/bin/env bash
# Builds the page into dist, in release. TRUNK_* may be set from outside; NO_COLOR=1 breaks Trunk, which wants `true`.
set -euo pipefail
cd "$(dirname "$0")/.."
unset NO_COLOR
exec trunk build --release --cargo-profile page --offline --locked
