#!/usr/bin/env bash
# Runs the command of scripts/recipes/indexed-job.yaml as it is written, as the pods of the Job would
# one after another; there is no cluster here.
# shellcheck source=tests/recipes/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need python3
python3 -c 'import yaml' 2>/dev/null || skip "python3-yaml is not installed"

# Writes command.sh, and prints how many pods there are.
read_job() {
  python3 - "$root/scripts/recipes/indexed-job.yaml" <<'END'
import sys
import yaml

job = yaml.safe_load(open(sys.argv[1]))
spec = job["spec"]
assert (job["apiVersion"], job["kind"]) == ("batch/v1", "Job")
assert spec["completionMode"] == "Indexed"
[container] = spec["template"]["spec"]["containers"]
values = {each["name"]: each["value"] for each in container["env"]}
assert all(isinstance(value, str) for value in values.values()), "values are strings"
assert int(values["JOB_COMPLETIONS"]) == spec["completions"] == spec["parallelism"]
assert container["command"] == ["sh", "-c"]
[script] = container["args"]
open("command.sh", "w").write(script)
print(spec["completions"])
END
}

run_pod() {
  PATH=$PWD/bin:$PATH JOB_COMPLETIONS=$pods JOB_COMPLETION_INDEX=$1 PACK=$pack \
    sh -c "$(cat command.sh)" || fail "pod $1 ends with $?"
}

merge() { "$DESKCHECK" merge results/*.ndjson --manifest papers --format ndjson:results.ndjson; }

run_pods() {
  local index code=0
  pods=$(read_job) || fail "the Job is not as it should be"
  mkdir results bin
  ln -s "$DESKCHECK" bin/deskcheck
  for ((index = 0; index < pods - 1; ++index)); do run_pod "$index"; done
  merge 2>missing.txt || code=$?
  [[ $code -eq 3 ]] || fail "merging ends with $code though a pod's results are missing"
  run_pod "$index"
  run_pod 0 # begun again, it takes over what is there
  merge
}

lay_out_papers
compare run_pods
