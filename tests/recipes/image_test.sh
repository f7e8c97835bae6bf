#!/usr/bin/env bash
# The image, built and run by the README's own lines: buildah does what they ask of docker. The base
# comes from no registry: DESKCHECK_DEBIAN names a root of Debian 12 (debootstrap --variant=minbase
# bookworm FOLDER), and the build takes minutes, so that this is skipped where nobody names one.
# Without it, what the Dockerfile copies is there.
# shellcheck source=tests/recipes/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

while read -r file; do
  [[ -e $root/$file ]] || fail "the image needs $file, which is not there"
done < <(sed -n 's/^!//p' "$root/.dockerignore")
[[ ${DESKCHECK_DEBIAN:-} ]] || skip "DESKCHECK_DEBIAN names no root of Debian 12"
need buildah

export BUILDAH_ISOLATION=chroot
storage=(--root "$folder/storage" --runroot "$folder/run")
# More options of "buildah bud", for a compiler's cache, say.
read -ra more <<<"${DESKCHECK_BUD:-}"

# Of docker what the README asks: build -t NAME FOLDER; run --rm -v OUTSIDE:INSIDE NAME WORD...
docker() {
  if [[ $1 == build ]]; then
    buildah "${storage[@]}" bud --pull-never "${more[@]}" -t "$3" "$4"
    return
  fi
  [[ $1 == run && $2 == --rm && $3 == -v ]] || fail "the README asks for more of docker than this knows: $*"
  local container status=0
  container=$(buildah "${storage[@]}" from --pull-never "$5")
  # The entry point, which "buildah run" leaves out.
  buildah "${storage[@]}" run -v "$4" "$container" -- deskcheck "${@:6}" || status=$?
  buildah "${storage[@]}" rm "$container" >/dev/null
  return "$status"
}

base=$(buildah "${storage[@]}" from scratch)
buildah "${storage[@]}" add -q "$base" "$DESKCHECK_DEBIAN" / >/dev/null
buildah "${storage[@]}" commit -q --rm "$base" docker.io/library/debian:12-slim >/dev/null

mapfile -t lines < <(snippet Dockerfile)
[[ ${#lines[@]} == 2 ]] || fail "the README has not two lines for docker"
cd "$root"
eval "${lines[0]}" || fail "the image is not built"

mkdir "$folder/papers"
cd "$folder/papers"
cp "$root/fixtures/neurips-2025/clean.pdf" paper.pdf
eval "${lines[1]}" >said 2>&1 || fail "the paper is not judged: $(cat said)"
grep -q 'judged as submission by' said || fail "it does not say what it judged: $(cat said)"
line="${lines[1]} --require-sandbox"
eval "$line" >said 2>&1 || fail "there is no sandbox in a container: $(cat said)"
cp "$root/fixtures/deepmath-2025/over-limit.pdf" paper.pdf
line=${lines[1]/neurips-2025/deepmath-2025}
code=0
eval "$line" >said 2>&1 || code=$?
[[ $code == 1 ]] || fail "a paper over the limit ends with $code: $(cat said)"
container=$(buildah "${storage[@]}" from --pull-never deskcheck)
[[ $(buildah "${storage[@]}" run "$container" -- id -u) != 0 ]] || fail "it runs as root"
[[ $(buildah "${storage[@]}" inspect --format '{{.OCIv1.Config.Entrypoint}}' "$container") == "[deskcheck]" ]] ||
  fail "deskcheck is not what the image runs"
buildah "${storage[@]}" rm "$container" >/dev/null
