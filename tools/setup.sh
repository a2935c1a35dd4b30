#!/usr/bin/env bash
# Installs the tools that a make target needs, if they are missing:
#
#   tools/setup.sh build               the wasm target, Trunk, wasm-bindgen's CLI, and the npm packages of tools/package.json
#   tools/setup.sh test                cargo-nextest
#   tools/setup.sh lint                ShellCheck
#   tools/setup.sh coverage            cargo-llvm-cov and LLVM's coverage tools
#   tools/setup.sh deny                cargo-deny
#   tools/setup.sh browser [ENGINE…]   Chromium, Firefox and WebKit, each with its driver, or only the engines that are named
#   tools/setup.sh gallery             playwright-core, and Chromium if there is none
#   tools/setup.sh screenshots         the same, and a font
#   tools/setup.sh bench               the same as for the gallery, SurveyJS and Formbricks
#   tools/setup.sh screen-reader       Orca, a desktop for it, Firefox and Chromium
#   tools/setup.sh docs                mdBook, for the documentation site
#   tools/setup.sh recipes             Hugo, mdBook and Eleventy, for the sites in integrations/
#   tools/setup.sh packages            the npm packages of the tests in tests/packages/, Chromium and unzip
#   tools/setup.sh release             the target of the static program
#   tools/setup.sh hosting [SERVER…]   nginx, Caddy and Apache, or only the servers that are named
#   tools/setup.sh size                twiggy
#   tools/setup.sh fuzz                cargo-fuzz; it needs a nightly toolchain
#   tools/setup.sh wordpress VERSION   PHP, GNU gettext, and WordPress of that version
#   tools/setup.sh php VERSION         an old PHP for WordPress, beside the machine's own
#
# Rust programs go where cargo puts programs, outside this folder. With cargo-binstall on the PATH they are downloaded from the
# releases of their own projects, and otherwise compiled. If another version of a tool is installed there already, it stays, and the
# wanted version goes into a cache folder. The Makefile puts that folder first on the PATH.
set -euo pipefail
cd "$(dirname "$0")/.."

trunk_version=0.22.1
mdbook_version=0.5.4
fuzz_version=0.13.2
nextest_version=0.9.151
geckodriver_version=0.37.1
twiggy_version=0.8.0
llvm_cov_version=0.9.1
deny_version=0.20.2
cache=${XDG_CACHE_HOME:-$HOME/.cache}/which-cause

say() { printf 'set-up: %s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# The Makefile names the folder in flags for cargo, which splits them at spaces.
case ${CARGO_HOME:-$HOME/.cargo} in
  *[[:space:]]*) stop "the path of cargo's folder, ${CARGO_HOME:-$HOME/.cargo}, has a space, which makes every build fail; set CARGO_HOME to a folder without one" ;;
esac
need() { command -v "$1" >/dev/null || stop "$1 is missing: $2"; }

# The version of a crate in Cargo.lock.
locked() { sed -n "/^name = \"$1\"$/{n;s/^version = \"\(.*\)\"$/\1/p;}" Cargo.lock; }

# installed PROGRAM VERSION: whether the program on the PATH has that version. cargo-llvm-cov needs its own name before the flag.
installed() { [ "$( ("$1" --version || "$1" "${1#cargo-}" --version) 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+[^ ]*' | head -n 1)" = "$2" ]; }

# compile CRATE VERSION [FLAG…]: compiles a program without optimizations: it runs for seconds a day, and optimizing takes minutes.
# Only wasm-bindgen's CLI is optimized a little, because it works through whole modules.
compile() {
  local level=0
  if [ "$1" = wasm-bindgen-cli ]; then level=1; fi
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=$level CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_TARGET_DIR=$cache/target \
    cargo install "$1" --version "$2" --force "${@:3}" >&2
}

# install CRATE PROGRAM VERSION [FLAG…]: installs a program of a crate once. cargo-binstall downloads it, if its project has one;
# programs that a third party compiled (quick-install) are not taken. Otherwise it is compiled with the dependencies of its lock
# file. A mirror of crates.io can lack one of them; then the newest dependencies that fit are used.
install() {
  local crate=$1 program=$2 version=$3 root=()
  shift 3
  if installed "$program" "$version"; then return; fi
  if command -v "$program" >/dev/null; then root=(--root "$cache"); fi
  if command -v cargo-binstall >/dev/null &&
    cargo binstall --no-confirm --force --disable-strategies quick-install,compile ${root[@]+"${root[@]}"} "$crate@$version" >&2; then
    hash -r
    if PATH=$cache/bin:$PATH installed "$program" "$version"; then return; fi
  fi
  say "compiling $crate $version, once; this takes some minutes"
  if ! compile "$crate" "$version" --locked ${root[@]+"${root[@]}"} "$@"; then
    say "$crate $version could not be compiled with the dependencies of its lock file; trying again with the newest that fit"
    compile "$crate" "$version" ${root[@]+"${root[@]}"} "$@"
  fi
  rm -rf "$cache/target"
  hash -r
  PATH=$cache/bin:$PATH installed "$program" "$version" ||
    stop "$program $version was installed but is not on the PATH; cargo said above where it went"
}

# debian PACKAGE…: installs Debian packages, if this is a Debian and the user is root. The caller checks whether they are there.
debian() {
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 0
  say "installing $*"
  apt-get update -qq >&2 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >&2 || true
  hash -r
}

# The plugin's test compares its translations with the code.
gettext_tools() {
  command -v xgettext >/dev/null || debian gettext
  need xgettext "install GNU gettext (Debian: apt-get install gettext; macOS: brew install gettext)"
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
  # Trunk uses TLS for downloads only; this TLS library compiles fastest.
  install trunk trunk "$trunk_version" --ignore-rust-version --no-default-features --features rustls
  # The CLI must have exactly the version of the wasm-bindgen crate.
  install wasm-bindgen-cli wasm-bindgen "$(locked wasm-bindgen)"
  npm_packages tools
}

# program VARIABLE NAME…: whether one of these programs is installed. If the environment variable is set, it names the program.
program() {
  local variable=$1 named=${!1:-} name
  shift
  if [ -n "$named" ]; then
    [ -x "$named" ] || stop "$variable names $named, which is no program"
    return
  fi
  for name in "$@"; do if command -v "$name" >/dev/null || [ -x "$name" ]; then return; fi; done
  return 1
}

# Whether each engine and its driver are installed. (The functions have a prefix because `command -v` also finds functions.)
# WebKit draws on a virtual display, and its windows get the focus only with a window manager. Its driver finds the browser of
# the same package, unless MINIBROWSER names another.
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

# The Debian packages of an engine. For other systems, `missing` says what to install.
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
others() {
  local engine all=()
  for engine in chromium firefox webkit; do [ "$engine" = "$1" ] || all+=("$engine"); done
  echo "${all[*]}"
}

browser() {
  local engine wanted=()
  [ $# -gt 0 ] || set -- chromium firefox webkit
  for engine in "$@"; do
    case $engine in
      chromium | firefox | webkit) ;;
      *) stop "no engine is called $engine; there are chromium, firefox and webkit" ;;
    esac
    # shellcheck disable=SC2207 # Each word is a package. macOS has a Bash without `mapfile`.
    "has_$engine" || wanted+=($(packages "$engine"))
  done
  if [ ${#wanted[@]} -gt 0 ]; then debian "${wanted[@]}"; fi
  for engine in "$@"; do "has_$engine" || missing "$engine"; done
  for engine in "$@"; do
    # The browser tests take half the time in Chromium's headless shell. Elsewhere they use the whole browser.
    if [ "$engine" = chromium ] && [ ! -x /usr/lib/chromium/chromium-headless-shell ] && grep -qs '^ID=debian$' /etc/os-release; then
      debian chromium-headless-shell
    fi
    # Few systems have a package with the driver of Firefox.
    if [ "$engine" = firefox ] && ! has_geckodriver; then install geckodriver geckodriver "$geckodriver_version"; fi
  done
}

# Any Chromium will do, without a driver.
any_chrome() {
  need node "install Node 20 or newer from https://nodejs.org"
  need npm "it comes with Node"
  npm_packages tools
  has_chrome || browser chromium
}

# SurveyJS and Formbricks are two of the pages that the quiz is compared with.
bench() {
  any_chrome
  npm_packages bench/surveyjs
  npm_packages bench/formbricks
}

# Without the font the screenshots are not compared, and their test says so.
screenshots() {
  any_chrome
  [ -n "$(find /usr/share/fonts -name DejaVuSans-Bold.ttf 2>/dev/null)" ] || debian fonts-dejavu-core
}

# Orca and a desktop for it. No voice is needed: the test has a speech server that writes.
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

docs() {
  need node "install Node 20 or newer from https://nodejs.org"
  # The server and the watcher are left out. An mdBook without search makes the same pages without search.
  install mdbook mdbook "$mdbook_version" --no-default-features --features search
}

recipes() {
  need npm "install Node 20 or newer from https://nodejs.org"
  npm_packages integrations/eleventy
  docs
  if command -v hugo >/dev/null; then return; fi
  debian hugo
  need hugo "install it from https://gohugo.io/installation/ (Debian: sudo apt-get install hugo; macOS: brew install hugo)"
}

packages_tests() {
  need cargo "install Rust from https://rustup.rs"
  any_chrome
  npm_packages tests/packages
  command -v unzip >/dev/null || debian unzip
  need unzip "install unzip (Debian: apt-get install unzip)"
}

# Without the target, the release says that it has no static program.
release() {
  [ ! -d "$(rustc --print sysroot)/lib/rustlib/x86_64-unknown-linux-musl" ] || return 0
  if command -v rustup >/dev/null && rustup target add x86_64-unknown-linux-musl; then return; fi
  say "the target x86_64-unknown-linux-musl is missing, and rustup cannot install it: the command is left out of the release"
}

# debian_servers PACKAGE…: the same as debian, but Debian does not start the servers. The test starts its own.
debian_servers() {
  policy=/usr/sbin/policy-rc.d
  if [ ! -d /usr/sbin ] || [ -e "$policy" ] || [ "$(id -u)" != 0 ]; then debian "$@"; return; fi
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
  debian "$@"
  rm -f "$policy"
}

# Brotli is compiled into nginx, or it is a module in the folder that `nginx -V` prints.
has_nginx() {
  local build
  build=$(nginx -V 2>&1) || return 1
  case $build in *brotli*) return ;; esac
  [ -e "$(sed -n 's/.*--modules-path=\([^ ]*\).*/\1/p' <<<"$build")/ngx_http_brotli_static_module.so" ]
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

# Without its features, which update the program and trace it.
test_runner() { install cargo-nextest cargo-nextest "$nextest_version" --no-default-features; }

lint() {
  command -v shellcheck >/dev/null || debian shellcheck
  need shellcheck "install ShellCheck (Debian: apt-get install shellcheck; macOS: brew install shellcheck)"
}

# LLVM's coverage tools must fit the compiler. LLVM_COV and LLVM_PROFDATA can name others than rustup's.
coverage() {
  if [ ! -x "$(rustc --print target-libdir)/../bin/llvm-cov" ] && [ -z "${LLVM_COV:-}" ]; then
    need rustup "without it, name LLVM's tools in LLVM_COV and LLVM_PROFDATA"
    rustup component add llvm-tools
  fi
  install cargo-llvm-cov cargo-llvm-cov "$llvm_cov_version"
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
  screenshots) screenshots ;;
  screen-reader) screen_reader ;;
  docs) docs ;;
  recipes) recipes ;;
  packages) packages_tests ;;
  release) release ;;
  hosting) hosting "${@:2}" ;;
  lint) lint ;;
  coverage) coverage ;;
  deny) install cargo-deny cargo-deny "$deny_version" ;;
  size) install twiggy twiggy "$twiggy_version" ;;
  fuzz) fuzz ;;
  wordpress) gettext_tools; exec tools/wordpress/setup.sh "${2:?which version of WordPress?}" "$cache/wordpress/$2" ;;
  php) exec tools/wordpress/setup-php.sh "${2:?which version of PHP?}" "$cache/php/$2" ;;
  *) stop "usage: tools/setup.sh build|test|lint|coverage|deny|browser [ENGINE…]|bench|gallery|screenshots|screen-reader|docs|recipes|packages|release|hosting [SERVER…]|size|fuzz|wordpress VERSION|php VERSION" ;;
esac
