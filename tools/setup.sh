#!/usr/bin/env bash
# Installs what is missing, and nothing twice:
#
#   tools/setup.sh build      what makes the widget: the wasm target, Trunk, wasm-bindgen's CLI, wasm-opt, esbuild
#   tools/setup.sh browser    what tests it: a Chromium and its driver
#   tools/setup.sh fuzz       what fuzzes it: cargo-fuzz, on a nightly toolchain
#
# What has to be compiled goes where cargo puts programs, outside this folder. Where a program of another version
# stands there already, it is left alone, and ours goes into a cache folder that the Makefile looks into first.
set -euo pipefail
cd "$(dirname "$0")/.."

trunk_version=0.22.1
fuzz_version=0.13.2
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
    cargo install "$crate" --version "$version" ${root[@]+"${root[@]}"} --force "$@" >&2
  rm -rf "$cache/target"
  hash -r
  PATH=$cache/bin:$PATH installed "$program" "$version" ||
    stop "$program $version was installed but is not on the PATH; cargo said above where it went"
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

# The first of these programs that is there; one that the variable names goes before all others.
program() {
  local variable=$1 named=${!1:-} it
  shift
  if [ -n "$named" ]; then
    [ -x "$named" ] || stop "$variable names $named, which is no program"
    return
  fi
  for it in "$@"; do if command -v "$it" >/dev/null || [ -x "$it" ]; then return; fi; done
  return 1
}
chromium() {
  program CHROME chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium
}
driver() { program CHROMEDRIVER chromedriver chromium.chromedriver; }

browser() {
  if chromium && driver; then return; fi
  # Debian's packages. Other systems have other names; the last line says what to do there.
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "installing Chromium and its driver"
    apt-get update -qq >&2 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium chromium-driver >&2 || true
  fi
  chromium && driver || stop "the tests need Chrome or Chromium and the chromedriver of its version, on the PATH or named in CHROME and CHROMEDRIVER (Debian: sudo apt-get install chromium chromium-driver; Ubuntu: snap install chromium; Fedora: dnf install chromium chromedriver; macOS: brew install --cask google-chrome chromedriver)"
}

fuzz() {
  cargo +nightly --version >/dev/null 2>&1 || stop "fuzzing needs a nightly toolchain: rustup toolchain install nightly"
  command -v cargo-fuzz >/dev/null || install cargo-fuzz cargo-fuzz "$fuzz_version"
}

case "${1:-}" in
  build) build_tools ;;
  browser) browser ;;
  fuzz) fuzz ;;
  *) stop "usage: tools/setup.sh build|browser|fuzz" ;;
esac
