# shellcheck shell=bash
# For the scripts of this folder: what they say, and long commands whose output goes to a file.

say() { printf 'deskcheck: %s\n' "$*" >&2; }

stop() {
  say "$@"
  exit 2
}

# run_logged LOG LABEL COMMAND...: on a terminal a line that shows how far it is, else a plain one.
run_logged() {
  local log=$1 label=$2 line status=0
  shift 2
  if [[ ! -t 2 ]]; then
    say "$label ..."
    "$@" >>"$log" 2>&1
    return
  fi
  printf '%s ...' "$label" >&2
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$log"
    if [[ $line =~ ^\[\ *([0-9]+)%\] ]]; then # make
      printf '\r\033[K%s: %s %%' "$label" "${BASH_REMATCH[1]}" >&2
    elif [[ $line =~ ^\ *([0-9]+/[0-9]+)\ Test ]]; then # ctest
      printf '\r\033[K%s: %s' "$label" "${BASH_REMATCH[1]}" >&2
    fi
  done < <("$@" 2>&1)
  wait "$!" || status=$?
  printf '\r\033[K' >&2
  return "$status"
}
