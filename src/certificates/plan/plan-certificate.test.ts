import { expect, test } from 'vitest'
import type { AcmeCertificate, DesiredCertificate } from '../../flock/desired-certificate.js'
import { acmeDirectories } from '../../flock/schema/certificate-schema.js'
import type { CertificateRecord } from '../certificate-file.js'
import type { Lineage, ObservedCertificates } from '../commands/observe-certificates.js'
import type { CertificateFacts } from '../commands/read-certificate.js'
import { type CertificatePlan, planCertificate } from './plan-certificate.js'

const dayMs = 24 * 60 * 60 * 1000
const nowMs = Date.parse('2026-11-22T12:00:00Z')
const names = ['a.example.org', 'b.example.org']

const desired: AcmeCertificate = {
  from: 'acme',
  names,
  key: 'ecdsa',
  acme: acmeDirectories.production,
  challenge: 'webroot',
  contact: 'x@example.org',
}

/** Of 90 days, with so many left. */
function facts(days: number, more: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    names,
    notBeforeMs: nowMs + (days - 90) * dayMs,
    notAfterMs: nowMs + days * dayMs,
    serial: '0a',
    issuer: 'CN=R11',
    key: 'ecdsa',
    sha256: 'f'.repeat(64),
    ...more,
  }
}

const folder = '/etc/letsencrypt/live/a.example.org'

function lineage(days: number, more: Partial<CertificateFacts> & Pick<Lineage, 'acme'> = {}): Lineage {
  const { acme = desired.acme, ...rest } = more
  return { name: 'a.example.org', acme, facts: facts(days, rest) }
}

function sealed(days: number, more: Partial<CertificateRecord> = {}): CertificateRecord {
  const { notBeforeMs, notAfterMs, serial, issuer } = facts(days)
  return {
    from: 'acme',
    names,
    notBefore: new Date(notBeforeMs).toISOString(),
    notAfter: new Date(notAfterMs).toISOString(),
    serial,
    issuer,
    acme: desired.acme,
    lineage: 'a.example.org',
    sha256: 'e'.repeat(64),
    ...more,
  }
}

const bare: ObservedCertificates = {
  lineages: [],
  failures: [],
  nowMs,
  rewritten: [],
  waitingSites: [],
  hasHook: false,
}

function served(one: Lineage, more: Partial<ObservedCertificates> = {}): ObservedCertificates {
  const { facts: of } = one
  return {
    ...bare,
    lineages: [one],
    hasHook: true,
    served: { folder, ...(of === undefined ? {} : { facts: of }) },
    ...more,
  }
}

interface Case {
  readonly observed: ObservedCertificates
  readonly sealed?: CertificateRecord
  readonly desired?: DesiredCertificate
  readonly isForced?: boolean
  readonly given?: string
}

function plan({ isForced = false, ...state }: Case): CertificatePlan {
  return planCertificate({ desired, nowMs, isForced, ...state })
}

const order = (why: string, isForced = false): CertificatePlan => ({ kind: 'order', why, isForced })

test.each<[string, Case, CertificatePlan]>([
  ['is left alone when it is good and served', { observed: served(lineage(60)) }, { kind: 'nothing' }],
  ['is ordered when there is none', { observed: bare }, order('there is none')],
  [
    'is served when it is there and nothing uses it',
    { observed: { ...bare, lineages: [lineage(60)] } },
    { kind: 'serve', folder },
  ],
  [
    'is served when a site waits for it',
    { observed: served(lineage(60), { waitingSites: ['/etc/nginx/sites-enabled/site'] }) },
    { kind: 'serve', folder },
  ],
  [
    'is served anew when renewals would not reach nginx',
    { observed: served(lineage(60), { hasHook: false }) },
    { kind: 'serve', folder },
  ],
  ['is left alone with 31 days', { observed: served(lineage(31)) }, { kind: 'nothing' }],
  ['is renewed with 29 days', { observed: served(lineage(29)) }, order('it ends on 2026-12-21')],
  [
    'of seven days is renewed only in its last third',
    { observed: served(lineage(3, { notBeforeMs: nowMs - 4 * dayMs })) },
    { kind: 'nothing' },
  ],
  [
    'is ordered anew for other names',
    { observed: served(lineage(60, { names: ['a.example.org'] })) },
    order('it is for a.example.org'),
  ],
  [
    'is ordered by force from another server, since certbot would keep it',
    { observed: served(lineage(60, { acme: acmeDirectories.staging })) },
    order(`it is from ${acmeDirectories.staging}`, true),
  ],
  [
    'that browsers trust is not replaced by one of staging',
    { observed: served(lineage(60)), desired: { ...desired, acme: acmeDirectories.staging } },
    { kind: 'nothing' },
  ],
  [
    'is ordered by force for another kind of key',
    { observed: served(lineage(60, { key: 'rsa' })) },
    order('its key is rsa', true),
  ],
  [
    'is ordered when somebody asks for it',
    { observed: served(lineage(60)), isForced: true },
    order('it is asked for', true),
  ],
  [
    'is restored to a new machine',
    { observed: bare, sealed: sealed(60) },
    { kind: 'restore', why: 'the machine has none' },
  ],
  [
    'is restored for its account alone when it is near its end',
    { observed: bare, sealed: sealed(20) },
    { kind: 'restore', why: 'the account' },
  ],
  [
    'is restored over an older one',
    { observed: served(lineage(10)), sealed: sealed(60) },
    { kind: 'restore', why: 'the machine has an older one' },
  ],
  [
    'is not restored over a newer one',
    { observed: served(lineage(80)), sealed: sealed(60) },
    { kind: 'nothing' },
  ],
  [
    'of other names is not restored over one that is there',
    { observed: served(lineage(50)), sealed: sealed(60, { names: ['a.example.org'] }) },
    { kind: 'nothing' },
  ],
  [
    'is restored where files of the one on the machine are missing',
    {
      observed: { ...bare, lineages: [{ name: 'a.example.org', acme: desired.acme }] },
      sealed: sealed(60),
    },
    { kind: 'restore', why: 'the machine has none' },
  ],
])('a certificate of an ACME server %s', (_, state, expected) => {
  expect(plan(state)).toEqual(expected)
})

test('a certificate for a wildcard is kept under the name without the wildcard', () => {
  const wildcard = { ...desired, names: ['*.example.org'] }
  const one = { name: 'example.org', acme: desired.acme, facts: facts(60, { names: ['*.example.org'] }) }
  expect(plan({ desired: wildcard, observed: { ...bare, lineages: [one] } })).toEqual({
    kind: 'serve',
    folder: '/etc/letsencrypt/live/example.org',
  })
})

const own: DesiredCertificate = { from: 'self-signed', names, key: 'ecdsa' }
const given: DesiredCertificate = {
  from: 'secret',
  names,
  key: 'ecdsa',
  certificateSecret: 'C',
  keySecret: 'K',
}
const ownId = (): string => {
  const made = plan({ desired: own, observed: bare })
  if (made.kind !== 'make') throw new Error(`plans ${made.kind}`)
  return made.id
}
const using = (id: string, days: number): ObservedCertificates => ({
  ...bare,
  served: { folder: `/etc/drover/tls/own/${id}`, facts: facts(days) },
})

test('a self-signed certificate is made once, and again near its end or for other names', () => {
  expect(plan({ desired: own, observed: using(ownId(), 60) })).toEqual({ kind: 'nothing' })
  expect(plan({ desired: own, observed: using(ownId(), 20) })).toEqual({ kind: 'make', id: ownId() })
  const other = plan({ desired: { ...own, names: ['c.example.org'] }, observed: using(ownId(), 60) })
  expect(other).toMatchObject({ kind: 'make' })
  expect(other).not.toEqual({ kind: 'make', id: ownId() })
})

test('a certificate of a secret is put when the secret holds another one', () => {
  const first = 'ab'.repeat(32)
  const id = `given-${first.slice(0, 16)}`
  expect(plan({ desired: given, observed: bare, given: first })).toEqual({ kind: 'put', id })
  expect(plan({ desired: given, observed: using(id, 5), given: first })).toEqual({ kind: 'nothing' })
  expect(plan({ desired: given, observed: using(id, 60), given: 'cd'.repeat(32) })).toMatchObject({
    kind: 'put',
  })
})

test('a self-signed certificate is served when a site waits for it', () => {
  const observed = { ...using(ownId(), 60), waitingSites: ['/etc/nginx/sites-enabled/site'] }
  expect(plan({ desired: own, observed })).toEqual({
    kind: 'serve',
    folder: `/etc/drover/tls/own/${ownId()}`,
  })
})
