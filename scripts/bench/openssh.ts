import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import '../../test/support/typescript-loader.mjs'
import type { Identity } from '../../src/base/identity.ts'
import { eachOf, output } from './process.ts'

const { renderKnownHosts, sshArguments } = await import('../../src/remote/known-hosts.ts')

export interface Host {
  readonly name: string
  /** Words for ssh(1): options and destination. */
  readonly words: readonly string[]
  readonly knownHosts: string
  readonly identity: Identity
}

export interface Target {
  readonly name: string
  readonly identity: Identity
}

/** How OpenSSH's client reaches these machines, with their keys pinned as Drover does it. */
export function makeHosts(targets: readonly Target[], files: { folder: string; key: string }): readonly Host[] {
  const folder = join(files.folder, 'known-hosts')
  mkdirSync(folder)
  return targets.map(({ name, identity }) => {
    const knownHosts = join(folder, name)
    writeFileSync(knownHosts, renderKnownHosts(identity))
    const words = ['-o', 'BatchMode=yes', ...sshArguments(identity, { knownHosts, key: files.key })]
    return { name, words, knownHosts, identity }
  })
}

export interface FanOut {
  readonly command: string
  readonly atOnce: number
  readonly signal: AbortSignal
  readonly input?: Buffer
}

/** `ssh HOST COMMAND` on all of them. */
export function fanOut(hosts: readonly Host[], { command, atOnce, signal, input }: FanOut): Promise<void> {
  return eachOf(hosts, atOnce, ({ words }) =>
    output({
      argv: ['ssh', ...words, command],
      signal,
      timeoutMs: 60_000,
      ...(input === undefined ? {} : { input }),
    }),
  )
}
