#!/bin/bash
# Written by Drover, role redis.
# check-redis NEW MAIN: starts a throwaway Redis, as its own user, with MAIN and NEW behind it as it would be included.
# It listens nowhere, keeps nothing and is ended after a moment. Says what Redis says when it refuses them.
set -u
new=$1 main=$2
folder=$(mktemp -d /tmp/check-redis.XXXXXX)
trap 'rm -rf "$folder"' EXIT
chown redis "$folder"
options=(--port 0 --tls-port 0 --unixsocket "$folder/socket" --dir "$folder" --pidfile "$folder/pid" --logfile ''
  --daemonize no --supervised no --save '' --appendonly no --replicaof no one)
# Certificates can only be tried once they are there. Redis reads them only for a port of TLS: a free one, this machine only.
all_there=yes
for file in $(sed -nE 's/^tls-(cert-file|key-file|ca-cert-file) "(.*)"$/\2/p' "$new"); do
  options+=(--bind 127.0.0.1 --tls-port "$((20000 + RANDOM % 10000))")
  [[ -e $file ]] || all_there=no
done
[[ $all_there == yes ]] || options+=(--tls-port 0 --tls-replication no)

{ grep -v '^include /etc/redis/drover' "$main"; cat "$new"; } |
  timeout 2 setpriv --reuid=redis --regid=redis --init-groups redis-server - "${options[@]}" >"$folder/said" 2>&1
status=$?
# 124: it ran until it was ended. Anything before that is a refusal.
[[ $status -eq 124 ]] && exit 0
tail -n 8 "$folder/said" >&2
exit 1
