#!/bin/sh
# Functions of the scripts that touch one machine. They want `folder` (of the machine) and, once it
# is known, `id`.
#
# What runs for a machine carries the argument `drover-local:ID`: a process is ours only if it does.
# The pattern comes by standard input: as an argument it would find grep itself.

running_pids() {
  # shellcheck disable=SC2062
  printf 'drover-local:%s\n' "$id" | grep -slzxF -f - /proc/[0-9]*/cmdline | sed 's,/proc/,,; s,/cmdline,,'
}

is_running() {
  [ -n "$(running_pids)" ]
}

# The bridge's end of the machine's cable; at most 15 characters, which is why it has not all of the id.
cable() {
  printf 'vb-dr-%s' "$(printf %s "$id" | sed 's/^local-//')"
}

is_gone() {
  ! is_running && [ ! -e "/sys/class/net/$(cable)" ]
}

# wait_gone TRIES: true when process and cable are gone, false after TRIES times 20 ms.
wait_gone() {
  tries=$1
  while ! is_gone; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    sleep 0.02
  done
}

# Orderly for two seconds, then for certain: the first process of the machine's outer PID namespace
# is killed, and the kernel kills everything in it.
stop_machine() {
  for pid in $(running_pids); do kill -TERM "$pid" 2>/dev/null || :; done
  if ! wait_gone 100; then
    for pid in $(running_pids); do kill -KILL "$pid" 2>/dev/null || :; done
    if ! wait_gone 150; then
      ip link delete "$(cable)" 2>/dev/null || :
      is_gone || fail "its processes do not end: $(running_pids | tr '\n' ' ')"
    fi
  fi
  for root in /sys/fs/cgroup /sys/fs/cgroup/systemd /sys/fs/cgroup/unified; do
    if [ -d "$root/drover/$id" ]; then find "$root/drover/$id" -depth -type d -exec rmdir {} + 2>/dev/null || :; fi
    rmdir "$root/drover" 2>/dev/null || :
  done
}
