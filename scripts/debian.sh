# shellcheck shell=bash
# For the scripts of this folder: packages of Debian that are missing; needs quietly.sh.

# Sets `missing` to those of its words that are not installed.
find_missing() {
  local package
  missing=()
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
      missing+=("$package")
  done
}

# Sets `as_root` to the words that a command needs before it; fails where we cannot be root.
become_root() {
  as_root=()
  [[ $(id -u) -ne 0 ]] || return 0
  command -v sudo >/dev/null || return 1
  sudo -n true 2>/dev/null || [[ -t 0 && -t 2 ]] || return 1
  as_root=(sudo)
}

# install_missing LOG PACKAGE...
install_missing() {
  command -v dpkg-query >/dev/null || return 0 # not Debian's kind: CMake will say what is missing
  local missing as_root advice log=$1
  find_missing "${@:2}"
  [[ ${#missing[@]} -gt 0 ]] || return 0
  advice="install them with: apt-get install ${missing[*]}"
  command -v apt-get >/dev/null || stop "packages are missing; $advice"
  become_root || stop "packages are missing and sudo cannot be used; $advice"
  if [[ ${#as_root[@]} -gt 0 ]]; then
    say "sudo is asked to install ${missing[*]}"
    sudo -v || stop "nothing was installed; $advice"
  fi
  : >"$log"
  # Lists that cannot be renewed may still do.
  run_logged "$log" "updating the list of packages" "${as_root[@]}" apt-get update || true
  run_logged "$log" "installing ${missing[*]}" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "${missing[@]}" && return
  tail -n 5 "$log" >&2
  stop "apt-get could not install all packages; $advice"
}
