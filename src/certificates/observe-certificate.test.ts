import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { CommandExit } from '../base/command.js'
import type { FlockView } from '../branch/flock-view.js'
import type { Machine } from '../flock/flock.js'
import type { Task } from '../task/task.js'
import { observeCertificate } from './observe-certificate.js'

const folder = mkdtempSync(join(tmpdir(), 'drover-certificate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const names = ['web-1.example.org', 'www.example.org']
const pem = makeCertificate(names, 60)
const nowMs = Date.now()

test('the certificate of a machine is told with its days, which come from the machine and not from the branch', async () => {
  const { found } = await look({ says: pem, desired: { names }, recorded: true })
  expect(found).toMatchObject({
    message: ', certificate: 59 days left',
    data: { names, daysLeft: 59, urgency: 'fine', issuer: 'CN=web-1.example.org', from: 'acme' },
  })
  expect(found.fault).toBeUndefined()
})

test('the certificate of a machine is not asked for where none is desired, nor where none could be ordered', async () => {
  expect(await look({ says: pem, recorded: true })).toEqual({
    found: { message: '' },
    warned: [],
    asked: 0,
  })
  expect((await look({ says: pem, desired: { names } })).asked).toBe(0)
})

test.each([
  ['there is none', '', 'there is no certificate at "/etc/drover/tls/fullchain.pem"'],
  ['it is none', 'hello', '"/etc/drover/tls/fullchain.pem" is no certificate'],
])('the certificate of a machine is a fault when %s', async (_, says, message) => {
  const { found } = await look({ says, desired: { names, contact: 'ops@example.org' } })
  expect(found.fault).toMatchObject({ reason: 'drifted', message })
})

test('the certificate of a machine is a fault when it is not for all names', async () => {
  const desired = { names: [...names, 'new.example.org'], contact: 'ops@example.org' }
  const { found } = await look({ says: pem, desired })
  expect(found.fault?.message).toBe('the certificate is not for "new.example.org"')
})

test('the certificate of a machine may have a wildcard where names are asked for', async () => {
  const wildcard = makeCertificate(['*.example.org', 'example.org'], 30)
  const contact = 'ops@example.org'
  const { found } = await look({ says: wildcard, desired: { names: [...names, 'example.org'], contact } })
  expect(found.fault).toBeUndefined()
  const deep = await look({ says: wildcard, desired: { names: ['a.b.example.org'], contact } })
  expect(deep.found.fault?.message).toContain('a.b.example.org')
})

test('the certificate of a machine is a warning under three weeks and a fault under one', async () => {
  const soon = await look({ says: pem, desired: { names }, recorded: true, laterDays: 45 })
  expect(soon.warned).toEqual([expect.stringContaining('has 14 days left')])
  expect(soon.found.fault).toBeUndefined()
  const urgent = await look({ says: pem, desired: { names }, recorded: true, laterDays: 55 })
  expect(urgent.found.fault).toMatchObject({ reason: 'certificate-expiring' })
  const late = await look({ says: pem, desired: { names }, recorded: true, laterDays: 63 })
  expect(late.found.fault?.message).toContain('expired 3 days ago')
})

interface Situation {
  readonly says: string
  readonly desired?: { readonly names: readonly string[]; readonly contact?: string }
  readonly recorded?: true
  readonly laterDays?: number
}

async function look({ says, desired, recorded, laterDays = 0 }: Situation): Promise<{
  readonly found: Awaited<ReturnType<typeof observeCertificate>>
  readonly warned: readonly string[]
  readonly asked: number
}> {
  const warned: string[] = []
  let asked = 0
  const certificate = { from: 'acme', acme: 'https://acme.example.org', challenge: 'webroot', key: 'ecdsa' }
  const machine = {
    name: 'web-1',
    ...(desired === undefined ? {} : { certificate: { ...certificate, ...desired } }),
  }
  const task = {
    machine: machine as unknown as Machine,
    ports: { clock: { now: () => nowMs + laterDays * 86_400_000 } },
    step: (_name: string, work: () => unknown) => work(),
    warn: (message: string) => warned.push(message),
  } as unknown as Task
  const entry = recorded === undefined ? [] : [['web-1', { certificate: { from: 'acme' } }] as const]
  const view = { snapshot: { machines: new Map(entry) } } as unknown as FlockView
  const session = {
    exec: async (): Promise<CommandExit> => {
      asked++
      const empty = Buffer.alloc(0)
      return {
        code: 0,
        signal: null,
        stdout: Buffer.from(says),
        stderr: empty,
        truncated: false,
        durationMs: 1,
      }
    },
  }
  return { found: await observeCertificate(task, session, { view }), warned, asked }
}

function makeCertificate(hosts: readonly string[], days: number): string {
  const file = join(folder, 'cert.pem')
  const subject = ['-subj', `/CN=${hosts[0]}`, '-addext', `subjectAltName=DNS:${hosts.join(',DNS:')}`]
  const key = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-keyout',
    join(folder, 'key'),
  ]
  execFileSync('openssl', ['req', '-x509', ...key, ...subject, '-days', `${days}`, '-out', file], {
    stdio: 'pipe',
  })
  return readFileSync(file, 'utf8')
}
