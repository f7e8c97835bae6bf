#!/usr/bin/env bash
# Runs scripts/recipes/slurm-array.sh as it is written on a Slurm cluster of one machine: plain
# processes with a configuration of their own.
# shellcheck source=tests/recipes/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

start_munge() {
  head -c 128 /dev/urandom >munge.key
  chmod 400 munge.key
  # --force: it does not like folders that others could replace, as they are in /tmp.
  munged --foreground --force --key-file="$PWD/munge.key" --socket="$PWD/munge.socket" \
    --pid-file="$PWD/munge.pid" --log-file="$PWD/munge.log" --seed-file="$PWD/munge.seed" \
    --num-threads=1 >munged.err 2>&1 &
  running+=($!)
  await 100 munge --no-input --socket="$PWD/munge.socket"
}

write_configuration() {
  local host user
  host=$(hostname -s)
  user=$(id -un)
  cat >slurm.conf <<END
ClusterName=desk
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$PWD/munge.socket
StateSaveLocation=$PWD/state
SlurmdSpoolDir=$PWD/spool
SlurmctldPidFile=$PWD/slurmctld.pid
SlurmdPidFile=$PWD/slurmd.pid
SlurmctldLogFile=$PWD/slurmctld.log
SlurmdLogFile=$PWD/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_res
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=2
PartitionName=desk Nodes=$host Default=YES MaxTime=10
END
  echo "CgroupAutomount=no" >cgroup.conf
}

end_jobs() { [[ ! ${SLURM_CONF:-} ]] || scancel --quiet --name=deskcheck 2>/dev/null || true; }

is_idle() { [[ $(sinfo --noheader --format=%T) == idle ]]; }

start_cluster() {
  mkdir state spool
  start_munge || return
  write_configuration
  export SLURM_CONF=$PWD/slurm.conf
  slurmctld -D -c >slurmctld.err 2>&1 &
  running+=($!)
  slurmd -D >slurmd.err 2>&1 &
  running+=($!)
  await 200 is_idle
}

need munged munge slurmctld slurmd sbatch scancel sinfo timeout
lay_out_papers
if ! start_cluster; then
  tail -n 5 ./*.err ./*.log || true
  fail "the cluster does not start"
fi
compare timeout 120 "$root/scripts/recipes/slurm-array.sh" 3 results.ndjson papers \
  --pack "$pack"
