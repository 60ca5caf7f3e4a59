import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'
import { runCli } from '../support/run-drover.ts'

let flock: LocalFlock
let sealKey: string

const manifest = 'files:\n  - destination: /etc/hello/token\n    source: token\n'
const template = 'secrets-templates/machines/lo-1/token'
const sealedFile = 'machines/lo-1/sealed/generated.age'

beforeAll(async () => {
  const made = await runCli(['seal-key'])
  expect(made.code, made.stderr).toBe(0)
  sealKey = made.stdout
  flock = await makeLocalFlock('t-seal', { DROVER_SEAL_KEY: sealKey })
  flock.ops.push(
    { 'secrets-templates/machines/lo-1/files.yml': manifest, [template]: '{{generated "TOKEN"}}\n' },
    'a token',
  )
})

afterAll(async () => {
  await flock?.remove()
})

/** As it is on the machine: a run without the key does not know the value. */
async function token(): Promise<string> {
  const { machines } = await flock.report(['run', 'lo-1', '--', 'cat /etc/hello/token'], {
    env: { DROVER_SEAL_KEY: '' },
  })
  const { stdout = '' } = (machines[0]?.data ?? {}) as { readonly stdout?: string }
  return stdout
}

/** Newest first. */
function commitsOf(path: string): readonly string[] {
  flock.ops.git('fetch', '--quiet', 'origin')
  return flock.ops.git('log', '--format=%H', 'origin/config', '--', path).trim().split('\n')
}

test('seal-key prints an age identity file and nothing else, and another one each time', async () => {
  expect(sealKey).toMatch(/^# recipient: age1[0-9a-z]{58}\nAGE-SECRET-KEY-1[0-9A-Z]{58}\n$/)
  const { stdout } = await runCli(['seal-key', '--json'])
  const { data } = JSON.parse(stdout) as { readonly data: Record<string, string> }
  expect(data.identity).toMatch(/^AGE-SECRET-KEY-1/)
  expect(sealKey).not.toContain(data.identity)
  expect((await runCli(['seal-key', 'lo-1'])).code).toBe(2)
})

test('create without the seal key makes nothing, and says how to get a key', async () => {
  const { exitCode, problems } = await flock.report(['create', 'lo-1'], { env: { DROVER_SEAL_KEY: '' } })
  expect(exitCode).toBe(2)
  expect(problems).toMatchObject([
    { reason: 'missing-secret', hint: expect.stringContaining('drover seal-key'), at: { file: template } },
  ])
})

test('create makes a value, seals it on the branch, and puts it on the machine', async () => {
  const made = await flock.report(['create', 'lo-1'])
  expect(made.ran.code, made.ran.stderr + made.ran.stdout).toBe(0)
  const value = await token()
  expect(value).toMatch(/^[\w-]{43}\n$/)
  expect(flock.ops.read(sealedFile)).toContain('age-encryption.org/v1')
  expect(await flock.on('lo-1', 'cat /etc/hello/token')).toBe('[generated TOKEN]\n')
  expect(flock.ops.read('machines/lo-1/captured/etc/hello/token')).toBe('{{generated "TOKEN"}}\n')
  flock.ops.git('fetch', '--quiet', 'origin')
  expect(flock.ops.git('log', '-p', '--text', 'origin/config')).not.toContain(value.trim())
  expect(`${made.ran.stdout}${made.ran.stderr}`).not.toContain(value.trim())
  const [sealed, applied] = [sealedFile, 'machines/lo-1/state.json'].map((path) => commitsOf(path).at(-1))
  expect(sealed).not.toBe(applied)
  flock.ops.git('merge-base', '--is-ancestor', `${sealed}`, `${applied}`)
})

test('configure and verify find everything as desired after create made a value', async () => {
  const before = flock.ops.read(sealedFile)
  const { machines } = await flock.report(['configure', 'lo-1'])
  expect(machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
  const verified = await flock.report(['verify', 'lo-1'])
  expect(verified.machines[0]).toMatchObject({ outcome: 'ok' })
  expect(flock.ops.read(sealedFile)).toBe(before)
})

test('a dry run makes no value, and names what it would make', async () => {
  flock.ops.push({ [template]: '{{generated "TOKEN"}}\n{{generated "PIN" "digits" 12}}\n' }, 'a pin')
  const before = flock.ops.head()
  const { machines } = await flock.report(['configure', 'lo-1', '--dry-run'])
  expect(machines[0]?.message).toContain('generated PIN will be made')
  const { changes } = (machines[0]?.data ?? { changes: [] }) as {
    readonly changes: readonly { readonly diff: string }[]
  }
  expect(changes[0]?.diff).toContain(' {{generated "TOKEN"}}\n+{{generated "PIN"}}\n')
  expect(flock.ops.head()).toBe(before)
})

test('two runs at the same time end with one value, on the branch and on the machine', async () => {
  const before = await token()
  const runs = await Promise.all([1, 2].map(() => flock.report(['configure', 'lo-1'])))
  for (const { ran } of runs) expect(ran.code, ran.stdout + ran.stderr).toBe(0)
  const after = await token()
  expect(after).toMatch(/^[\w-]{43}\n\d{12}\n$/)
  expect(after.startsWith(before)).toBe(true)
  expect(commitsOf(sealedFile)).toHaveLength(2)
  const { machines } = await flock.report(['verify', 'lo-1'])
  expect(machines[0]).toMatchObject({ outcome: 'ok' })
})

test('an older commit is configured with the values of today', async () => {
  flock.ops.git('fetch', '--quiet', 'origin')
  const commit = flock.ops.git('log', '--format=%H', '--grep=a token', 'origin/config').trim()
  const before = await token()
  const { machines } = await flock.report(['configure', 'lo-1', '--to', commit])
  expect(machines[0]).toMatchObject({ outcome: 'changed' })
  expect(await token()).toBe(before.replace(/\d{12}\n$/, ''))
})

test('terminate removes the values of the machine from the branch', async () => {
  const { ran } = await flock.report(['terminate', 'lo-1', '--yes'])
  expect(ran.code, ran.stdout).toBe(0)
  expect(() => flock.ops.read(sealedFile)).toThrow()
})
