import { expect, test } from 'vitest'
import { makeFakeWorld, type RanIn, runIn } from '../../test/support/fake-world.js'
import type { Snapshot } from '../ledger/ledger.js'
import type { AnyRequest } from '../request/request.js'
import type { Origin, Ports } from '../task/ports.js'

const flock = `flock: lo
provider: local
environments: { staging: , production: { protected: true } }
groups: { prod: { environment: production } }
machines:
  s: { environment: staging }
  p: { groups: [prod] }
  q: { groups: [prod] }
  free:
`
const main: Origin = { ref: 'refs/heads/main', isProtected: true, commit: 'a'.repeat(40) }

interface Place {
  readonly origin?: Origin
  /** Where the branch of the run is now. */
  readonly head?: string
  /** What the branch held when the run was started. */
  readonly earlier?: Readonly<Record<string, string>>
}

async function ask(
  asked: Partial<AnyRequest>,
  { origin, head = main.commit, earlier }: Place = {},
): Promise<RanIn> {
  const world = makeFakeWorld(flock, { 'machines/p/state.json': '{}' })
  const tree = new Map([...world.tree].filter(([path]) => path !== 'machines/p/state.json'))
  world.tree.delete('machines/p/state.json')
  const snapshot: Snapshot = { commit: 'c0ffee', tree, machines: new Map() }
  const old = new Map(tree)
  for (const [path, text] of Object.entries(earlier ?? {}))
    old.set(path, { mode: '100644', bytes: Buffer.from(text) })
  const ledger: Ports['ledger'] = {
    read: async () => snapshot,
    readAt: async () => (earlier === undefined ? undefined : { ...snapshot, tree: old }),
    isOnBranch: async () => true,
    headOf: async () => head,
    push: async () => expect.unreachable(),
    history: async () => [],
    close: async () => undefined,
  }
  const ports = { ledger, ...(origin === undefined ? {} : { origin }) }
  return await runIn(world, { operation: 'shard', for: 'configure', ...asked }, { ports })
}

const names = ({ result }: RanIn): unknown => (result.data as { machines?: unknown } | undefined)?.machines

test('the environment of a run leaves out what a group or "all" brings along from another', async () => {
  expect(names(await ask({ selectors: ['all'], environment: 'staging' }))).toEqual(['s'])
})

test('the environment of a run refuses a machine of another that was named', async () => {
  const { result } = await ask({ selectors: ['p'], environment: 'staging' })
  expect(result).toMatchObject({ exitCode: 2, reason: 'invalid-argument' })
  expect(result.message).toContain('p: is in the environment "production", and the run deploys to "staging"')
})

test('the environment of a run must be one of the flock', async () => {
  const { result } = await ask({ selectors: ['all'], environment: 'producton' })
  expect(result).toMatchObject({ exitCode: 2, hint: 'Did you mean "production"?' })
})

const production = { selectors: ['all'], environment: 'production' }

test('a protected environment is deployed to from the head of a protected branch', async () => {
  expect(names(await ask(production, { origin: main }))).toEqual(['p', 'q'])
})

test.each<readonly [string, Place, string]>([
  ['a shell', {}, 'this is no run of a workflow'],
  [
    'a branch that is not protected',
    { origin: { ...main, isProtected: false } },
    '"refs/heads/main" is not protected',
  ],
  [
    'a commit that the branch left behind',
    { origin: main, head: 'b'.repeat(40) },
    'the run is not up to date',
  ],
  ['a branch that is gone', { origin: main, head: '' }, 'the run is not up to date'],
  [
    'a push that another push followed',
    {
      origin: { ...main, ref: 'refs/heads/config' },
      head: 'c0ffee',
      earlier: { 'config/all/motd': 'old' },
    },
    'has newer changes: config/all/motd',
  ],
])('a protected environment is refused to %s', async (_name, place, message) => {
  const { result } = await ask(production, place)
  expect(result).toMatchObject({ reason: 'protected' })
  expect(result.exitCode).not.toBe(0)
  expect(result.message).toContain(message)
})

test('a protected environment may be deployed to when only Drover wrote since the push', async () => {
  const place = {
    origin: { ...main, ref: 'refs/heads/config' },
    head: 'c0ffee',
    earlier: { 'log/2026/11/21.jsonl': '', 'machines/s/state.json': '{}', 'README.md': 'old' },
  }
  expect(names(await ask(production, place))).toEqual(['p', 'q'])
})

test('a protected environment is left out, with a warning, by a run that does not name it', async () => {
  const ran = await ask({ selectors: ['all'] }, { origin: main })
  expect(names(ran)).toEqual(['s', 'free'])
  expect(ran.progress).toContainEqual({
    kind: 'notice',
    level: 'warning',
    message: 'left out, because "production" is protected and the run does not name it: p, q',
  })
})

test('a machine of a protected environment is refused by name to a run that does not name the environment', async () => {
  const { result } = await ask({ selectors: ['p', 's'] }, { origin: main })
  expect(result).toMatchObject({ reason: 'protected' })
})

test('a protected environment may be looked at from anywhere', async () => {
  expect(names(await ask({ selectors: ['all'], for: 'list' }))).toEqual(['s', 'p', 'q', 'free'])
  expect(names(await ask({ selectors: ['p'], dryRun: true }))).toEqual(['p'])
  expect(names(await ask({ selectors: ['p'], for: 'verify' }))).toEqual(['p'])
  expect(names(await ask({ selectors: ['p'], for: 'downloadconfig' }))).toEqual(['p'])
})

test('a protected environment is held by each operation too, not only by shard', async () => {
  const { result } = await ask({ operation: 'provision', selectors: ['p', 's'] })
  expect(result).toMatchObject({ reason: 'protected', outcomes: [] })
  expect(result.message).toContain('p: is in the protected environment "production"')
  expect(result.message).not.toContain('s: is in')
})
