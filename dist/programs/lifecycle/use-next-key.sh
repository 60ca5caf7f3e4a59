#!/bin/sh
# Puts the next key in place and reloads sshd, with a guard that undoes it. The
# old key is kept until the new one was seen to work over a new connection.
: "${key:?}" "${key_back:?}" "${guard_seconds:?}"

set -eu
umask 077
printf %s "$key_back" >/run/drover-key-back
systemctl stop drover-key-back.timer 2>/dev/null || :
systemd-run --quiet --collect --unit=drover-key-back --on-active="$guard_seconds" sh /run/drover-key-back
ln -f "$key" "$key.old"
cp -p "$key.next" "$key.now" && mv -f "$key.now" "$key"
cp "$key.next.pub" "$key.pub"
chmod 0644 "$key.pub"
systemctl reload ssh 2>/dev/null || systemctl reload sshd
