#!/usr/bin/env bash
# What the README has to be pasted is what tests run: each block on pipelines is taken by one of them.
# shellcheck source=tests/recipes/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# shellcheck disable=SC2016
mapfile -t names < <(sed -n '/^## While writing, and in pipelines/,/^## HotCRP/p' "$root/README.md" |
  awk '/^```$/ && inside { inside = 0; next }
    /^```/ { inside = 1; print intro }
    !inside && /./ { intro = $0 }' | sed -E 's/.*`([^`]+)`[^`]*$/\1/')
[[ ${#names[@]} -ge 8 ]] || fail "there are few blocks: ${names[*]}"
for name in "${names[@]}"; do
  [[ $(snippet "$name") ]] || fail "nothing is found for $name"
  grep -qF "snippet $name" "$root"/tests/recipes/*_test.sh || fail "no test runs what $name is to hold"
done
version=$(sed -n 's/^project(deskcheck VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
others=$(grep -oE '(v|deskcheck_)[0-9]+\.[0-9]+\.[0-9]+' "$root/README.md" | grep -vE "^(v|deskcheck_)$version\$" || true)
[[ $version && ! $others ]] || fail "the README has $others, and this is $version"
echo "run by tests: ${names[*]}"
