#!/bin/sh
# Makes the next host key beside the present one and prints its public half. Run twice, it gives the same key.
: "${key:?}"

set -eu
umask 077
[ -s "$key.next.pub" ] || {
  rm -f "$key.next"
  ssh-keygen -q -t ed25519 -N '' -C '' -f "$key.next"
}
cat "$key.next.pub"
