import { expect, test } from 'vitest'
import { InputError } from '../../base/errors.js'
import { parseFlock } from '../parse-flock.js'

const lo = (...lines: string[]): string => ['flock: lo', ...lines].join('\n')
const dns = 'dns: { name: "{name}.example.org" }'

function certificatesOf(text: string): unknown[] {
  return parseFlock({ text, file: 'flock.yml' }).machines.map(({ certificate }) => certificate)
}

function problemLines(text: string): string[] {
  try {
    parseFlock({ text, file: 'flock.yml' })
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.problems.map(({ message, hint, at }) => `${at?.line}:${at?.column} ${message} (${hint})`)
  }
  return []
}

const staging = {
  from: 'acme',
  key: 'ecdsa',
  acme: 'https://acme-staging-v02.api.letsencrypt.org/directory',
  challenge: 'webroot',
}

test('a machine has no certificate when no layer asks for one', () => {
  expect(certificatesOf(lo(dns, 'machines: { m: }'))).toEqual([undefined])
})

test("a certificate for the machine's DNS name comes from the staging directory by default", () => {
  const text = lo(dns, 'certificate: { contact: a@example.org }', 'machines: { m: }')
  expect(certificatesOf(text)).toEqual([{ ...staging, names: ['m.example.org'], contact: 'a@example.org' }])
})

test('certificate settings are merged key by key, and a stronger layer can remove the certificate', () => {
  const text = lo(
    'certificate: { names: ["{name}.{zone}"], contact: a@example.org, acme: production, key: rsa }',
    'vars: { zone: one.example }',
    'groups: { own: { certificate: { from: self-signed } } }',
    'machines:',
    '  m: { vars: { zone: two.example }, certificate: { key: ecdsa, challenge: nginx } }',
    '  n: { groups: [own] }',
    '  o: { certificate: }',
  )
  expect(certificatesOf(text)).toEqual([
    {
      from: 'acme',
      names: ['m.two.example'],
      key: 'ecdsa',
      challenge: 'nginx',
      contact: 'a@example.org',
      acme: 'https://acme-v02.api.letsencrypt.org/directory',
    },
    { from: 'self-signed', names: ['n.one.example'], key: 'rsa' },
    undefined,
  ])
})

test('a certificate can come from a directory with a CA of its own, and have wildcards that are proved over DNS', () => {
  const text = lo(
    'certificate: { names: [example.org, "*.example.org"], acme: "https://10.0.0.1:14000/dir", ca: /etc/ssl/own.pem, challenge: dns-route53 }',
    'machines: { m: }',
  )
  expect(certificatesOf(text)).toEqual([
    {
      ...staging,
      names: ['example.org', '*.example.org'],
      acme: 'https://10.0.0.1:14000/dir',
      challenge: 'dns-route53',
      ca: '/etc/ssl/own.pem',
    },
  ])
})

test('a certificate can name two secrets', () => {
  const text = lo(
    dns,
    'certificate: { from: secret, certificate-secret: CERT, key-secret: KEY }',
    'machines: { m: }',
  )
  expect(certificatesOf(text)).toEqual([
    { from: 'secret', names: ['m.example.org'], key: 'ecdsa', certificateSecret: 'CERT', keySecret: 'KEY' },
  ])
})

test.each<[string, string, string[]]>([
  [
    'a wildcard that is not proved over DNS',
    'certificate: { names: ["*.example.org"] }',
    [
      '2:23 certificate.names: "*.example.org" is proved over DNS only, and the challenge is "webroot" (for "m") (add "challenge: dns-route53", or name each host)',
    ],
  ],
  [
    'no name at all',
    'certificate: { contact: a@example.org }',
    [
      '2:1 certificate: it has no names: the machine has no DNS name (for "m") (add "names: […]" or a DNS name, or write "certificate:" with nothing after it for this machine)',
    ],
  ],
  [
    'a variable without a value, and a name that can be none',
    'certificate: { names: ["{nam}.example.org", "-a.example.org", localhost] }',
    [
      '2:23 certificate.names: the variable "nam" has no single value (for "m") (did you mean "{name}"?)',
      '2:23 certificate.names: "-a.example.org" cannot be a name in a certificate: its part "-a" is not of a-z, 0-9 and "-" (for "m") (make each part between dots of a-z, 0-9 and "-", with no "-" at either end)',
      '2:23 certificate.names: "localhost" cannot be a name in a certificate: it has only one part (for "m") (write it with its zone, as in "www.example.org")',
    ],
  ],
  [
    'secrets that are not asked for',
    'certificate: { names: [a.example.org], key-secret: KEY }',
    [
      '2:40 certificate.key-secret: only "from: secret" takes "key-secret" (for "m") (add "from: secret", or write "key-secret:" with nothing after it)',
    ],
  ],
  [
    'secrets that are missing',
    'certificate: { names: [a.example.org], from: secret }',
    [
      '2:1 certificate: no layer gives "certificate-secret" and "key-secret" (for "m") (add "certificate-secret: NAME" and "key-secret: NAME", the names of secrets)',
    ],
  ],
  [
    'a directory without TLS, a contact that is none, a misspelt key',
    'certificate: { acme: "http://h/dir", contact: me, conract: a@b.c, challenge: dns }',
    [
      '2:22 certificate.acme: "http://h/dir" is no directory of an ACME server (write staging, production or the https URL of a directory)',
      '2:47 certificate.contact: expected an address for mail, found "me" (use an address for mail)',
      '2:51 certificate: unknown key "conract" (did you mean "contact"?)',
      '2:78 certificate.challenge: expected one of "webroot", "nginx", "dns-route53", found "dns" (write one of: webroot, nginx, dns-route53)',
    ],
  ],
  [
    'a list without names',
    'certificate: { names: [] }',
    ['2:23 certificate.names: expected 1 to 100 names, found a list (use 1 to 100 names)'],
  ],
  [
    'a name that is listed twice',
    'certificate: { names: [m.example.org, "{name}.example.org"] }',
    ['2:23 certificate.names: "m.example.org" is listed twice (for "m") (leave one of the two out)'],
  ],
])('certificate settings are refused: %s', (_, line, problems) => {
  expect(problemLines(lo(line, 'machines: { m: }'))).toEqual(problems)
})
