import { expect, test } from 'vitest'
import { orderScript } from './order.js'
import { readUnit } from './read-unit.js'

test('reads attempts and ends from the lines of a unit, and leaves the others', () => {
  const steps: string[] = []
  const { line, result } = readUnit({ onStep: (name) => steps.push(name) })
  const lines = [
    'Reading package lists...',
    'drover-certificate installing  certbot',
    'drover-certificate ordering',
    'drover-certificate attempt {"attempt": 1, "detail": "bad", "invalid": [], "kind": "refused", "orders": 1, "status": 400, "text": "x", "type": "urn:ietf:params:acme:error:badNonce", "waitSeconds": 2.4}',
    'Successfully received certificate.',
    'drover-certificate attempt {"attempt": 2, "invalid": [], "kind": "done", "orders": 1}',
    'drover-certificate attempt {"attempt": 3, "earlier": [{"detail": "d", "name": "a.test", "type": "t"}], "invalid": [], "kind": "limit", "orders": 0, "resumed": false, "text": "a.test"}',
    'drover-certificate attempt {"kind": "surprise"}',
    'drover-certificate served /etc/letsencrypt/live/a.example.org',
  ]
  expect(lines.map(line)).toEqual([false, true, true, true, false, true, true, true, true])
  expect(result()).toMatchObject({
    attempts: [
      { kind: 'refused', orders: 1, type: 'urn:ietf:params:acme:error:badNonce' },
      { kind: 'done', orders: 1 },
      { kind: 'limit', resumed: false, earlier: [{ name: 'a.test' }] },
    ],
    served: '/etc/letsencrypt/live/a.example.org',
    lacksCa: false,
  })
  expect(steps).toEqual([
    'install certbot',
    'order',
    'order again in 2 s: urn:ietf:params:acme:error:badNonce',
  ])
})

const desired = {
  names: ['example.org', '*.example.org'],
  acme: 'https://acme.example.org/dir',
  key: 'rsa',
  challenge: 'dns-route53',
} as const

function argumentsOf(order: Partial<Parameters<typeof orderScript>[0]>): string[] {
  return requestOf(order).arguments
}

function requestOf(order: Partial<Parameters<typeof orderScript>[0]>): {
  readonly arguments: string[]
  readonly zonesFor: string[]
} {
  const { files } = orderScript({
    desired,
    lineage: 'example.org',
    contact: 'a@example.org',
    webroot: '/var/www/acme',
    isForced: false,
    ...order,
  })
  const request = files.find(({ path }) => path === 'order.json')?.bytes.toString('utf8') ?? '{}'
  return JSON.parse(request)
}

test('orders all names as one lineage, by the challenge that is asked for', () => {
  const dns = argumentsOf({}).join(' ')
  expect(dns).toContain('--cert-name example.org --domain example.org --domain *.example.org --key-type rsa')
  expect(dns).toContain('--server https://acme.example.org/dir')
  expect(dns).toMatch(/--keep-until-expiring --dns-route53$/)
  const webroot = argumentsOf({ desired: { ...desired, challenge: 'webroot' }, isForced: true }).join(' ')
  expect(webroot).toMatch(/--force-renewal --webroot --webroot-path \/var\/www\/acme$/)
})

test('looks for zones only where names are proved over Route 53', () => {
  expect(requestOf({}).zonesFor).toEqual(['_acme-challenge.example.org'])
  expect(requestOf({ desired: { ...desired, challenge: 'nginx' } }).zonesFor).toEqual([])
})
