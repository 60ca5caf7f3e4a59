#!/bin/sh
# Defines `dress FILE OWNER MODE`.

set -u
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
umask 077
dress() { chown -- "$2" "$1" && chmod -- "$3" "$1"; }
