import type { Command } from '../../base/command.js'

const key = '/etc/ssh/ssh_host_ed25519_key'
/** The old key returns after this many seconds unless the new one was seen to work. */
const guardSeconds = 25

/** Makes the next host key beside the present one and prints its public half. Run twice, it gives the same key. */
export const makeNextKeyCommand: Command = {
  argv: [
    'sh',
    '-c',
    `set -eu; umask 077
[ -s ${key}.next.pub ] || { rm -f ${key}.next; ssh-keygen -q -t ed25519 -N '' -C '' -f ${key}.next; }
cat ${key}.next.pub`,
  ],
}

/**
 * Puts the next key in place and reloads sshd, with a guard that undoes it. The
 * old key is kept until the new one was seen to work over a new connection.
 */
export const useNextKeyCommand: Command = {
  argv: [
    'sh',
    '-c',
    `set -eu; umask 077
cat >/run/drover-key-back <<'BACK'
[ -f ${key}.old ] || exit 0
mv -f ${key}.old ${key}; ssh-keygen -y -f ${key} >${key}.pub; chmod 0644 ${key}.pub
systemctl reload ssh 2>/dev/null || systemctl reload sshd
BACK
systemctl stop drover-key-back.timer 2>/dev/null || :
systemd-run --quiet --collect --unit=drover-key-back --on-active=${guardSeconds} sh /run/drover-key-back
ln -f ${key} ${key}.old
cp -p ${key}.next ${key}.now && mv -f ${key}.now ${key}
cp ${key}.next.pub ${key}.pub; chmod 0644 ${key}.pub
systemctl reload ssh 2>/dev/null || systemctl reload sshd`,
  ],
}

/** The new key works: nothing of the old one stays. */
export const keepNextKeyCommand: Command = {
  argv: [
    'sh',
    '-c',
    `set -u
systemctl stop drover-key-back.timer 2>/dev/null
rm -f ${key}.old ${key}.next ${key}.next.pub /run/drover-key-back`,
  ],
}
