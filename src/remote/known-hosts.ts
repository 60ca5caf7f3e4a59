import { connectLimits, keepalive } from './connection-policy.js'
import { algorithmsFor, encodePin, type Named, type Pins } from './host-key.js'

/**
 * A known_hosts file with this machine's keys only (sshd(8), SSH_KNOWN_HOSTS
 * FILE FORMAT). It names the machine by the alias that `sshArguments` gives:
 * an address may contain characters that the format reads as a pattern.
 */
export function renderKnownHosts(machine: string, { trusted, revoked }: Pins): string {
  return [
    ...trusted.map((pin) => `${machine} ${encodePin(pin)}\n`),
    ...revoked.map((pin) => `@revoked ${machine} ${encodePin(pin)}\n`),
  ].join('')
}

export interface SshFiles {
  readonly knownHosts: string
  readonly key: string
}

/** Arguments for OpenSSH's client, which then trusts only these keys and offers only our key. */
export function sshArguments({ machine, identity }: Named, pins: Pins, files: SshFiles): readonly string[] {
  const options = {
    UserKnownHostsFile: quotePath(files.knownHosts),
    GlobalKnownHostsFile: '/dev/null',
    StrictHostKeyChecking: 'yes',
    HostKeyAlias: machine,
    HostKeyAlgorithms: algorithmsFor(pins).join(','),
    CheckHostIP: 'no',
    UpdateHostKeys: 'no',
    VerifyHostKeyDNS: 'no',
    IdentitiesOnly: 'yes',
    IdentityAgent: 'none',
    PreferredAuthentications: 'publickey',
    ConnectTimeout: String(connectLimits.timeoutMs / 1000),
    ServerAliveInterval: String(keepalive.intervalMs / 1000),
    ServerAliveCountMax: String(keepalive.maxMissed),
  }
  return [
    '-F',
    '/dev/null',
    ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]),
    '-i',
    files.key,
    '-l',
    identity.user,
    '-p',
    String(identity.port),
    '--',
    identity.address,
  ]
}

/** ssh_config(5) splits this option at spaces and expands tokens that begin with "%". */
function quotePath(path: string): string {
  return `"${path.replaceAll('%', '%%')}"`
}
