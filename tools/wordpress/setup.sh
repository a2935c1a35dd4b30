#!/usr/bin/env bash
# Installs a WordPress for the tests of the plugin into a cache folder: its files, a classic theme, and the SQLite drop-in, so that
# no database server is needed.
#
#   tools/wordpress/setup.sh 6.8 FOLDER
#
# It downloads WordPress's own release. If that site cannot be reached, it takes the version from another place: from Debian's
# packages, without installing them, or from an npm package. FOLDER/origin names all sources.
set -euo pipefail
. "$(dirname "$0")/debian.sh"

# version: the release; the other place, which is Debian's suite that has the version, or npm.
releases='
6.5: 6.5.5 npm
6.8: 6.8.12 trixie
7.1: 7.1.4 sid
'
# WordPress's releases have block themes only. Debian's bullseye has an older version of this classic theme.
theme=twentytwentyone
theme_release=2.7
theme_suite=bullseye
# The WordPress of npm is in this package, without white space in its PHP.
builds=@wp-playground/wordpress-builds@0.9.19
builds_sha256=e62ccde83c48571e7f38b46030f13a9a868e42086b1c7c80b54cde535edd114d
# The drop-in is in this npm package.
dropin=@wp-playground/cli@3.1.56
dropin_sha256=7cba7021c70a824d309f8d3bcbf6f9250c44795445b5d2883baa763a63482a7c

version=$1 folder=$2
read -r release place <<<"$(sed -n "s/^$version: //p" <<<"$releases")" || true
[ -n "${place:-}" ] || stop "no release of WordPress $version is named in tools/wordpress/setup.sh"

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

# The package does not include libraries that Debian has as packages. The other packages are those.
from_debian() {
  local files
  files=$(unpack_debian "$place" "$work/debian" wordpress wordpress-theme-twentytwentyfive php-getid3 libphp-phpmailer \
    libjs-underscore libjs-lodash libjs-cropper libjs-jquery-ui) || return 1
  local root=$work/debian/usr/share/wordpress
  # Links between the packages are replaced by their files. Two links lead to other packages and are not needed.
  rm -f "$root/.htaccess" "$root/wp-config.php" "$root/wp-includes/certificates/ca-bundle.crt"
  cp -RL "$root" "$work/core" || return 1
  rm -rf "$work/debian"
  echo "WordPress from Debian's $place: $files" >"$work/origin"
}

# npm_files PACKAGE SHA256 FILE…: unpacks files of an npm package. npm checks the package by the registry's checksum; this checksum
# checks the registry.
npm_files() {
  command -v npm >/dev/null || stop "npm is missing: it comes with Node"
  local package=$1 sum=$2 tarball
  shift 2
  tarball=$(cd "$work" && npm pack "$package" --silent) || stop "npm has not brought $package"
  tarball=$work/${tarball##*$'\n'}
  [ "$(sha sha256 "$tarball")" = "$sum" ] || stop "$package is not what it was when it was chosen"
  tar -xzf "$tarball" -C "$work" "${@/#/package/}"
  rm "$tarball"
}

# The package has the files that PHP reads in a zip, and beside it those that browsers request.
from_npm() {
  say "downloading $builds, 159 MB"
  npm_files "$builds" "$builds_sha256" "src/wordpress/wp-$version.zip" "public/wp-$version"
  unzip -q "$work/package/src/wordpress/wp-$version.zip" -d "$work/core"
  cp -R "$work/package/public/wp-$version/." "$work/core"
  rm -r "$work/package"
  # Of two themes it has only the files that browsers request.
  rm -r "$work"/core/wp-content/themes/twentytwenty{two,three}
  echo "WordPress $release from npm's $builds, sha256 $builds_sha256" >"$work/origin"
}

from_other_place() { if [ "$place" = npm ]; then from_npm; else from_debian; fi; }

classic_theme() {
  local address=https://downloads.wordpress.org/theme/$theme.$theme_release.zip files
  if command -v curl >/dev/null && curl -fsSL --connect-timeout 15 -o "$work/theme.zip" "$address" 2>/dev/null; then
    unzip -q "$work/theme.zip" -d "$work/core/wp-content/themes"
    rm "$work/theme.zip"
    echo "Theme from $address" >>"$work/origin"
  else
    files=$(unpack_debian "$theme_suite" "$work/debian" "wordpress-theme-$theme") || return 1
    mv "$work/debian/usr/share/wordpress/wp-content/themes/$theme" "$work/core/wp-content/themes"
    rm -rf "$work/debian"
    echo "Theme from Debian's $theme_suite: $files" >>"$work/origin"
  fi
}

sqlite_dropin() {
  npm_files "$dropin" "$dropin_sha256" sqlite-database-integration.zip
  unzip -q "$work/package/sqlite-database-integration.zip" -d "$work/dropin"
  mv "$work"/dropin/* "$work/sqlite"
  rm -r "$work/package" "$work/dropin"
  echo "SQLite drop-in from npm's $dropin, sha256 $dropin_sha256" >>"$work/origin"
}

php_and_unzip
scripts=("$0" "$(dirname "$0")/debian.sh")
if cat "${scripts[@]}" | cmp -s - "$folder/.installed"; then exit; fi
say "getting WordPress $version to test the plugin on, once"
mkdir -p "$(dirname "$folder")"
work=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$work"' EXIT
from_release || from_other_place ||
  stop "WordPress $version did not come: neither its release from downloads.wordpress.org nor, through this machine's apt, Debian's package in $place; one of the two must be within reach"
came=$(php -r 'require $argv[1]; echo $wp_version;' "$work/core/wp-includes/version.php")
case $came in
  "$version" | "$version".*) ;;
  *) stop "expected WordPress $version, but got $came: the source has moved on; change the versions in tools/wordpress/setup.sh" ;;
esac
classic_theme ||
  stop "the theme $theme did not come: neither from downloads.wordpress.org nor, through this machine's apt, from Debian's $theme_suite; one of the two must be within reach"
sqlite_dropin
# Many sites share these files. The environment of each names its configuration.
echo "<?php require getenv( 'WORDPRESS_SITE' ) . '/wp-config.php';" >"$work/core/wp-config.php"
cat "${scripts[@]}" >"$work/.installed"
chmod 755 "$work"
rm -rf "$folder"
mv "$work" "$folder"
trap - EXIT
say "WordPress $came is in $folder"
