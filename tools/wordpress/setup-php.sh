#!/usr/bin/env bash
# Installs an old PHP for the tests of the plugin into a cache folder, beside the machine's own PHP:
#
#   tools/wordpress/setup-php.sh 7.4 FOLDER
#
# It unpacks Debian's packages, without installing them. FOLDER/php is the program.
set -euo pipefail
. "$(dirname "$0")/debian.sh"

version=$1 folder=$2
[ "$version" = 7.4 ] || stop "no PHP $version is named in tools/wordpress/setup-php.sh, only 7.4; to use one of your own, set PHP to its program"
# SQLite comes from this machine: that of this suite is too old for the drop-in.
suite=bullseye
packages=(php7.4-cli php7.4-common php7.4-json php7.4-mbstring php7.4-opcache php7.4-sqlite3 php7.4-xml libargon2-1
  libicu67 libonig5 libsodium23 libssl1.1 libxml2)
modules=(ctype dom fileinfo iconv json mbstring pdo pdo_sqlite phar posix simplexml sqlite3 tokenizer xml xmlreader xmlwriter)

scripts=("$0" "$(dirname "$0")/debian.sh")
if cat "${scripts[@]}" | cmp -s - "$folder/.installed"; then exit; fi
say "getting PHP $version, once"
mkdir -p "$(dirname "$folder")"
work=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$work"' EXIT
unpack_debian "$suite" "$work/debian" "${packages[@]}" >"$work/origin" ||
  stop "PHP $version did not come through this machine's apt from Debian's $suite; to use one of your own, set PHP to its program"
libraries=$(dirname "$(find "$work/debian/usr/lib" -name 'libxml2.so.*' | head -n 1)")
extensions=$(dirname "$(find "$work/debian/usr/lib/php" -name mbstring.so)")
{
  printf 'extension_dir = "%s"\nzend_extension = opcache\n' "$folder${extensions#"$work"}"
  printf 'extension = %s\n' "${modules[@]}"
} >"$work/php.ini"
cat >"$work/php" <<PROGRAM
#!/bin/sh
LD_LIBRARY_PATH="$folder${libraries#"$work"}" PHP_INI_SCAN_DIR= exec "$folder/debian/usr/bin/php$version" -c "$folder/php.ini" "\$@"
PROGRAM
chmod 755 "$work" "$work/php"
cat "${scripts[@]}" >"$work/.installed"
rm -rf "$folder"
mv "$work" "$folder"
trap - EXIT
"$folder/php" -r 'new PDO( "sqlite::memory:" ); simplexml_load_string( "<a/>" ); mb_strlen( "" );' ||
  { rm -r "$folder"; stop "PHP $version was unpacked, but does not run on this machine; to use one of your own, set PHP to its program"; }
say "PHP $version is in $folder"
