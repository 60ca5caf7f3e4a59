#!/bin/sh
# Presses Ctrl-Alt-Del, which systemd takes for a reboot: SIGINT to the machine's first process, the
# child of systemd-nspawn.
. ./local/prelude.sh
. ./local/machine.sh
. ./local/find-machine.sh

is_running || fail "it does not run"
children() { cat "/proc/$1/task"/*/children 2>/dev/null || :; }
for pid in $(running_pids); do
  for nspawn in $(children "$pid"); do
    [ "$(cat "/proc/$nspawn/comm" 2>/dev/null)" = systemd-nspawn ] || continue
    for init in $(children "$nspawn"); do
      [ "$(cat "/proc/$init/comm" 2>/dev/null)" = systemd ] || continue
      kill -INT "$init"
      exit 0
    done
  done
done
fail "its first process is not to be found"
