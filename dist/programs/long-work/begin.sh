#!/bin/bash
# $1 kind of the work, $2 its run, $3 its key.
: "${place_transient:?}"

set -u
umask 077
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
run=$2
key=$3
base=$place_transient/$1
dir=$base/now
unit=drover-$1.service
answer() {
  printf '%s\n' "$*"
  exit 0
}
[ -d /run/systemd/system ] && command -v systemd-run >/dev/null || answer no-systemd
mkdir -p "$dir" /run/drover || exit 1
