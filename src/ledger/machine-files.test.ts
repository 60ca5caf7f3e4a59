import { expect, it } from 'vitest'
import type { Identity } from '../base/identity.js'
import type { TreeChange } from '../events/record.js'
import type { AppliedState, CertificateRecord } from './ledger.js'
import {
  encodeIdentity,
  encodeState,
  machinePath,
  parseCertificate,
  parseIdentity,
  parseMachineFiles,
  parseState,
  putCertificate,
} from './machine-files.js'

const identity: Identity = {
  provider: 'local',
  id: 'web-1-a',
  address: '10.0.0.2',
  port: 22,
  user: 'drover',
  hostKeys: ['ssh-ed25519 AAAA'],
  createdAt: '2026-01-01T00:00:00Z',
  createdBy: 'local-1',
}

const state: AppliedState = {
  time: '2026-01-01T00:00:00Z',
  config: 'abc',
  digest: 'sha256:1',
  operation: 'configure',
  outcome: 'changed',
  reason: 'done',
  run: { url: 'https://example.org/1', id: '7', attempt: 1, actor: 'ada' },
}

const certificate: CertificateRecord = {
  names: ['web-1.example.org', 'www.example.org'],
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2026-04-01T00:00:00Z',
  serial: '03AB',
  issuer: 'C=US, O=somebody, CN=E7',
  from: 'acme',
  acme: 'https://acme.example.org/dir',
  lineage: 'web-1.example.org',
  sha256: '5'.repeat(64),
  orderedAt: '2026-01-01T00:00:00.123Z',
}

function textOf(change: TreeChange): string {
  return change.kind === 'put' ? change.bytes.toString() : expect.unreachable()
}

it('machine files are sorted, indented and end with a newline', () => {
  expect(encodeState(state)).toBe(`{
  "config": "abc",
  "digest": "sha256:1",
  "operation": "configure",
  "outcome": "changed",
  "reason": "done",
  "run": {
    "actor": "ada",
    "attempt": 1,
    "id": "7",
    "url": "https://example.org/1"
  },
  "time": "2026-01-01T00:00:00Z"
}
`)
})

it('machine files are read back as they were', () => {
  expect(parseIdentity(encodeIdentity(identity), 'f')).toEqual(identity)
  expect(parseState(encodeState(state), 'f')).toEqual(state)
  const whole = { ...state, code: { app: 'abc' }, baseline: { common: 'def' } }
  expect(parseState(encodeState(whole), 'f')).toEqual(whole)
  expect(parseCertificate(textOf(putCertificate('web-1', certificate)), 'f')).toEqual(certificate)
})

it('machine files may hold keys of a later version', () => {
  expect(parseIdentity(JSON.stringify({ ...identity, zone: 'a' }), 'f')).toEqual(identity)
})

it.each([
  ['no JSON', '{', 'is not JSON'],
  ['no host key', JSON.stringify({ ...identity, hostKeys: [] }), 'hostKeys: '],
  ['a port that is none', JSON.stringify({ ...identity, port: 70_000 }), 'port: '],
  ['another kind of document', '[]', 'document: '],
])('machine files are refused with file and hint: %s', (_, text, what) => {
  const file = machinePath('web-1', 'machine.json')
  expect(() => parseIdentity(text, file)).toThrow(
    expect.objectContaining({
      reason: 'invalid-ledger',
      at: { file },
      message: expect.stringContaining(`${file}: cannot be read: ${what}`),
      hint: expect.stringContaining(`git log -- ${file}`),
    }),
  )
})

it('machine files with a certificate whose end is no time, or whose SHA-256 is none, are refused', () => {
  const refused = (part: object): (() => unknown) => {
    return () => parseCertificate(JSON.stringify({ ...certificate, ...part }), 'f')
  }
  expect(refused({ notAfter: 'next year' })).toThrow('f: cannot be read: notAfter: ')
  expect(refused({ sha256: 'abc' })).toThrow('f: cannot be read: sha256: ')
  expect(refused({ names: [] })).toThrow('f: cannot be read: names: ')
})

it.each(['reason', 'outcome'] as const)(
  'machine files with a %s that is not in the list are refused',
  (key) => {
    expect(() => parseState(JSON.stringify({ ...state, [key]: 'toString' }), 'f')).toThrow(
      `f: cannot be read: ${key}`,
    )
  },
)

it('machine files are found in a tree by machine, each on its own', () => {
  const tree = new Map(
    Object.entries({
      'machines/web-2/state.json': encodeState(state),
      'machines/web-1/machine.json': encodeIdentity(identity),
      'machines/web-1/captured/machine.json': 'not this one',
      'machines/web-2/certificate.json': textOf(putCertificate('web-2', certificate)),
      'machines/web-3/captured.json': '{}',
      'machines/web-4/machine.json': 'broken',
    }).map(([path, text]) => [path, { mode: '100644' as const, bytes: Buffer.from(text) }]),
  )
  const { machines, problems } = parseMachineFiles(tree)
  expect([...machines]).toEqual([
    ['web-1', { identity }],
    ['web-2', { certificate, state }],
  ])
  expect(problems.map(({ at }) => at?.file)).toEqual(['machines/web-4/machine.json'])
})
