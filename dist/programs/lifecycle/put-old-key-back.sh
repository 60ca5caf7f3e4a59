#!/bin/sh
# The guard: the old host key returns unless the new one was seen to work.
: "${key:?}"

[ -f "$key.old" ] || exit 0
mv -f "$key.old" "$key"
ssh-keygen -y -f "$key" >"$key.pub"
chmod 0644 "$key.pub"
systemctl reload ssh 2>/dev/null || systemctl reload sshd
