import { expect, test } from 'vitest'
import { type FakeWorld, makeFakeWorld, portsOf, runIn } from '../../test/support/fake-world.js'
import { makeStanding } from '../../test/support/standing-world.js'
import { InputError } from '../base/errors.js'
import { Secret } from '../base/secret.js'
import { readFlock } from '../branch/flock-view.js'
import { type RenderedFlock, renderMachines, renderToApply } from '../desired/render-machines.js'
import { makeAgeSealer } from '../secrets/seal/age-sealer.js'
import { makeIdentity } from '../secrets/seal/make-identity.js'
import { missingSealKey } from '../secrets/seal/read-identities.js'
import type { Ports } from '../task/ports.js'
import { generatedPath, parseGenerated, treeWithSealedOf } from './generated-file.js'

const { identity } = await makeIdentity()
const sealer = await makeAgeSealer(new Secret('DROVER_SEAL_KEY', identity))
const seal = async () => sealer

const flock = 'flock: f\nprovider: ec2\nmachines:\n  web-1:\n  web-2:\n'
const manifest = 'files:\n  - destination: /etc/token\n'

function createApp(template: string): FakeWorld {
  return makeFakeWorld(flock, {
    'secrets-templates/all/files.yml': manifest,
    'secrets-templates/all/token': template,
  })
}

async function apply(world: FakeWorld, more: Partial<Ports> = {}): Promise<RenderedFlock> {
  const ports = portsOf(world, { seal, ...more })
  const view = await readFlock(ports)
  return renderToApply(ports, view, { machines: view.flock.machines, operation: 'configure' })
}

async function dryRun(world: FakeWorld, more: Partial<Ports> = {}): Promise<RenderedFlock> {
  const ports = portsOf(world, { seal, ...more })
  const view = await readFlock(ports)
  return renderMachines(ports, view, view.flock.machines)
}

const bytesOf = (desired: RenderedFlock, machine: string): string =>
  String(desired.of(machine).files[0]?.bytes.reveal())

async function sealedIn({ tree }: FakeWorld, machine: string): Promise<Record<string, string>> {
  const file = tree.get(generatedPath(machine))
  if (file === undefined) throw new Error('nothing is sealed')
  return Object.fromEntries(parseGenerated(await sealer.open(file.bytes)))
}

test('generated values are made once for each machine, and are sealed on the branch before anybody has them', async () => {
  const world = createApp('{{generated "TOKEN"}}')
  const first = await apply(world)
  for (const machine of ['web-1', 'web-2']) {
    expect(bytesOf(first, machine)).toMatch(/^[\w-]{43}$/)
    expect(await sealedIn(world, machine)).toEqual({ TOKEN: bytesOf(first, machine) })
    expect(String(first.of(machine).files[0]?.shown)).toBe('{{generated "TOKEN"}}')
    expect(first.toMake(machine)).toEqual([])
  }
  expect(bytesOf(first, 'web-1')).not.toBe(bytesOf(first, 'web-2'))
  expect(world.records.map(({ machine, message }) => `${machine} ${message}`)).toEqual(
    ['web-1', 'web-2'].map((name) => `${name} made generated TOKEN, sealed to ${sealer.recipients[0]}`),
  )
  const again = await apply(world)
  expect(bytesOf(again, 'web-1')).toBe(bytesOf(first, 'web-1'))
  expect(world.records).toHaveLength(2)
})

test('generated values are known to the scrubber and to captures', async () => {
  const world = createApp('{{generated "TOKEN"}}')
  const guarded: Secret[] = []
  const desired = await apply(world, { guard: (secret) => void guarded.push(secret) })
  const values = ['web-1', 'web-2'].map((name) => bytesOf(desired, name))
  for (const known of [guarded, desired.secrets]) {
    expect(known.map((secret) => secret.reveal())).toEqual(expect.arrayContaining(values))
  }
  expect(String(desired.secrets[0])).toBe('[generated TOKEN]')
})

test('a generated value that comes later is added, and one that gets another form later stays what it is', async () => {
  const world = createApp('{{generated "TOKEN"}}')
  const before = bytesOf(await apply(world), 'web-1')
  world.tree.set('secrets-templates/all/token', {
    mode: '100644',
    bytes: Buffer.from('{{generated "PIN" "digits" 8}} {{generated "TOKEN" "hex"}}'),
  })
  const [pin, token] = bytesOf(await apply(world), 'web-1').split(' ')
  expect(pin).toMatch(/^\d{8}$/)
  expect(token).toBe(before)
  expect(await sealedIn(world, 'web-1')).toEqual({ PIN: pin, TOKEN: token })
})

test('generated values are not made where no template gets to, nor by a dry run, which names them', async () => {
  const world = createApp('{{#if vars.more}}{{generated "MORE"}}{{/if}}{{generated "TOKEN"}}')
  const desired = await dryRun(world)
  expect(desired.toMake('web-1')).toEqual(['TOKEN'])
  expect(world.records).toEqual([])
  expect(bytesOf(desired, 'web-1')).not.toBe(bytesOf(await dryRun(world), 'web-1'))
  await apply(world)
  expect(Object.keys(await sealedIn(world, 'web-1'))).toEqual(['TOKEN'])
})

test('generated values that two runs make at once are those of the one that pushed first, for both', async () => {
  const world = createApp('{{generated "TOKEN"}} {{generated "OTHER"}}')
  const desired = await Promise.all([apply(world), apply(world), apply(world)])
  for (const machine of ['web-1', 'web-2']) {
    const { TOKEN, OTHER } = await sealedIn(world, machine)
    for (const one of desired) expect(bytesOf(one, machine)).toBe(`${TOKEN} ${OTHER}`)
  }
  expect(world.records).toHaveLength(2)
})

test('a run keeps a generated value that another run made, and adds its own', async () => {
  const world = createApp('{{generated "TOKEN"}} {{generated "OTHER"}}')
  const theirs = { TOKEN: 'their-own-token' }
  const { ledger } = portsOf(world)
  let pushes = 0
  const desired = await apply(world, {
    ledger: {
      ...ledger,
      push: async (records) => {
        pushes += 1
        if (pushes === 1) {
          const bytes = await sealer.seal(Buffer.from(JSON.stringify(theirs)))
          world.tree.set(generatedPath('web-1'), { mode: '100644', bytes })
        }
        return ledger.push(records)
      },
    },
  })
  const sealed = await sealedIn(world, 'web-1')
  expect(sealed).toMatchObject(theirs)
  expect(bytesOf(desired, 'web-1')).toBe(`${sealed.TOKEN} ${sealed.OTHER}`)
  expect(pushes).toBe(2)
})

test('generated values need the key before anything is pushed, also in a dry run', async () => {
  const world = createApp('\n{{generated "TOKEN"}}')
  for (const ask of [apply, dryRun]) {
    const error = await ask(world, { seal: () => Promise.reject(missingSealKey()) }).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(InputError)
    expect(error.problems).toMatchObject([
      {
        reason: 'missing-secret',
        message: 'secret "DROVER_SEAL_KEY": not given: it keeps generated "TOKEN"',
        at: { file: 'secrets-templates/all/token', line: 2 },
        hint: expect.stringContaining('drover seal-key'),
      },
    ])
  }
  expect(world.records).toEqual([])
})

test('generated values that are sealed with another key are named with their file, and not made anew', async () => {
  const world = createApp('{{generated "TOKEN"}}')
  await apply(world)
  const other = await makeAgeSealer(new Secret('DROVER_SEAL_KEY', (await makeIdentity()).identity))
  const error = await apply(world, { seal: async () => other }).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(InputError)
  expect(error.problems[0]).toMatchObject({
    reason: 'invalid-ledger',
    message: expect.stringContaining('machines/web-1/sealed/generated.age: sealed file: no identity'),
  })
  expect(world.records).toHaveLength(2)
})

test('a flock in which no template names a generated value needs no key', async () => {
  const world = createApp('plain')
  await expect(apply(world, { seal: () => Promise.reject(new Error('was asked')) })).resolves.toBeDefined()
})

test('terminate takes the generated values of a machine away, and leaves what else is sealed', async () => {
  const world = await makeStanding()
  for (const file of ['generated.age', 'tls.age'])
    world.tree.set(`machines/web-1/sealed/${file}`, { mode: '100644', bytes: Buffer.from('sealed') })
  const { result } = await runIn(world, { operation: 'terminate', confirm: ['web-1'] })
  expect(result.outcomes[0]).toMatchObject({ kind: 'changed' })
  expect([...world.tree.keys()].filter((path) => path.includes('/sealed/'))).toEqual([
    'machines/web-1/sealed/tls.age',
  ])
})

test('an earlier commit and a pull request get what is sealed now, and nothing else of it', () => {
  const file = (text: string) => ({ mode: '100644' as const, bytes: Buffer.from(text) })
  const now = new Map([
    ['machines/web-1/sealed/generated.age', file('now')],
    ['config/all/a', file('now')],
  ])
  const then = new Map([
    ['machines/web-1/sealed/generated.age', file('then')],
    ['machines/web-2/sealed/generated.age', file('planted')],
    ['config/all/a', file('then')],
  ])
  const tree = treeWithSealedOf(now, then)
  expect([...tree].map(([path, { bytes }]) => `${path} ${bytes}`)).toEqual([
    'config/all/a then',
    'machines/web-1/sealed/generated.age now',
  ])
})
