#!/usr/bin/env bash
# action.yml, run as GitHub's runner runs it for the README's workflow: what it prints, what it makes
# the runner do, and that none of its inputs is run. apt-get and scripts/package are stand-ins: the
# package is made by another test.
# shellcheck source=tests/recipes/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need python3
python3 -c 'import yaml' 2>/dev/null || skip "python3-yaml is not installed"

# The action's checkout, with a release that is fresh.
mkdir -p "$folder"/{bin,workspace} "$folder"/action/{src,build/release/bin}
cd "$folder"
cp "$root/action.yml" "$root/CMakeLists.txt" "$root/CMakePresets.json" action
cp -r "$root/scripts" action
ln -s "$DESKCHECK" action/build/release/bin/deskcheck
ln -s "$DESKCHECK" bin/deskcheck
cat >action/scripts/package <<'STUB'
#!/bin/sh
echo "made $1" >>"$RUNNER_TEMP/asked"
mkdir -p "$1"
: >"$1/deskcheck_0_all.deb"
STUB
cat >bin/apt-get <<'STUB'
#!/bin/sh
echo "apt-get $*" >>"$RUNNER_TEMP/asked"
STUB
cat >bin/sudo <<'STUB'
#!/bin/sh
[ "$1" != -n ] || shift
exec "$@"
STUB
chmod +x action/scripts/package bin/*
touch action/build/release/built
snippet .github/workflows/paper.yml >workflow.yml

# act CODE INPUT=VALUE...: runs the action, which must end so; what it prints is in `said`.
act() {
  local wanted=$1 code=0
  shift
  : >asked
  (cd workspace && PATH=$folder/bin:$PATH python3 "$root/tests/recipes/run_action.py" \
    "$folder/action" ../workflow.yml "$@") >said 2>&1 || code=$?
  [[ $code == "$wanted" ]] || fail "the action ends with $code, not $wanted, given $*: $(cat said)"
  [[ ! -e workspace/pwned ]] || fail "an input was run: $*"
}

# has FILE PATTERN
has() { grep -qE -- "$2" "$1" || fail "$1 has no \"$2\": $(cat "$1")"; }

over=$root/fixtures/neurips-2025/over-limit.pdf
cp "$over" workspace/paper.pdf
act 1
has asked '^made \.deskcheck$'
has asked '^apt-get install .*/\.deskcheck/deskcheck_0_all\.deb$'
has said 'would get this desk-rejected'
has commands '^::error file=paper\.pdf,line=1,title=length/'
has summary '^\| paper\.pdf \| problem \|'
has output '^verdict=fail$'
[[ -s $(sed -n 's/^results=//p' output) ]] || fail "there are no results"
python3 -c 'import json; assert json.load(open("workspace/deskcheck.sarif"))["runs"][0]["results"]' ||
  fail "there is no SARIF"
act 1
if grep -q made asked; then fail "a package that is there is made again"; fi

# Without a package it runs from the checkout; the pack may stand in the workspace.
cp "$root/fixtures/deepmath-2025/clean.pdf" workspace/paper.pdf
echo 'pack = "deepmath-2025"' >workspace/deskcheck.toml
act 0 package= pack= options=
has output '^verdict=(pass|review)$'
has said 'by$|by deepmath-2025'
if grep -q apt-get asked; then fail "something is installed"; fi

# Names of papers and words of options are nothing but words.
# shellcheck disable=SC2016
name='$(touch pwned) `touch pwned`; touch pwned "a'\''b.pdf'
cp "$over" "workspace/$name"
cp "$over" "workspace/-x.pdf"
mkdir workspace/papers
cp "$over" 'workspace/papers/::error::x ##[error]y.pdf'
printf '[[waiver]]\ncheck = "length/"\nreason = "::error::z"\n' >'workspace/our waivers.toml'
act 0 package= sarif= paper="$name"$'\n-x.pdf\n\npapers\n' \
  options=$'--stage submission --timeout 60\n--waivers "our waivers.toml" --ignore '\''font'\'
has output '^verdict=review$'
[[ $(wc -l <"$(sed -n 's/^results=//p' output)") == 3 ]] || fail "not all papers are judged"
if grep -qvE '^::(error|warning|notice) file=' commands; then fail "a paper gives orders: $(cat commands)"; fi
# shellcheck disable=SC2016
for options in '$(touch pwned)' '; touch pwned' '| touch pwned' '`touch pwned`'; do
  act 3 package= options="$options"
done
act 2 package= options="--stage 'x"
has said "the options cannot be read: --stage 'x"
# shellcheck disable=SC2016
act 2 package= pack='x; touch pwned $(touch pwned)'
act 2 package= paper='no such.pdf'
