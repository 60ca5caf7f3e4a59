import type { Command } from '../../src/base/command.js'
import { DroverError } from '../../src/base/errors.js'
import type { Progress } from '../../src/base/reporter.js'
import { Secret } from '../../src/base/secret.js'
import { neutralise } from '../../src/base/text/neutralise.js'
import type { TreeFile } from '../../src/base/tree.js'
import type { Result } from '../../src/engine/result.js'
import { runOperation } from '../../src/engine/run-operation.js'
import type { LedgerRecord } from '../../src/events/record.js'
import { logEventOf } from '../../src/events/record-of.js'
import { noJournal } from '../../src/ledger/journal.js'
import type { Ledger, Snapshot } from '../../src/ledger/ledger.js'
import { parseMachineFiles } from '../../src/ledger/machine-files.js'
import { filterEvents } from '../../src/ledger/read-history.js'
import { checkRecords } from '../../src/ledger/records/check-records.js'
import { holdsOver } from '../../src/ledger/records/fold-records.js'
import { findOperation } from '../../src/operations/registry.js'
import type { Provider } from '../../src/providers/provider.js'
import { defaultRequest } from '../../src/request/parse-request.js'
import type { AnyRequest } from '../../src/request/request.js'
import { missingSealKey } from '../../src/secrets/seal/read-identities.js'
import { makeLocalFiles } from '../../src/system/local-files.js'
import type { Ports } from '../../src/task/ports.js'
import { type Act, type FakeCloud, type FakeMachine, makeFakeCloud, makeFakeProvider } from './fake-cloud.js'
import { makeFakeRemote } from './fake-remote.js'

/** What outlives a process: the cloud, the branch, the DNS. */
export interface FakeWorld {
  readonly cloud: FakeCloud
  readonly tree: Map<string, TreeFile>
  readonly names: Map<string, string>
  readonly records: LedgerRecord[]
}

export function makeFakeWorld(flock: string, files: Readonly<Record<string, string>> = {}): FakeWorld {
  const tree = new Map<string, TreeFile>()
  for (const [path, text] of Object.entries({ 'flock.yml': flock, ...files })) {
    tree.set(path, { mode: '100644', bytes: Buffer.from(text) })
  }
  return { cloud: makeFakeCloud(), tree, names: new Map(), records: [] }
}

/** At which call to the outside the process dies, and whether what was asked for happened. */
export interface Death {
  readonly at: number
  readonly when: 'before' | 'after'
}

export interface RunIn {
  readonly death?: Death
  readonly onDisarm?: (machine: FakeMachine) => void
  readonly onAct?: (name: string) => void
  readonly answers?: ReadonlyMap<Command, readonly string[]>
  readonly changeProvider?: (provider: Provider) => Provider
  /** Real ones in place of those of the fake world. */
  readonly ports?: Partial<Ports>
  /** A provider that does not answer. */
  readonly deaf?: string
}

export interface RanIn {
  readonly result: Result
  /** Names of the calls to the outside. */
  readonly calls: readonly string[]
  readonly progress: readonly Progress[]
  readonly died: boolean
}

/** One process: runs one operation on the world, and may die on the way. */
export async function runIn(
  world: FakeWorld,
  asked: Partial<AnyRequest>,
  options: RunIn = {},
): Promise<RanIn> {
  const calls: string[] = []
  const progress: Progress[] = []
  let died = false
  const act: Act = async (name, effect) => {
    if (died) throw new Error('the process is dead')
    calls.push(name)
    options.onAct?.(name)
    // As a call to the outside does, this one takes a turn.
    await new Promise((resolve) => setImmediate(resolve))
    const isLast = calls.length === options.death?.at
    if (isLast && options.death?.when === 'before') died = true
    if (died) throw new Error('the process died')
    const value = effect()
    if (isLast) died = true
    if (died) throw new Error('the process died')
    return value
  }
  const ports = { ...makePorts(world, { ...options, act, progress }), ...options.ports }
  const result = await runOperation(ports, requestFor(asked))
  return { result, calls, progress, died }
}

/** The request, with the usual values where the test gives none. */
export function requestFor({ operation = 'provision', ...asked }: Partial<AnyRequest>): AnyRequest {
  const definition = findOperation(operation)
  if (definition === undefined) throw new Error(`no operation "${operation}"`)
  return { ...defaultRequest(definition, ['all']), parallel: 10, operation, ...asked }
}

/** The ports of a process that does not die, for what is no operation of its own. */
export function portsOf(world: FakeWorld, more: Partial<Ports> = {}): Ports {
  return { ...makePorts(world, { act: async (_name, effect) => effect(), progress: [] }), ...more }
}

interface Making extends RunIn {
  readonly act: Act
  readonly progress: Progress[]
}

function makePorts(world: FakeWorld, { act, progress, ...options }: Making): Ports {
  const { cloud, names } = world
  const made = makeFakeProvider(cloud, { act })
  const provider = options.changeProvider?.(made) ?? made
  return {
    clock: {
      now: () => cloud.nowMs,
      elapsed: () => cloud.nowMs,
      sleep: async (ms, signal) => {
        await new Promise((resolve) => setImmediate(resolve))
        signal?.throwIfAborted()
        cloud.nowMs += ms
      },
      random: () => 0.5 + (cloud.nowMs % 1000) / 2001,
    },
    ledger: makeFakeLedger(world, act),
    provider: async (name) => {
      if (name === options.deaf)
        throw new DroverError(`${name}: no answer`, { reason: 'provider-unreachable' })
      return name === 'ec2' ? provider : { ...provider, name, list: async () => [] }
    },
    dns: async () => ({
      name: 'route53',
      point: ({ name, address }) =>
        act(`point ${name}`, () => {
          const isChanged = names.get(name) !== address
          names.set(name, address)
          return isChanged
        }),
      remove: ({ name, address }) =>
        act(`unname ${name}`, () => names.get(name) === address && names.delete(name)),
    }),
    github: async () => undefined,
    remote: makeFakeRemote(cloud, { ...options, act }),
    outside: { addressesOf: async () => [], page: async () => ({ kind: 'silent', code: 'ECONNREFUSED' }) },
    reporter: { report: (one) => void progress.push(one) },
    secret: () => undefined,
    code: { resolve: unused, bundle: unused, close: async () => undefined },
    artifacts: { download: unused, fromLfs: unused, close: async () => undefined },
    guard: () => undefined,
    clean: neutralise,
    toolkit: async () => new Map(),
    sshKey: async () => new Secret('ssh-key', 'a key'),
    seal: () => Promise.reject(missingSealKey()),
    seed: async () => Buffer.alloc(32),
    publicKey: async () => 'ssh-ed25519 AAAA',
    keepRecords: async () => [],
    journal: noJournal,
    readRecord: () => Promise.reject(new Error('not here')),
    interactive: async () => 0,
    withPrivateFiles: (_files, work) => work('/nowhere'),
    files: makeLocalFiles({ base: '/nowhere', folder: '/nowhere' }),
    checkout: () => {
      throw new Error('not here')
    },
    starter: async () => ({ templates: new Map(), example: new Map(), templatesAt: async () => new Map() }),
    greeting: async () => ({ greets: false, why: 'not here' }),
    repositoryFacts: async () => undefined,
    readParts: async () => new Map(),
    placeFolder: async () => {},
    run: { id: '1', attempt: 1, actor: 'anna' },
  }
}

function makeFakeLedger({ tree, records }: FakeWorld, act: Act): Ledger {
  return {
    read: () =>
      act('read', (): Snapshot => {
        const { machines, problems } = parseMachineFiles(tree)
        if (problems.length > 0) throw new Error(JSON.stringify(problems))
        return { commit: 'c0ffee', tree: new Map(tree), machines }
      }),
    readAt: async () => undefined,
    isOnBranch: async () => false,
    push: (batch) =>
      act('push', () => {
        checkRecords(batch)
        const due = batch.filter((record) => holdsOver(record, tree))
        for (const record of due) applyRecord(tree, record)
        records.push(...due)
        return { commit: 'c0ffee', attempts: 1 }
      }),
    headOf: async () => undefined,
    history: async (query) =>
      records
        .map(logEventOf)
        .reverse()
        .filter(filterEvents(query))
        .filter(({ time }) => time.slice(0, 10) >= (query.since ?? ''))
        .slice(0, query.limit),
    close: async () => undefined,
  }
}

function applyRecord(tree: Map<string, TreeFile>, { changes }: LedgerRecord): void {
  for (const change of changes) {
    if (change.kind === 'put') tree.set(change.path, { mode: change.mode, bytes: change.bytes })
    if (change.kind === 'remove') tree.delete(change.path)
    if (change.kind !== 'clear') continue
    for (const path of tree.keys()) if (path.startsWith(`${change.folder}/`)) tree.delete(path)
  }
}

/** A JSON file of the branch; undefined when there is none. */
export function readJson(world: FakeWorld, path: string): Record<string, unknown> | undefined {
  const file = world.tree.get(path)
  return file === undefined ? undefined : JSON.parse(file.bytes.toString('utf8'))
}

async function unused(): Promise<never> {
  throw new Error('no flock of the fake world has code or artifacts')
}
