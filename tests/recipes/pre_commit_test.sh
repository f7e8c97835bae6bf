#!/usr/bin/env bash
# The hook for pre-commit, taken from a repository as it is there: it stops a commit of a paper that
# would be rejected, and lets another pass.
# shellcheck source=tests/recipes/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need git pre-commit

commit() {
  git -C "$1" add -A
  git -C "$1" -c user.name=desk -c user.email=desk@example.org commit -q -m "Add papers"
}

export PRE_COMMIT_HOME=$folder/cache
hooks=$folder/hooks mine=$folder/mine
mkdir "$hooks" "$mine" "$folder/bin"
ln -s "$DESKCHECK" "$folder/bin/deskcheck"
export PATH=$folder/bin:$PATH
git init -q "$hooks"
cp "$root/.pre-commit-hooks.yaml" "$hooks"
commit "$hooks"
git init -q "$mine"
# As the README has it, but for whose hook it is, and the venue.
snippet .pre-commit-config.yaml | sed "s|URL of this repository|$hooks|; s|neurips-2025|$pack|
  s|v0.1.0|$(git -C "$hooks" rev-parse HEAD)|" >"$mine/.pre-commit-config.yaml"
cd "$mine"
cp "$root/fixtures/deepmath-2025/over-limit.pdf" .
git add -A
if pre-commit run >said 2>&1; then fail "a paper over the limit passed"; fi
grep -q 'over-limit.pdf: 1 problem' said || fail "it does not say what is wrong: $(cat said)"
git rm -q --cached over-limit.pdf
rm over-limit.pdf
cp "$root/fixtures/deepmath-2025/exactly-full.pdf" .
git add exactly-full.pdf
pre-commit run >said 2>&1 || fail "a sound paper was stopped: $(cat said)"
