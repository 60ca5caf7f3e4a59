import { DroverError } from '../../src/base/errors.js'
import { Secret } from '../../src/base/secret.js'
import type { TreeFile } from '../../src/base/tree.js'
import { makeOctokitGitHub } from '../../src/github/octokit-github.js'
import type { PullRequest } from '../../src/github/pull-request.js'
import type { Ledger, Snapshot } from '../../src/ledger/ledger.js'
import { parseMachineFiles } from '../../src/ledger/machine-files.js'
import type { Remote } from '../../src/remote/session.js'
import type { Ports } from '../../src/task/ports.js'
import type { GitHubStandIn } from './github-stand-in.js'
import { makeSkippingClock } from './skipping-clock.js'

export type Files = Readonly<Record<string, string>>

export const commitNamed = (letter: string): string => letter.repeat(40)

/** A branch whose commits are given as files; the newest is what `read` gives. */
export function makeBranch(commits: ReadonlyMap<string, Files>, newest: string): Ledger {
  const at = (commit: string): Snapshot | undefined => {
    const files = commits.get(commit)
    if (files === undefined) return undefined
    const tree = new Map(
      Object.entries(files).map(([path, text]): [string, TreeFile] => [
        path,
        { mode: '100644', bytes: Buffer.from(text) },
      ]),
    )
    const { machines, problems } = parseMachineFiles(tree)
    if (problems.length > 0) throw new Error(JSON.stringify(problems))
    return { commit, tree, machines }
  }
  return {
    read: async () => {
      const snapshot = at(newest)
      if (snapshot === undefined) throw new Error('no such commit')
      return snapshot
    },
    readAt: async (commit) => at(commit),
    isOnBranch: async () => true,
    push: async () => ({ commit: newest, attempts: 1 }),
    headOf: async () => undefined,
    history: async () => [],
    close: async () => undefined,
  }
}

/** `machines/M/machine.json` of a machine that exists. */
export function identityFile(address: string): string {
  return `${JSON.stringify({
    provider: 'ec2',
    id: `i-${address}`,
    address,
    port: 22,
    user: 'root',
    hostKeys: [`ssh-ed25519 ${Buffer.from(address).toString('base64')}`],
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: '1',
  })}\n`
}

/** Machines on which nothing of Drover is yet. The addresses that are connected to are kept. */
export function makeEmptyMachines(
  deaf: readonly string[] = [],
): Remote & { readonly addresses: readonly string[] } {
  const addresses: string[] = []
  return {
    addresses,
    check: async () => undefined,
    connect: async ({ machine, identity }) => {
      addresses.push(identity.address)
      if (deaf.includes(machine)) {
        throw new DroverError(`${machine}: no answer from "@org/team"`, { reason: 'unreachable' })
      }
      const close = async (): Promise<void> => undefined
      return {
        exec: async () => ({
          code: 0,
          signal: null,
          stdout: Buffer.from('M\0\0END\0'),
          stderr: Buffer.alloc(0),
          truncated: false,
          durationMs: 1,
        }),
        start: () => Promise.reject(new Error('not here')),
        close,
        [Symbol.asyncDispose]: close,
      }
    },
  }
}

/** The adapter, asking the stand-in. */
export function githubAt(server: GitHubStandIn, token = 'good-token'): Ports['github'] {
  return () =>
    makeOctokitGitHub({
      owner: 'o',
      repo: 'r',
      token: new Secret('token', token),
      apiUrl: server.apiUrl,
      clock: makeSkippingClock(1000),
    })
}

export const pullRequest: PullRequest = {
  number: 3,
  head: commitNamed('b'),
  base: commitNamed('a'),
  merged: commitNamed('c'),
  isFork: false,
}
