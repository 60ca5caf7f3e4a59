import { expect, test } from 'vitest'
import { parseCertificates } from './observe-certificates.js'

// openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj '/CN=a.test' -addext 'subjectAltName=DNS:b.test,DNS:a.test'
const pem = `-----BEGIN CERTIFICATE-----
MIIBkjCCATigAwIBAgIUbIwNtuOfEnc4dQQ/O5nTfK4n/oIwCgYIKoZIzj0EAwIw
ETEPMA0GA1UEAwwGYS50ZXN0MB4XDTI2MTEyMjExNDgyNVoXDTI3MDIyMDExNDgy
NVowETEPMA0GA1UEAwwGYS50ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
bUwnVwk599gk1PStdaoqnXubI3tKWP5gPKXNdagJU8JIfj6LmETdqs+JC7aAu2an
rO8FMKLIEaH+jgEuBtD9NqNuMGwwHQYDVR0OBBYEFH9Tojndor+Tiv3sthoPDZK6
DilFMB8GA1UdIwQYMBaAFH9Tojndor+Tiv3sthoPDZK6DilFMA8GA1UdEwEB/wQF
MAMBAf8wGQYDVR0RBBIwEIIGYi50ZXN0ggZhLnRlc3QwCgYIKoZIzj0EAwIDSAAw
RQIhAP/z8LwZBPJEsoVDRr0gN3ZK3OxIiul6D7J47k9iuzsUAiAPTDgHmovmTAQs
11UcErIsITAcyagxq7GrjO2iag5YFQ==
-----END CERTIFICATE-----`
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const conf = base64(
  [
    '# renew_before_expiry = 30 days',
    'version = 2.1.0',
    'fullchain = /etc/letsencrypt/live/a.test/fullchain.pem',
    '[renewalparams]',
    'server = https://acme.test/dir',
    'authenticator = nginx',
    'installer = nginx',
    '[[webroot_map]]',
    'a.test = /var/www/acme',
  ].join('\n'),
)

test('an answer about certificates gives lineages, what is served, and what belongs to it', () => {
  const answer = [
    `lineage + a.test ${conf} ${base64(pem)}`,
    `served /etc/letsencrypt/live/a.test ${base64(pem)}`,
    'digest 00ff',
    'failure 1700000000',
    'failure 1700000050 a.test https://acme.test/authz/1',
    'rewritten /etc/nginx/sites-enabled/default',
    'waiting /etc/nginx/sites-enabled/site /etc/nginx/sites-available/site /etc/nginx/sites-available/site.tls',
    'hook',
    'now 1700000100',
    'end',
    '',
  ].join('\n')
  const facts = {
    names: ['a.test', 'b.test'],
    issuer: 'CN=a.test',
    key: 'ecdsa',
    serial: '6c8c0db6e39f12773875043f3b99d37cae27fe82',
    sha256: '3e23b3c1af365e58daeebe8c8b72a58286c74468c9632c2f66c35fe43bed31ab',
    notBeforeMs: 1795348105000,
    notAfterMs: 1803124105000,
  }
  expect(parseCertificates(answer)).toEqual({
    lineages: [{ name: 'a.test', facts, acme: 'https://acme.test/dir' }],
    served: { folder: '/etc/letsencrypt/live/a.test', facts },
    digest: '00ff',
    failures: [{ atMs: 1_700_000_000_000 }, { atMs: 1_700_000_050_000, name: 'a.test' }],
    nowMs: 1_700_000_100_000,
    rewritten: ['/etc/nginx/sites-enabled/default'],
    waitingSites: ['/etc/nginx/sites-enabled/site'],
    hasHook: true,
  })
})

test('a lineage of which files are missing, or that cannot be read, is one without a certificate', () => {
  const answer = `lineage - a.test ${conf} ${base64(pem)}\nlineage + b.test ${conf} ${base64('no PEM')}\nnow 1\nend\n`
  expect(parseCertificates(answer)?.lineages.map(({ name, facts }) => [name, facts])).toEqual([
    ['a.test', undefined],
    ['b.test', undefined],
  ])
})

test('an answer about certificates that was cut off gives nothing', () => {
  expect(parseCertificates('hook\nnow 1700000100\nen')).toBeUndefined()
  expect(parseCertificates('')).toBeUndefined()
})
