#!/bin/bash
# Written by Drover, role redis.
# check-redis NEW MAIN: starts a throwaway Redis, as its own user, with MAIN and NEW behind it as it would be included.
# It is not to be reached from outside, keeps nothing and is ended as soon as it answers. Says what Redis says when it
# refuses them.
set -u
new=$1 main=$2
folder=$(mktemp -d /tmp/check-redis.XXXXXX)
trap 'rm -rf "$folder"' EXIT
chown redis "$folder"
options=(--port 0 --tls-port 0 --unixsocket "$folder/socket" --dir "$folder" --pidfile "$folder/pid" --logfile ''
  --daemonize no --supervised no --save '' --appendonly no --replicaof no one)
# Certificates can only be tried once they are there. Redis reads them only for a port of TLS: a free one, this machine only.
all_there=yes
# shellcheck disable=SC2013
for file in $(sed -nE 's/^tls-(cert-file|key-file|ca-cert-file) "(.*)"$/\2/p' "$new"); do
  options+=(--bind 127.0.0.1 --tls-port "$((20000 + RANDOM % 10000))")
  [[ -e $file ]] || all_there=no
done
[[ $all_there == yes ]] || options+=(--tls-port 0 --tls-replication no)

setpriv --reuid=redis --regid=redis --init-groups redis-server - "${options[@]}" >"$folder/said" 2>&1 \
  < <(
    grep -v '^include /etc/redis/drover' "$main"
    cat "$new"
  ) &
redis=$!
# One that answers has read all of it. Patient: a machine at work starts programs slowly.
for _ in {1..600}; do
  if redis-cli -s "$folder/socket" ping >/dev/null 2>&1; then
    kill -KILL "$redis"
    wait "$redis" 2>/dev/null
    exit 0
  fi
  kill -0 "$redis" 2>/dev/null || break
  sleep 0.1
done
kill -KILL "$redis" 2>/dev/null
tail -n 8 "$folder/said" >&2
exit 1
