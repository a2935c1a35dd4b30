#!/usr/bin/env bash
# Installs what is missing, and nothing twice:
#
#   tools/setup.sh build      what makes the widget: the wasm target, Trunk, wasm-bindgen's CLI, wasm-opt, esbuild, and
#                             axe-core for the tests
#   tools/setup.sh test       what runs the Rust tests: cargo-nextest
#   tools/setup.sh lint       what checks the shell scripts: ShellCheck
#   tools/setup.sh browser    what tests it: Chromium, Firefox and WebKit, each with its driver; or only those that are
#                             named: tools/setup.sh browser chromium firefox
#   tools/setup.sh gallery    what takes pictures of every screen: playwright-core, for a Chromium that is there
#   tools/setup.sh bench      what measures it beside others: the same, and SurveyJS, which is one of them
#   tools/setup.sh looks      what compares some of them with their references: a typeface as well
#   tools/setup.sh screen-reader   what listens to a screen reader: Orca, a desktop for it, Firefox and Chromium
#   tools/setup.sh recipes    what builds the sites in integrations/: Hugo, mdBook, Eleventy
#   tools/setup.sh hosting    what serves it in the test of the servers' configurations: nginx, Caddy and Apache; or only those that
#                             are named: tools/setup.sh hosting caddy
#   tools/setup.sh size       what says what takes the room in the wasm: twiggy
#   tools/setup.sh fuzz       what fuzzes it: cargo-fuzz, on a nightly toolchain
#   tools/setup.sh wordpress 6.8   what tests the WordPress plugin: PHP, and a WordPress of that version
#
# Tools that are Rust programs go where cargo puts programs, outside this folder. With cargo-binstall on the PATH they are
# downloaded; otherwise they are compiled. A program of another version that is already there stays, and ours goes into a
# cache folder that the Makefile looks into first.
set -euo pipefail
cd "$(dirname "$0")/.."

trunk_version=0.22.1
mdbook_version=0.5.4
fuzz_version=0.13.2
nextest_version=0.9.151
geckodriver_version=0.37.1
twiggy_version=0.8.0
cache=${XDG_CACHE_HOME:-$HOME/.cache}/which-cause

say() { printf 'set-up: %s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }
need() { command -v "$1" >/dev/null || stop "$1 is missing: $2"; }

# The version of a crate in Cargo.lock.
locked() { sed -n "/^name = \"$1\"$/{n;s/^version = \"\(.*\)\"$/\1/p;}" Cargo.lock; }

# installed PROGRAM VERSION: whether the program that would be run is of that version.
installed() { [ "$("$1" --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+[^ ]*' | head -n 1)" = "$2" ]; }

# install CRATE PROGRAM VERSION [FLAG…]: installs a program of a crate once. cargo-binstall downloads it, if there is one.
# Otherwise it is compiled, with few optimizations: it runs for seconds a day, and optimizing takes minutes.
install() {
  local crate=$1 program=$2 version=$3 root=()
  shift 3
  if installed "$program" "$version"; then return; fi
  if command -v "$program" >/dev/null; then root=(--root "$cache"); fi
  if command -v cargo-binstall >/dev/null &&
    cargo binstall --no-confirm --force --disable-strategies compile ${root[@]+"${root[@]}"} "$crate@$version" >&2; then
    hash -r
    if PATH=$cache/bin:$PATH installed "$program" "$version"; then return; fi
  fi
  say "compiling $crate $version, once; this takes some minutes"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_TARGET_DIR=$cache/target \
    cargo install "$crate" --version "$version" ${root[@]+"${root[@]}"} --force "$@" >&2
  rm -rf "$cache/target"
  hash -r
  PATH=$cache/bin:$PATH installed "$program" "$version" ||
    stop "$program $version was installed but is not on the PATH; cargo said above where it went"
}

# debian PACKAGE…: installs Debian's packages where there are any and we may. Whoever needs them looks for them afterwards.
debian() {
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 0
  say "installing $*"
  apt-get update -qq >&2 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >&2 || true
  hash -r
}

# npm_packages FOLDER: installs the npm packages that a folder's package-lock.json names.
npm_packages() {
  if cmp -s "$1/package-lock.json" "$1/node_modules/.installed"; then return; fi
  say "installing the npm packages of $1/package.json"
  npm ci --prefix "$1" --no-audit --no-fund --loglevel=error >&2
  cp "$1/package-lock.json" "$1/node_modules/.installed"
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
  npm_packages tools
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

# What each engine needs. (A function of a program's own name would be found in its stead.) WebKit draws on a display
# that nobody sees, and its windows need a manager to have the focus; its driver knows where the browser is that came
# with it, unless MINIBROWSER names another.
has_chrome() {
  program CHROME chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium
}
has_chromium() { has_chrome && program CHROMEDRIVER chromedriver chromium.chromedriver; }
has_firefox() { program FIREFOX firefox firefox-esr /Applications/Firefox.app/Contents/MacOS/firefox; }
has_geckodriver() { program GECKODRIVER geckodriver; }
has_webkit() {
  program WEBKIT_DRIVER WebKitWebDriver && { [ -z "${MINIBROWSER:-}" ] || program MINIBROWSER; } &&
    program XVFB Xvfb && program MATCHBOX matchbox-window-manager
}

# Debian's packages. Other systems have other names; `missing` says what to do there.
packages() {
  case $1 in
    chromium) echo chromium chromium-driver ;;
    firefox) echo firefox-esr ;;
    webkit) echo webkit2gtk-driver xvfb matchbox-window-manager ;;
  esac
}

missing() {
  local need
  case $1 in
    chromium) need="Chrome or Chromium and the chromedriver of its version, on the PATH or named in CHROME and CHROMEDRIVER (Debian: sudo apt-get install $(packages chromium); Ubuntu: snap install chromium; Fedora: dnf install chromium chromedriver; macOS: brew install --cask google-chrome chromedriver)" ;;
    firefox) need="Firefox, on the PATH or named in FIREFOX (Debian: sudo apt-get install $(packages firefox); Ubuntu: snap install firefox; Fedora: dnf install firefox; macOS: brew install --cask firefox)" ;;
    webkit) need="WebKitGTK's WebKitWebDriver, Xvfb and matchbox-window-manager, on the PATH or named in WEBKIT_DRIVER, XVFB and MATCHBOX (Debian, Ubuntu: sudo apt-get install $(packages webkit)); they are for Linux, and do not exist on macOS or Windows" ;;
  esac
  stop "the tests in $1 need $need. To leave $1 out, name the others: engines=\"$(others "$1")\" make test"
}
others() { local it all=(); for it in chromium firefox webkit; do [ "$it" = "$1" ] || all+=("$it"); done; echo "${all[*]}"; }

browser() {
  local engine wanted=()
  [ $# -gt 0 ] || set -- chromium firefox webkit
  for engine in "$@"; do
    case $engine in
      chromium | firefox | webkit) ;;
      *) stop "no engine is called $engine; there are chromium, firefox and webkit" ;;
    esac
    # A missing program is reported here, and not while a test waits for it.
    # shellcheck disable=SC2207 # Each word is a package. macOS has a Bash without `mapfile`.
    "has_$engine" || wanted+=($(packages "$engine"))
  done
  if [ ${#wanted[@]} -gt 0 ]; then debian "${wanted[@]}"; fi
  for engine in "$@"; do "has_$engine" || missing "$engine"; done
  for engine in "$@"; do
    # Firefox comes without its driver nearly everywhere.
    if [ "$engine" = firefox ] && ! has_geckodriver; then install geckodriver geckodriver "$geckodriver_version" --locked; fi
  done
}

# Any Chromium will do, so none is installed beside one; where none is, the tests' own set-up knows how to get it.
any_chrome() {
  need node "install Node 20 or newer from https://nodejs.org"
  need npm "it comes with Node"
  npm_packages tools
  has_chrome || browser chromium
}

# What it is measured beside is nobody's who does not measure.
bench() {
  any_chrome
  npm_packages bench/surveyjs
}

# Without the typeface the looks are not compared, and their test says so.
looks() {
  any_chrome
  [ -n "$(find /usr/share/fonts -name DejaVuSans-Bold.ttf 2>/dev/null)" ] || debian fonts-dejavu-core
}

# A screen reader and a desktop for it. No voice: the test has one that writes.
screen_reader() {
  local program wanted=()
  local packages="orca at-spi2-core gir1.2-wnck-3.0 gsettings-desktop-schemas python3-pyatspi python3-speechd xvfb dbus openbox xdotool procps"
  need node "install Node 20 or newer from https://nodejs.org"
  has_chrome || wanted+=(chromium)
  has_firefox || wanted+=(firefox-esr)
  for program in orca Xvfb dbus-daemon openbox xdotool pgrep; do
    # shellcheck disable=SC2206 # Each word is a package.
    command -v "$program" >/dev/null || { wanted+=($packages); break; }
  done
  if [ ${#wanted[@]} -gt 0 ]; then debian "${wanted[@]}"; fi
  has_chrome || missing chromium
  has_firefox || missing firefox
  for program in orca Xvfb dbus-daemon openbox xdotool pgrep; do
    need "$program" "the test with a screen reader needs Orca, AT-SPI, Xvfb, D-Bus, Openbox and xdotool, which are for Linux (Debian, Ubuntu: sudo apt-get install $packages)"
  done
}

recipes() {
  need npm "install Node 20 or newer from https://nodejs.org"
  npm_packages integrations/eleventy
  # The recipe needs neither its server nor its watcher nor its search.
  install mdbook mdbook "$mdbook_version" --locked --no-default-features
  if command -v hugo >/dev/null; then return; fi
  debian hugo
  need hugo "install it from https://gohugo.io/installation/ (Debian: sudo apt-get install hugo; macOS: brew install hugo)"
}

# debian, for servers: it starts what it installs, and nobody wants them here beside those that the test starts.
debian_servers() {
  policy=/usr/sbin/policy-rc.d
  if [ ! -d /usr/sbin ] || [ -e "$policy" ] || [ "$(id -u)" != 0 ]; then debian "$@"; return; fi
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
  debian "$@"
  rm -f "$policy"
}

# nginx tells what it has compiled in, and where the modules are that it may load.
has_nginx() {
  local said
  said=$(nginx -V 2>&1) || return 1
  case $said in *brotli*) return ;; esac
  [ -e "$(sed -n 's/.*--modules-path=\([^ ]*\).*/\1/p' <<<"$said")/ngx_http_brotli_static_module.so" ]
}
has_caddy() { command -v caddy >/dev/null; }
has_apache() { command -v apache2 >/dev/null || command -v httpd >/dev/null; }

hosting() {
  local server wanted=()
  need node "install Node 20 or newer from https://nodejs.org"
  [ $# -gt 0 ] || set -- nginx caddy apache
  for server in "$@"; do
    case $server in
      nginx) has_nginx || wanted+=(nginx-light libnginx-mod-http-brotli-static) ;;
      caddy) has_caddy || wanted+=(caddy) ;;
      apache) has_apache || wanted+=(apache2-bin) ;;
      *) stop "no server is called $server; there are nginx, caddy and apache" ;;
    esac
  done
  if [ ${#wanted[@]} -gt 0 ]; then debian_servers "${wanted[@]}"; fi
  for server in "$@"; do
    "has_$server" || stop "the test of the configurations needs $(
      case $server in
        nginx) echo "nginx with Google's module for brotli (Debian: sudo apt-get install nginx-light libnginx-mod-http-brotli-static)" ;;
        caddy) echo "Caddy 2 (Debian: sudo apt-get install caddy; macOS: brew install caddy)" ;;
        apache) echo "Apache 2.4 with its modules (Debian: sudo apt-get install apache2-bin; Fedora: dnf install httpd)" ;;
      esac
    ). To leave $server out, name the others: servers=\"…\" make test-hosting"
  done
}

test_runner() { install cargo-nextest cargo-nextest "$nextest_version" --locked; }

lint() {
  command -v shellcheck >/dev/null || debian shellcheck
  need shellcheck "install ShellCheck (Debian: apt-get install shellcheck; macOS: brew install shellcheck)"
}

fuzz() {
  cargo +nightly --version >/dev/null 2>&1 || stop "fuzzing needs a nightly toolchain: rustup toolchain install nightly"
  command -v cargo-fuzz >/dev/null || install cargo-fuzz cargo-fuzz "$fuzz_version"
}

case "${1:-}" in
  build) build_tools ;;
  test) test_runner ;;
  browser) browser "${@:2}" ;;
  gallery) any_chrome ;;
  bench) bench ;;
  looks) looks ;;
  screen-reader) screen_reader ;;
  recipes) recipes ;;
  hosting) hosting "${@:2}" ;;
  lint) lint ;;
  size) install twiggy twiggy "$twiggy_version" --locked ;;
  fuzz) fuzz ;;
  wordpress) exec tools/wordpress/setup.sh "${2:?which version of WordPress?}" "$cache/wordpress/$2" ;;
  *) stop "usage: tools/setup.sh build|test|lint|browser [ENGINE…]|bench|gallery|looks|screen-reader|recipes|hosting [SERVER…]|size|fuzz|wordpress VERSION" ;;
esac
