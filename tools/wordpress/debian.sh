# shellcheck shell=bash
# Debian's packages of any suite, unpacked without being installed. The set-up scripts beside this file source it.

say() { printf 'set-up: %s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# unpack_debian SUITE FOLDER PACKAGE…: downloads packages through the mirror of this machine's apt, with package lists of their own,
# and unpacks them into FOLDER. It prints the names of the files. It fails if there is no apt, or if the suite does not have a package.
unpack_debian() {
  command -v apt-get >/dev/null && command -v dpkg >/dev/null || return 1
  local suite=$1 folder=$2 mirror targets=(--format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian')
  shift 2
  mirror=$(apt-get indextargets "${targets[@]}" | sort -u | head -n 1)
  if [ -z "$mirror" ]; then
    [ "$(id -u)" = 0 ] && apt-get update -qq >&2 || true
    mirror=$(apt-get indextargets "${targets[@]}" | sort -u | head -n 1)
  fi
  [ -n "$mirror" ] || return 1
  local apt key=/usr/share/keyrings/debian-archive-keyring.gpg
  apt=$(mktemp -d "$folder.apt.XXXXXX")
  mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$folder"
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
  say "unpacking packages from Debian's $suite"
  apt-get -c "$apt/conf" -qq update >&2 || return 1
  (cd "$apt/archives" && apt-get -c "$apt/conf" -qq download "${@/%//$suite}" >&2) || return 1
  local file
  for file in "$apt"/archives/*.deb; do dpkg -x "$file" "$folder"; done
  (cd "$apt/archives" && echo *.deb)
  rm -rf "$apt"
}
