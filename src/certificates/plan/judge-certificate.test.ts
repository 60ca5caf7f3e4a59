import { expect, test } from 'vitest'
import { judgeCertificate } from './judge-certificate.js'

const now = Date.parse('2026-11-22T12:00:00Z')
const day = 86_400_000
const endsIn = (days: number, from: 'acme' | 'secret' = 'acme'): Parameters<typeof judgeCertificate>[0] => ({
  names: ['web-1.example.org', 'www.example.org'],
  notAfter: new Date(now + days * day).toISOString(),
  issuer: 'CN=test',
  from,
})

test('a fresh certificate is told of in one phrase', () => {
  expect(judgeCertificate(endsIn(89), now)).toEqual({
    data: {
      names: ['web-1.example.org', 'www.example.org'],
      notAfter: '2027-02-19T12:00:00.000Z',
      daysLeft: 89,
      urgency: 'fine',
      issuer: 'CN=test',
      from: 'acme',
    },
    message: 'certificate: 89 days left',
  })
})

test('a certificate with less than three weeks left is a warning and no failure', () => {
  const { warning, fault } = judgeCertificate(endsIn(20.9), now)
  expect(warning).toMatch(/^the certificate of "web-1.example.org" has 20 days left, until 2026-12-13/)
  expect(fault).toBeUndefined()
  expect(judgeCertificate(endsIn(21), now).warning).toBeUndefined()
})

test.each([
  [6.9, 'has 6 days left'],
  [0, 'expired today'],
  [-3, 'expired 3 days ago'],
])('a certificate with %d days left is a failure with a reason of its own', (days, words) => {
  const { fault, warning } = judgeCertificate(endsIn(days), now)
  expect(fault).toMatchObject({ reason: 'certificate-expiring', message: expect.stringContaining(words) })
  expect(warning).toBeUndefined()
  expect(judgeCertificate(endsIn(7), now).fault).toBeUndefined()
})

test('a certificate from secrets is renewed by whoever has the secrets', () => {
  expect(judgeCertificate(endsIn(3, 'secret'), now).fault?.hint).toContain('secrets')
  expect(judgeCertificate(endsIn(3), now).fault?.hint).toContain('certbot.timer')
})
