import type { Identity } from '../base/identity.js'

/** A known_hosts file with this machine's pins only (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT). */
export function renderKnownHosts(identity: Identity): string {
  const host = identity.port === 22 ? identity.address : `[${identity.address}]:${identity.port}`
  return identity.hostKeys.map((key) => `${host} ${key}\n`).join('')
}

/** Arguments of OpenSSH's client that let it trust these pins and nothing else. */
export function sshArguments(
  identity: Identity,
  files: { readonly knownHosts: string; readonly key: string },
): readonly string[] {
  return [
    '-F',
    '/dev/null',
    '-o',
    `UserKnownHostsFile=${files.knownHosts}`,
    '-o',
    'GlobalKnownHostsFile=/dev/null',
    '-o',
    'StrictHostKeyChecking=yes',
    '-o',
    'UpdateHostKeys=no',
    '-o',
    'IdentitiesOnly=yes',
    '-i',
    files.key,
    '-p',
    String(identity.port),
    `${identity.user}@${identity.address}`,
  ]
}
