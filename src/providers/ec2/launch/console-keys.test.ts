import { expect, test } from 'vitest'
import { judgeConsole, parseConsoleKeys } from './console-keys.js'
import { deriveHostKey } from './host-key.js'

const { publicKey } = deriveHostKey(Buffer.alloc(32), 'one')
const { publicKey: otherKey } = deriveHostKey(Buffer.alloc(32), 'two')

/** As cloud-init 23 writes it, with the carriage returns of a serial console. */
const consoleWith = (keys: readonly string[]): string =>
  [
    '[    4.123456] cloud-init[512]: Cloud-init v. 23.1.2 running',
    '-----BEGIN SSH HOST KEY KEYS-----',
    ...keys.map((key) => `${key} root@web-1`),
    '-----END SSH HOST KEY KEYS-----',
    'web-1 login: ',
  ].join('\r\n')

const ubuntu = `ec2: 
ec2: #############################################################
ec2: -----BEGIN SSH HOST KEY FINGERPRINTS-----
ec2: 256 SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU root@ip-10-0-0-1 (ED25519)
ec2: -----END SSH HOST KEY FINGERPRINTS-----
`

test('parseConsoleKeys reads whole blocks of keys', () => {
  expect(parseConsoleKeys(consoleWith([publicKey, otherKey]))).toEqual({
    keys: [publicKey, otherKey],
    fingerprints: [],
  })
})

test("parseConsoleKeys reads Ubuntu's fingerprints", () => {
  expect(parseConsoleKeys(ubuntu).fingerprints).toEqual([
    'SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU',
  ])
})

test('parseConsoleKeys does not read a block that was cut off', () => {
  const cut = consoleWith([otherKey]).replace(/-----END[\s\S]*/, '')
  expect(parseConsoleKeys(cut)).toEqual({ keys: [], fingerprints: [] })
  const cutThenWhole = `${cut}\r\n${consoleWith([publicKey])}`
  expect(parseConsoleKeys(cutThenWhole).keys).toEqual([publicKey])
})

test('parseConsoleKeys finds nothing in an ordinary boot', () => {
  expect(parseConsoleKeys('Linux version 6.1\nssh-ed25519 AAAAnotinablock')).toEqual({
    keys: [],
    fingerprints: [],
  })
})

test.each([
  ['the expected key among others', consoleWith([otherKey, publicKey]), 'agrees'],
  ['keys of somebody else only', consoleWith([otherKey]), 'contradicts'],
  ['fingerprints of somebody else only', ubuntu, 'contradicts'],
  ['no key', 'Linux version 6.1', 'says-nothing'],
  ['the expected key, and fingerprints without it', `${consoleWith([publicKey])}\n${ubuntu}`, 'contradicts'],
])('judgeConsole judges a console with %s', (_what, output, expected) => {
  expect(judgeConsole(parseConsoleKeys(output), [publicKey])).toBe(expected)
})

test('judgeConsole takes a fingerprint for its key', () => {
  const own =
    '-----BEGIN SSH HOST KEY FINGERPRINTS-----\n256 FP root (ED25519)\n-----END SSH HOST KEY FINGERPRINTS-----'
  // Of the key whose blob is empty: the SHA-256 of nothing.
  const output = own.replace('FP', 'SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU')
  expect(judgeConsole(parseConsoleKeys(output), ['ssh-ed25519 '])).toBe('agrees')
})
