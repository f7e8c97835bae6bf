#!/usr/bin/env bash
# Runs scripts/recipes/parallel-ssh.sh as it is written, over ssh to this machine under two names: a
# server with keys of its own.
# shellcheck source=tests/recipes/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

write_configuration() {
  local port
  port=$(free_port)
  ssh-keygen -q -t ed25519 -N '' -f host_key
  ssh-keygen -q -t ed25519 -N '' -f key
  cp key.pub authorized_keys
  cat >sshd_config <<END
ListenAddress 127.0.0.1
Port $port
HostKey $PWD/host_key
PidFile $PWD/sshd.pid
AuthorizedKeysFile $PWD/authorized_keys
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
StrictModes no
UsePAM no
END
  cat >ssh_config <<END
Host first second
  HostName 127.0.0.1
  Port $port
  User $(id -un)
  IdentityFile $PWD/key
  IdentitiesOnly yes
  UserKnownHostsFile $PWD/known_hosts
  StrictHostKeyChecking no
  LogLevel ERROR
END
}

start_server() {
  write_configuration
  "$(command -v sshd)" -D -e -f "$PWD/sshd_config" >sshd.err 2>&1 &
  running+=($!)
  await 100 ssh -F ssh_config first true
}

need parallel sshd ssh ssh-keygen timeout
parallel --version 2>/dev/null | grep -q '^GNU parallel' || skip "parallel is not GNU's"
# Where sshd gives up its rights; Debian's service makes it when it starts.
if [[ $(id -u) -eq 0 && ! -d /run/sshd ]]; then
  mkdir -m 755 /run/sshd
  end_jobs() { rmdir /run/sshd; }
fi
lay_out_papers
if ! start_server; then
  tail -n 5 sshd.err
  fail "the ssh server does not start"
fi
export PARALLEL_HOME=$PWD/parallel PARALLEL_SSH="ssh -F $PWD/ssh_config"
mkdir "$PARALLEL_HOME"
compare timeout 120 "$root/scripts/recipes/parallel-ssh.sh" 3 first,second results.ndjson papers \
  --pack "$pack"
