#!/usr/bin/env bash
# The installation, and the Debian package: made by CPack, unpacked, and run from where it lies.
# shellcheck source=tests/recipes/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need cmake cpack dpkg-deb dpkg-shlibdeps strip

build=$(cd "$(dirname "$DESKCHECK")/.." && pwd -P)
# scripts/build makes what is installed; where only some targets were built, this does.
cmake --build "$build" --target completions >"$folder/log" 2>&1 || { cat "$folder/log"; fail "completions"; }
cmake --install "$build" --prefix "$folder/prefix" >"$folder/log" 2>&1 || { cat "$folder/log"; fail "it is not installed"; }
"$folder/prefix/bin/deskcheck" packs show deepmath-2025 >"$folder/log" 2>&1 || fail "what is installed does not run: $(cat "$folder/log")"
(cd "$build" && cpack -G DEB -B "$folder/made") >"$folder/log" 2>&1 || { cat "$folder/log"; fail "cpack"; }
package=$(echo "$folder"/made/*.deb)
dpkg-deb -x "$package" "$folder/root"

for needed in libpoppler libpodofo libarchive libfmt; do
  dpkg-deb -f "$package" Depends | grep -q "$needed" || fail "the package does not depend on $needed"
done
for file in bin/deskcheck lib/deskcheck/rewriter.so share/man/man1/deskcheck.1 share/man/man5/deskcheck-packs.5 \
  share/man/man7/deskcheck-checks.7 share/deskcheck/packs/base.toml share/doc/deskcheck/LICENSE \
  share/bash-completion/completions/deskcheck share/zsh/vendor-completions/_deskcheck \
  share/fish/vendor_completions.d/deskcheck.fish; do
  [[ -s $folder/root/usr/$file ]] || fail "the package has no $file"
done

installed=$folder/root/usr/bin/deskcheck
code=0
"$installed" "$root/fixtures/deepmath-2025/over-limit.pdf" --pack "$pack" --format json:"$folder/found.json" || code=$?
[[ $code == 1 ]] || fail "the installed program ends with $code"
"$DESKCHECK" "$root/fixtures/deepmath-2025/over-limit.pdf" --pack "$pack" --format json:"$folder/built.json" || true
cmp "$folder/found.json" "$folder/built.json" || fail "the installed program finds something else"
"$installed" fix "$root/fixtures/deepmath-2025/over-limit.pdf" -o "$folder/clean.pdf" >/dev/null || fail "fix does not run"
