import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Identity } from '../../src/base/identity.ts'
import { eachOf, output } from './process.ts'

export interface Target {
  readonly name: string
  readonly identity: Identity
}

export interface Host extends Target {
  /** Options of ssh(1): no configuration of this computer, one key, the host key pinned. */
  readonly options: readonly string[]
}

/** How plain ssh(1) reaches these machines, with their keys pinned. */
export function makeHosts(
  targets: readonly Target[],
  files: { readonly folder: string; readonly key: string },
): readonly Host[] {
  const folder = join(files.folder, 'known-hosts')
  mkdirSync(folder)
  return targets.map(({ name, identity }) => {
    const { address, port, hostKeys } = identity
    const knownHosts = join(folder, name)
    const place = port === 22 ? address : `[${address}]:${port}`
    writeFileSync(knownHosts, hostKeys.map((key) => `${place} ${key}\n`).join(''))
    const settings = [
      `UserKnownHostsFile=${knownHosts}`,
      'StrictHostKeyChecking=yes',
      `IdentityFile=${files.key}`,
      'IdentitiesOnly=yes',
      'BatchMode=yes',
    ]
    return { name, identity, options: ['-F', '/dev/null', ...settings.flatMap((setting) => ['-o', setting])] }
  })
}

export interface FanOut {
  readonly command: string
  /** Options for ssh(1) besides those of the host. */
  readonly options?: readonly string[]
  readonly atOnce: number
  readonly signal: AbortSignal
  readonly input?: Buffer
}

/** `ssh HOST COMMAND` on all of them. */
export function fanOut(hosts: readonly Host[], fan: FanOut): Promise<void> {
  const { command, options = [], atOnce, signal, input } = fan
  return eachOf(hosts, atOnce, (host) => {
    const { address, port, user } = host.identity
    const destination = ['-p', String(port), `${user}@${address}`]
    return output({
      argv: ['ssh', ...options, ...host.options, ...destination, command],
      signal,
      timeoutMs: 60_000,
      ...(input === undefined ? {} : { input }),
    })
  })
}
