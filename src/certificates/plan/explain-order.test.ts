import { expect, test } from 'vitest'
import type { AcmeCertificate } from '../../flock/desired-certificate.js'
import type { Attempt, UnitReport } from '../commands/read-unit.js'
import { explainOrder } from './explain-order.js'

const desired: AcmeCertificate = {
  from: 'acme',
  names: ['a.example.org'],
  key: 'ecdsa',
  acme: 'https://acme.example.org/directory',
  challenge: 'webroot',
}
const urn = 'urn:ietf:params:acme:error:'

function explained(report: Partial<UnitReport>): { readonly reason: string; readonly message: string } {
  const { reason, message, hint } = explainOrder(
    { attempts: [], lacksCa: false, ...report },
    { machine: 'web-1', desired },
  )
  expect(hint).toBeTruthy()
  return { reason, message }
}

const attempt = (more: Partial<Attempt>): Attempt => ({
  kind: 'refused',
  attempt: 1,
  orders: 0,
  invalid: [],
  ...more,
})

// What Debian's certbot 2.1.0 and Pebble gave, as order.py prints it.
test.each<[string, Partial<Attempt>, string, string]>([
  [
    'a port at which nobody listens',
    { kind: 'unreachable', attempt: 2, text: 'Requesting 10.0.0.1/dir: Connection refused' },
    'acme-unreachable',
    'web-1: the ACME server at https://acme.example.org/directory cannot be reached from the machine (2 attempts): nothing was ordered',
  ],
  [
    'a CA that the machine does not know',
    { kind: 'untrusted', text: 'certificate verify failed' },
    'acme-unreachable',
    'web-1: the machine does not trust the ACME server at https://acme.example.org/directory: nothing was ordered',
  ],
  [
    'a deactivated account',
    {
      type: `${urn}unauthorized`,
      detail: 'Account has been deactivated',
      status: 403,
      text: "can't set attribute",
    },
    'acme-account',
    'web-1: the ACME server does not take the account that the machine has: Account has been deactivated: nothing was ordered',
  ],
  [
    'another key of the account',
    { type: `${urn}malformed`, detail: 'JWS verification error', status: 400 },
    'acme-account',
    'web-1: the ACME server does not take the account that the machine has: JWS verification error: nothing was ordered',
  ],
  [
    'an account that the server does not know',
    { type: `${urn}accountDoesNotExist`, detail: 'Account 1 not found.', status: 400 },
    'acme-account',
    'web-1: the ACME server does not take the account that the machine has: Account 1 not found.: nothing was ordered',
  ],
  [
    'a name that could not be proved',
    {
      kind: 'challenge',
      orders: 1,
      invalid: [{ name: 'a.example.org', type: `${urn}connection`, detail: 'connection refused' }],
      type: `${urn}badNonce`,
    },
    'authorization-failed',
    'web-1: the ACME server could not prove "a.example.org" (connection refused)',
  ],
  [
    'a name of an order that an earlier run had begun',
    {
      kind: 'challenge',
      earlier: [{ name: 'b.example.org', type: `${urn}connection`, detail: 'timeout' }],
    },
    'authorization-failed',
    'web-1: the ACME server could not prove "b.example.org" (timeout)',
  ],
  [
    'failures that only the machine knew of',
    { kind: 'limit', text: '"a.example.org", "b.example.org"' },
    'too-many-failures',
    'web-1: 3 authorizations of "a.example.org", "b.example.org" failed within an hour: nothing was ordered',
  ],
  [
    'a server that is gone in the middle of an order that an earlier run had begun',
    { kind: 'unreachable', resumed: true, attempt: 5 },
    'acme-unreachable',
    'web-1: the ACME server at https://acme.example.org/directory cannot be reached from the machine (5 attempts)',
  ],
  [
    'a limit of the server',
    { type: `${urn}rateLimited`, detail: 'too many certificates', status: 429, retryAfter: '90000' },
    'acme-limited',
    'web-1: the ACME server asks to wait (it says: again after 90000): too many certificates',
  ],
  [
    'nonces that are refused again and again',
    { type: `${urn}badNonce`, detail: 'bad nonce', status: 400, attempt: 5, orders: 1 },
    'acme-refused',
    'web-1: the ACME server refused the order (5 attempts): bad nonce (badNonce)',
  ],
  [
    'no credentials for Route 53',
    { kind: 'dns', code: 'NoCredentialsError', text: 'Unable to locate credentials' },
    'no-credentials',
    'web-1: the machine has no AWS credentials that Route 53 takes (NoCredentialsError: Unable to locate credentials): nothing was ordered',
  ],
  [
    'a zone that may be seen and not changed',
    { kind: 'dns', orders: 1, code: 'AccessDenied', text: 'not authorized', detail: 'bad nonce' },
    'not-permitted',
    'web-1: Route 53 does not allow the machine what it needs (AccessDenied: not authorized)',
  ],
  [
    'a name of which Route 53 has no zone',
    { kind: 'dns', code: 'NoZone', text: '_acme-challenge.a.example.org' },
    'dns-failed',
    'web-1: no public hosted zone that the machine sees in Route 53 holds _acme-challenge.a.example.org: nothing was ordered',
  ],
  [
    'Route 53 that nothing leads to',
    { kind: 'dns', code: 'EndpointConnectionError', text: 'Could not connect' },
    'provider-unreachable',
    'web-1: the machine does not reach Route 53 (EndpointConnectionError: Could not connect): nothing was ordered',
  ],
  [
    'Route 53 that has too much to do',
    { kind: 'dns', code: 'Throttling' },
    'dns-failed',
    'web-1: Route 53 did not do what certbot asked on the machine (Throttling): nothing was ordered',
  ],
  [
    'something that only certbot knows',
    { kind: 'certbot', text: 'no such plugin' },
    'command-failed',
    'web-1: certbot failed: no such plugin',
  ],
])('an order that failed is explained by what certbot met: %s', (_, last, reason, message) => {
  expect(explained({ attempts: [attempt(last)] })).toEqual({ reason, message })
})

test.each([
  ['webroot', /port 80/],
  ['nginx', /port 80/],
  ['dns-route53', /Route 53/],
] as const)('the hint about a name that could not be proved fits the challenge %s', (challenge, way) => {
  const report = { attempts: [attempt({ kind: 'challenge', orders: 1 })], lacksCa: false }
  const { hint } = explainOrder(report, { machine: 'web-1', desired: { ...desired, challenge } })
  expect(hint).toMatch(way)
  expect(/port 80/.test(hint ?? '')).toBe(challenge !== 'dns-route53')
  expect(hint).toContain('At most 3 of a name may fail within an hour.')
})

test('packages that cannot be installed are a missing tool, and a CA that is not there is a fault of the settings', () => {
  expect(explained({ uninstallable: 'certbot' })).toEqual({
    reason: 'missing-tool',
    message: 'web-1: could not install certbot',
  })
  expect(explained({ lacksCa: true })).toMatchObject({ reason: 'invalid-settings' })
})

test('an order that nginx refuses to serve is explained by what nginx says', () => {
  const report = { attempts: [attempt({ kind: 'done', orders: 1 })], failed: 'nginx refuses it' }
  expect(explained(report)).toEqual({ reason: 'follow-up-failed', message: 'web-1: nginx refuses it' })
})
