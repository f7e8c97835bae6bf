#!/usr/bin/env bash
# The job for GitLab, as the README has it: its lines run as a runner does, in a checkout with a
# paper, and the artifacts they name are looked at. apt-get and git are stand-ins that note what they
# are asked for; the package they bring is made by another test.
# shellcheck source=tests/recipes/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need python3
python3 -c 'import yaml' 2>/dev/null || skip "python3-yaml is not installed"

cd "$folder"
mkdir bin home checkout
ln -s "$DESKCHECK" bin/deskcheck
cat >bin/apt-get <<'STUB'
#!/bin/sh
echo "apt-get $*" >>"$ASKED"
STUB
cat >bin/git <<'STUB'
#!/bin/sh
echo "git $*" >>"$ASKED"
for folder; do :; done
mkdir -p "$folder/scripts"
printf '#!/bin/sh\nmkdir -p "$1"\n: >"$1/deskcheck_0_all.deb"\n' >"$folder/scripts/package"
chmod +x "$folder/scripts/package"
STUB
chmod +x bin/apt-get bin/git

# Writes the job's lines, its variables, and its reports with the files that hold them.
read_job() {
  python3 - <<'END'
import yaml

[job] = yaml.safe_load(open("gitlab-ci.yml")).values()
assert set(job) == {"image", "variables", "cache", "before_script", "script", "artifacts"}, job
assert job["image"] == "debian:12" and job["artifacts"]["when"] == "always"
assert job["cache"]["paths"] == [".deskcheck/"] and job["cache"]["when"] == "always"
assert "v0.1.0" in job["cache"]["key"]

def write(name, lines):
    open(name, "w").write("".join(line + "\n" for line in lines))

write("script", job["before_script"] + job["script"])
write("variables", [f"export {key}='{value}'" for key, value in job["variables"].items()])
write("reports", [f"{kind} {path}" for kind, path in job["artifacts"]["reports"].items()])
END
}

run_job() {
  : >asked
  (
    cd checkout
    export CI=true CI_PROJECT_DIR=$PWD ASKED=$folder/asked HOME=$folder/home PATH=$folder/bin:$PATH
    # shellcheck source=/dev/null
    . ../variables
    exec bash --noprofile --norc -eo pipefail ../script
  ) >log 2>&1
}

# look_at KIND FILE: whether a report is one that GitLab reads, and says that the paper is too long.
look_at() {
  python3 - "$@" <<'END'
import json
import sys
from xml.etree import ElementTree

kind, path = sys.argv[1:]
if kind == "codequality":
    issues = json.load(open(path))
    assert {issue["location"]["path"] for issue in issues} == {"paper.pdf"}, issues
    assert any(issue["severity"] == "critical" for issue in issues), issues
else:
    assert kind == "junit"
    assert list(ElementTree.parse(path).getroot().iter("failure"))
END
}

snippet .gitlab-ci.yml >gitlab-ci.yml
read_job || fail "the job is not as it should be"
cp "$root/fixtures/neurips-2025/over-limit.pdf" checkout/paper.pdf
code=0
run_job || code=$?
[[ $code == 1 ]] || fail "a paper over the limit ends with $code: $(cat log)"
grep -q 'clone .*--branch v0.1.0 URL of this repository' asked || fail "it clones: $(cat asked)"
grep -q 'apt-get install .*\./\.deskcheck/deskcheck_0_all\.deb' asked || fail "it installs: $(cat asked)"
grep -q 'desk-rejected' log || fail "the log does not say what is wrong: $(cat log)"
[[ $(cut -d ' ' -f 1 reports | sort | xargs) == "codequality junit" ]] || fail "reports: $(cat reports)"
while read -r kind path; do
  look_at "$kind" "checkout/$path" || fail "the $kind report is not as GitLab reads it"
done <reports

cp "$root/fixtures/neurips-2025/clean.pdf" checkout/paper.pdf
run_job || fail "a sound paper stops the job: $(cat log)"
! grep -q git asked || fail "what is in the cache is built again"
