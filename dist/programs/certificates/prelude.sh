#!/bin/bash
# What a unit says, beside what its programs say: `drover-certificate WORD REST`.
: "${certificate_mark:?}"

set -u
LC_ALL=C.UTF-8
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
tell() { printf '%s %s\n' "$certificate_mark" "$*"; }
give_up() {
  tell failed "$*"
  exit 1
}
one_line() { tr '\n' ' ' | head -c 600; }
