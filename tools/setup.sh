#!/usr/bin/env bash
# Installs what is missing, and only that. `setup.sh build`: what the page needs. `setup.sh test`: also Chromium, poppler, qpdf.
set -euo pipefail
cd "$(dirname "$0")/.."

TRUNK=0.21.14
SPLIT=0.2.4
# The command must be of the very version that the program is linked with.
BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)

say() { printf '   setup: %s\n' "$*"; }
need() {
  command -v "$1" >/dev/null || { printf 'setup: %s is missing: %s\n' "$1" "$2" >&2; exit 1; }
}

# `cargo install` keeps a list; wasm-split-cli does not tell its version.
is_installed() { cargo install --list | grep -qx "$1 v$2:"; }

# A tool is built once and run a few times: compile fast rather than well.
install_tool() {
  say "$1 $2 is built (some minutes, once)"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    cargo install --quiet --locked --target-dir target/tools "$1@$2" "${@:3}"
}

# Debian packages, where we may install them; else the person is told.
install_packages() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "apt-get install $*"
    apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    printf 'setup: please install: %s\n' "$*" >&2
    exit 1
  fi
}

need cargo 'install Rust with rustup'
command -v node >/dev/null && command -v npm >/dev/null || install_packages nodejs npm
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || { echo 'setup: Node 20 or newer is needed' >&2; exit 1; }

if [ ! -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ]; then
  need rustup 'or add the target wasm32-unknown-unknown to this Rust'
  say 'Rust target wasm32-unknown-unknown'
  rustup target add wasm32-unknown-unknown
fi
for part in rustfmt clippy; do
  cargo ${part/rustfmt/fmt} --version >/dev/null 2>&1 || { need rustup "or add $part"; rustup component add "$part"; }
done

if ! cmp -s package-lock.json node_modules/.installed-lock; then
  say 'npm packages'
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi

cargo fetch --locked --quiet

[ "$(trunk --version 2>/dev/null)" = "trunk $TRUNK" ] || install_tool trunk "$TRUNK"
[ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $BINDGEN" ] || install_tool wasm-bindgen-cli "$BINDGEN"

is_installed wasm_split_cli_support "$SPLIT" || install_tool wasm_split_cli_support "$SPLIT" --features build-binary

if [ "${1:-build}" = test ]; then
  missing=()
  [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || missing+=(chromium)
  # A system without any Chinese typeface shows boxes, and the pictures say nothing.
  [ -n "$(fc-list :lang=zh 2>/dev/null)" ] || missing+=(fonts-noto-cjk)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  command -v qpdf >/dev/null || missing+=(qpdf)
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
fi
