#!/usr/bin/env bash
# What shells complete, asked of the shells themselves: bash and fish; zsh has its grammar checked.
# shellcheck source=tests/recipes/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

PATH=$(dirname "$DESKCHECK"):$PATH
cd "$root"

in_bash() {
  bash -c 'source <(deskcheck completions bash)
    compopt() { :; }
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _deskcheck
    echo "${COMPREPLY[*]}"' bash "$@"
}

# The words of a command line, and what they are completed to.
expect() {
  local wanted=$1 got
  shift
  got=$(in_bash "$@")
  [[ $got == "$wanted" ]] || fail "bash completes \"$*\" to \"$got\", not \"$wanted\""
}

expect "check" deskcheck che
expect "list show check schema" deskcheck packs ""
expect "icml-2025 icml-2026" deskcheck packs show icml-202
expect "neurips-2025" deskcheck check --pack neurips-2025
expect "neurips-2025" deskcheck --pack = neurips-2025
expect "ndjson" deskcheck check --format nd
expect "README.md" deskcheck check --format json : READ
expect "--audience" deskcheck paper.pdf --aud
expect "author" deskcheck --audience a
expect "length/main-pages" deskcheck explain length/m
expect "README.md" deskcheck inspect READ

if command -v fish >/dev/null; then
  in_fish() { fish -c 'deskcheck completions fish | source; complete -C $argv[1]' "$1" | cut -f 1 | sort | paste -sd ' '; }
  [[ $(in_fish "deskcheck check --audience b") == blind ]] || fail "fish does not complete --audience"
  [[ $(in_fish "deskcheck packs show icml-2025") == icml-2025 ]] || fail "fish does not complete packs"
  [[ $(in_fish "deskcheck explain length/m") == length/main-pages ]] || fail "fish does not complete checks"
fi
if command -v zsh >/dev/null; then
  deskcheck completions zsh >"$folder/_deskcheck"
  zsh -n "$folder/_deskcheck" || fail "zsh does not understand its completions"
fi
