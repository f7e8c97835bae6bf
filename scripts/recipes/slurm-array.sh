#!/usr/bin/env bash
# Judges a batch on a Slurm cluster, a share of the papers to each task of an array, and waits for it:
#
#   scripts/recipes/slurm-array.sh TASKS RESULTS.ndjson PAPERS --pack ID [OPTIONS OF CHECK]
#   scripts/recipes/slurm-array.sh 16 results.ndjson papers/ --pack neurips-2025
#
# PAPERS is a folder, a zip or a manifest; it and RESULTS.ndjson lie where all nodes see them. Partition,
# account and the like come from the environment (SBATCH_PARTITION, SBATCH_ACCOUNT), the program from
# DESKCHECK. Called again after a failure, it judges only what is missing. Ends as deskcheck does.
set -euo pipefail
deskcheck=${DESKCHECK:-deskcheck}

if [[ ${SLURM_ARRAY_TASK_ID:-} ]]; then # one task; which share is its own stands in the environment
  shards=$1
  shift
  code=0
  "$deskcheck" check "$@" --resume --format "ndjson:$shards/$SLURM_ARRAY_TASK_ID.ndjson" || code=$?
  # Findings are no failure of the task.
  [[ $code -ne 1 ]] || code=0
  exit "$code"
fi

tasks=${1:?how many tasks?} results=${2:?results in which file?} papers=${3:?which papers?}
shift 2
shards=$results.shards
mkdir -p "$shards"
# What a task that fails leaves missing or unjudged, merging names.
sbatch --wait --quiet --job-name=deskcheck --array="1-$tasks" --requeue \
  --output="$shards/%a.log" "$0" "$shards" "$@" || true
"$deskcheck" merge "$shards"/*.ndjson --manifest "$papers" --format "ndjson:$results"
