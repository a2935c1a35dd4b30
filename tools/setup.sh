#!/usr/bin/env bash
# Installs what is missing, and nothing twice:
#
#   tools/setup.sh build      what makes the widget: the wasm target, Trunk, wasm-bindgen's CLI, wasm-opt, esbuild
#   tools/setup.sh browser    what tests it: a Chromium and its driver
#
# What has to be compiled goes where cargo puts programs, outside this folder. Where a program of another version
# stands there already, it is left alone, and ours goes into a cache folder that the Makefile looks into first.
set -euo pipefail
cd "$(dirname "$0")/.."

trunk_version=0.22.1
cache=${XDG_CACHE_HOME:-$HOME/.cache}/which-cause

say() { printf 'set-up: %s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }
need() { command -v "$1" >/dev/null || stop "$1 is missing: $2"; }

# The version of a crate in Cargo.lock.
locked() { sed -n "/^name = \"$1\"$/{n;s/^version = \"\(.*\)\"$/\1/p;}" Cargo.lock; }

# installed PROGRAM VERSION: whether the program that would be run is of that version.
installed() { [ "$("$1" --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+[^ ]*' | head -n 1)" = "$2" ]; }

# install CRATE PROGRAM VERSION [FLAG…]: compiles a program of a crate once. It runs for seconds a day: what it
# would gain by being optimised is less than what that takes.
install() {
  local crate=$1 program=$2 version=$3 root=()
  shift 3
  if installed "$program" "$version"; then return; fi
  if command -v "$program" >/dev/null; then root=(--root "$cache"); fi
  say "compiling $crate $version, once; this takes some minutes"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_TARGET_DIR=$cache/target \
    cargo install "$crate" --version "$version" "${root[@]}" --force "$@" >&2
  rm -rf "$cache/target"
  hash -r
  installed "$program" "$version" || stop "$program $version was installed but is not on the PATH; add ~/.cargo/bin to it"
}

build_tools() {
  need cargo "install Rust from https://rustup.rs"
  need node "install Node 20 or newer from https://nodejs.org"
  need npm "it comes with Node"
  need cc "install a C compiler (Debian: apt-get install build-essential; macOS: xcode-select --install)"
  if [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    need rustup "without it, add the target wasm32-unknown-unknown to your Rust yourself"
    rustup target add wasm32-unknown-unknown
  fi
  # Trunk's TLS is for downloads; the smallest choice compiles soonest.
  install trunk trunk "$trunk_version" --locked --ignore-rust-version --no-default-features --features rustls
  # wasm-bindgen wants its CLI to be of exactly the crate's version.
  install wasm-bindgen-cli wasm-bindgen "$(locked wasm-bindgen)"
  if ! cmp -s tools/package-lock.json tools/node_modules/.installed; then
    say "installing the npm packages of tools/package.json"
    npm ci --prefix tools --no-audit --no-fund --loglevel=error >&2
    cp tools/package-lock.json tools/node_modules/.installed
  fi
}

# The names under which systems have them.
chromium() { for it in "${CHROME:-}" chromium chromium-browser google-chrome google-chrome-stable; do [ -n "$it" ] && command -v "$it" && return; done; return 1; }
driver() { for it in "${CHROMEDRIVER:-}" chromedriver chromium.chromedriver; do [ -n "$it" ] && command -v "$it" && return; done; return 1; }

browser() {
  if chromium >/dev/null && driver >/dev/null; then return; fi
  local install="apt-get install -y --no-install-recommends chromium chromium-driver"
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "installing Chromium and its driver"
    apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive $install >&2
  elif command -v apt-get >/dev/null; then
    stop "the tests need Chromium and its driver: sudo $install"
  else
    stop "the tests need Chrome or Chromium and its chromedriver on the PATH (macOS: brew install chromedriver google-chrome), or named in CHROME and CHROMEDRIVER"
  fi
  chromium >/dev/null && driver >/dev/null || stop "Chromium or its driver is still missing"
}

case "${1:-}" in
  build) build_tools ;;
  browser) browser ;;
  *) stop "usage: tools/setup.sh build|browser" ;;
esac
