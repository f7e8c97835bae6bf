# shellcheck shell=bash
# For the scripts of this folder: what they say, and long commands whose output goes to a file.

say() { printf 'deskcheck: %s\n' "$*" >&2; }

stop() {
  say "$@"
  exit 2
}

# show_progress LABEL: passes lines on, and shows on the terminal how far make or ctest is.
show_progress() {
  local label=$1 line
  while IFS= read -r line; do
    printf '%s\n' "$line"
    if [[ $line =~ ^\[\ *([0-9]+)%\] ]]; then
      printf '\r\033[K%s: %s %%' "$label" "${BASH_REMATCH[1]}" >&2
    elif [[ $line =~ ^\ *([0-9]+/[0-9]+)\ Test ]]; then
      printf '\r\033[K%s: %s' "$label" "${BASH_REMATCH[1]}" >&2
    fi
  done
}

# show_tenths LABEL: passes lines on, and says how far make is, a line each tenth.
show_tenths() {
  local label=$1 line tenths=0
  while IFS= read -r line; do
    printf '%s\n' "$line"
    [[ $line =~ ^\[\ *([0-9]+)%\] ]] || continue
    ((BASH_REMATCH[1] / 10 > tenths)) || continue
    tenths=$((BASH_REMATCH[1] / 10))
    say "$label: ${tenths}0 %"
  done
}

# run_logged LOG LABEL COMMAND...: on a terminal a line that shows how far it is; else a plain one, and
# more where CI is set, as it is in pipelines, so that nobody takes the build for dead.
# Needs `set -o pipefail`. No process substitution: a bare root may lack /dev/fd.
run_logged() {
  local log=$1 label=$2 status=0
  shift 2
  if [[ ! -t 2 ]]; then
    say "$label ..."
    if [[ ! ${CI:-} ]]; then
      "$@" >>"$log" 2>&1
    else
      "$@" 2>&1 | show_tenths "$label" >>"$log"
    fi
    return
  fi
  printf '%s ...' "$label" >&2
  "$@" 2>&1 | show_progress "$label" >>"$log" || status=$?
  printf '\r\033[K' >&2
  return "$status"
}
