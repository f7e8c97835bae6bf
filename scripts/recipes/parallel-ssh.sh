#!/usr/bin/env bash
# Judges a batch on several machines with GNU parallel over ssh, a share of the papers at a time:
#
#   scripts/recipes/parallel-ssh.sh SHARDS HOSTS RESULTS.ndjson PAPERS --pack ID [OPTIONS OF CHECK]
#   scripts/recipes/parallel-ssh.sh 8 alpha,beta,: results.ndjson papers/ --pack neurips-2025
#
# HOSTS is a list for ssh, ":" is this machine. PAPERS is a folder, a zip or a manifest that lies under
# the same path on each of them; results come back over ssh. The program is DESKCHECK, deskcheck if
# unset. A share whose machine fails is given to another one. Ends as deskcheck does.
set -euo pipefail
deskcheck=${DESKCHECK:-deskcheck}
shards=${1:?how many shards?} hosts=${2:?which hosts?} results=${3:?results in which file?}
papers=${4:?which papers?}
shift 3
check="$(printf '%q ' "$deskcheck" check "$@" --format ndjson) --shard '<shard>/$shards'"
# Findings (1) and papers that could not be judged (3) are no reason to try again.
seq "$shards" | parallel --sshlogin "$hosts" --workdir "$PWD" --jobs 1 --retries 3 --will-cite \
  -I '<shard>' "$check; code=\$?; [ \$code -eq 1 ] || [ \$code -eq 3 ] || exit \$code" \
  >"$results.shards" || true
# What a share that failed everywhere leaves missing, merging names.
"$deskcheck" merge "$results.shards" --manifest "$papers" --format "ndjson:$results"
