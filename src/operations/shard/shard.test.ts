import { expect, test } from 'vitest'
import { makeFakeWorld, runIn } from '../../../test/support/fake-world.js'
import { Secret } from '../../base/secret.js'
import { encodeIdentity } from '../../ledger/machine-files.js'
import type { AnyRequest } from '../../request/request.js'

const flock = `flock: lo
provider: local
groups: { web: {} }
machines:
  a: { groups: [web] }
  b: { groups: [web] }
  c: {}
`

async function plan(asked: Partial<AnyRequest>, options: Parameters<typeof runIn>[2] = {}) {
  const world = makeFakeWorld(flock, {
    'machines/gone/machine.json': encodeIdentity({
      provider: 'local',
      id: 'gone-1',
      address: '10.0.0.9',
      port: 22,
      user: 'root',
      hostKeys: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGh1bXB0eWR1bXB0eWh1bXB0eWR1bXB0eWh1bXB0eWR1'],
      createdAt: '2026-11-21T00:00:00.000Z',
      createdBy: '1',
    }),
  })
  const { result, calls } = await runIn(world, { operation: 'shard', for: 'configure', ...asked }, options)
  expect(calls).toEqual(calls.filter((call) => call === 'read'))
  return result
}

const machinesOf = (data: unknown): unknown => (data as { machines: unknown }).machines

test('chooses as the operation would, and touches nothing', async () => {
  const { data, message, exitCode } = await plan({ selectors: ['group:web'], shards: 1 })
  expect(data).toEqual({
    kind: 'jobs',
    canary: [],
    shards: [{ name: 'a … b (2)', machines: 'a b', lock: 'lo/a..b.2' }],
    machines: ['a', 'b'],
  })
  expect([message, exitCode]).toEqual(['2 machines in 1 job', 0])
})

test('says how many go first', async () => {
  const { data, message } = await plan({ selectors: ['all'], canary: 1 })
  expect(data).toMatchObject({ canary: [{ machines: 'a' }], shards: [{ machines: 'b' }, { machines: 'c' }] })
  expect(message).toBe('3 machines in 3 jobs, 1 of them first')
})

test('a selector that names nothing in the flock is refused', async () => {
  expect(await plan({ selectors: ['nobody'] })).toMatchObject({ exitCode: 2, reason: 'unknown-machine' })
})

test.each([
  ['terminate', ['gone'], ['gone']],
  ['list', ['gone'], ['gone']],
  ['list', [], []],
])('%s of %j: what is left over can be named', async (operation, selectors, expected) => {
  const { data } = await plan({ for: operation, selectors, confirm: selectors })
  expect(machinesOf(data)).toEqual(expected)
})

test('an operation about the flock without machines is one job without names', async () => {
  const { data, message } = await plan({ for: 'reap', selectors: [] })
  expect(data).toEqual({
    kind: 'jobs',
    canary: [],
    shards: [{ name: 'the flock', machines: '', lock: 'lo/reap' }],
    machines: [],
  })
  expect(message).toBe('the flock in 1 job')
})

test.each([
  ['the first push of the branch', '0'.repeat(40)],
  ['a push that replaced history', 'f'.repeat(40)],
])('after %s every machine is concerned', async (_name, before) => {
  const { data } = await plan({ selectors: ['changed'] }, { ports: { before } })
  expect(machinesOf(data)).toEqual(['a', 'b', 'c'])
})

test('names typed again are held against all machines of the run', async () => {
  const asked = { for: 'terminate', selectors: ['group:web'] }
  expect(await plan({ ...asked, confirm: ['a'] })).toMatchObject({ exitCode: 2, reason: 'not-confirmed' })
  expect(await plan({ ...asked, confirm: ['b', 'a'] })).toMatchObject({ exitCode: 0 })
})

test('the budget holds for all jobs of the run together', async () => {
  const asked = { for: 'create', selectors: ['all'], shards: 3 }
  expect(await plan({ ...asked, budget: 2 })).toMatchObject({ exitCode: 2, reason: 'over-budget' })
  expect(await plan({ ...asked, budget: 3 })).toMatchObject({ exitCode: 0 })
})

test.each([
  ['no operation', { for: 'nonsense' }],
  ['itself', { for: 'shard' }],
  ['more jobs than a matrix has', { shards: 257 }],
  ['more canaries than a matrix has', { canary: 257 }],
])('%s is refused', async (_name, asked) => {
  expect(await plan(asked)).toMatchObject({ exitCode: 2, reason: 'invalid-argument' })
})

test('a secret that no job was given is named before any job begins', async () => {
  const world = makeFakeWorld(flock, {
    'secrets-templates/machines/b/files.yml': 'files:\n  - destination: /etc/x\n    source: x.hbs\n',
    'secrets-templates/machines/b/x.hbs': '{{secret "API_TOKEN"}}\n',
  })
  const origin = { ref: 'refs/heads/main', isProtected: false, commit: 'a'.repeat(40) }
  const asked = { operation: 'shard', for: 'configure', selectors: ['all'] }
  const { result } = await runIn(world, asked, { ports: { origin } })
  expect(result).toMatchObject({ exitCode: 2, problems: [{ reason: 'missing-secret' }] })
  expect(result.message).toContain('API_TOKEN')
  const given = { origin, secret: () => new Secret('API_TOKEN', 'tok-4f7d') }
  expect((await runIn(world, asked, { ports: given })).result.exitCode).toBe(0)
  // The jobs of an environment have secrets that the plan has not.
  expect((await runIn(world, { ...asked, environment: 'x' }, { ports: { origin } })).result.exitCode).toBe(0)
  // Who goes back may do so because the newest commit is broken.
  const back = { ...asked, to: 'c'.repeat(40) }
  expect((await runIn(world, back, { ports: { origin } })).result.exitCode).toBe(0)
})

test('more names than a job can be handed are refused before any job begins', async () => {
  const large = (name: string): Promise<unknown> =>
    runIn(makeFakeWorld(`flock: lo\nmachines: { "${name}-{seq:05}": { count: 10000 } }\n`), {
      operation: 'shard',
      for: 'configure',
      selectors: ['all'],
    }).then(({ result }) => result)
  expect(await large('fp')).toMatchObject({ exitCode: 0 })
  expect(await large('proxy-eu-west')).toMatchObject({ exitCode: 2, reason: 'invalid-argument' })
})

test('a name in which GitHub would see a secret is refused, without the secret', async () => {
  const clean = (text: string): string => text.replaceAll('b', '***')
  expect(await plan({}, { ports: { clean } })).toMatchObject({ exitCode: 2, reason: 'unsafe-secret' })
})
