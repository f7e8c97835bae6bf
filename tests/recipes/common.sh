# What the tests of recipes share: skipping, papers to judge, and a comparison with a single run.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
export DESKCHECK=${1:?the program}
pack=deepmath-2025

# CTest counts 77 as skipped.
skip() {
  echo "skipped: $*"
  exit 77
}

need() {
  local program
  PATH=$PATH:/usr/sbin:/sbin
  for program in "$@"; do
    command -v "$program" >/dev/null || skip "$program is not installed"
  done
}

fail() {
  echo "failed: $*"
  exit 1
}

# snippet NAME: the README's block whose last line before it names the file to paste it into.
snippet() {
  awk -v name="\`$1\`" '
    inside && /^```$/ { exit }
    inside { print; next }
    /^```/ { inside = index(intro, name) > 0; next }
    /./ { intro = $0 }' "$root/README.md"
}

# Waits until the command succeeds, at most so many tenths of a second.
await() {
  local tenths=$1
  shift
  until "$@" >/dev/null 2>&1; do
    ((tenths-- > 0)) || return 1
    sleep 0.1
  done
}

# A port that nobody listens on.
free_port() {
  local port
  for ((port = 20000 + RANDOM % 12000; ; ++port)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# What is to happen before these processes end; a test may define it anew.
end_jobs() { :; }

# Plain processes that are left running, ended with this shell; the last to begin ends first.
running=()
folder=$(mktemp -d)
clean_up() {
  local i
  end_jobs
  for ((i = ${#running[@]} - 1; i >= 0; --i)); do
    kill "${running[i]}" 2>/dev/null || true
    wait "${running[i]}" 2>/dev/null || true
  done
  rm -rf "$folder"
}
trap clean_up EXIT

# The papers of fixtures/ as a download of submissions, in a folder that is current from here on.
lay_out_papers() {
  local paper number=0
  while IFS= read -r paper; do
    number=$((number + 1))
    mkdir -p "$folder/papers/$number/Submission"
    cp "$paper" "$folder/papers/$number/Submission/"
  done < <(find "$root/fixtures" -name '*.pdf' | LC_ALL=C sort)
  cd "$folder"
}

# compare RECIPE...: the recipe's results.ndjson against those of one run, byte by byte.
compare() {
  local expected=0 code=0
  "$DESKCHECK" check papers --pack "$pack" --format ndjson:single.ndjson || expected=$?
  "$@" || code=$?
  [[ $code -eq $expected ]] || fail "the recipe ends with $code, a single run with $expected"
  cmp single.ndjson results.ndjson || fail "the recipe's results differ from a single run's"
  echo "$(wc -l <results.ndjson) records, $(wc -c <results.ndjson) bytes, equal to a single run's"
}
