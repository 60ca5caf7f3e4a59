import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { InputError } from '../../base/errors.js'
import type { JsonObject } from '../../base/json.js'
import { readHostKeyLine } from './host-key-line.js'
import { parseStaticSettings, staticProblems } from './settings.js'

const string = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}
const publicLine = (type: string, ...fields: Buffer[]): string =>
  `${type} ${Buffer.concat([Buffer.from(type), ...fields].map(string)).toString('base64')}`

const ed25519 = publicLine('ssh-ed25519', Buffer.alloc(32, 7))
const ecdsa = publicLine('ecdsa-sha2-nistp256', Buffer.from('nistp256'), Buffer.alloc(65, 4))
const rsa = publicLine('ssh-rsa', Buffer.from([1, 0, 1]), Buffer.alloc(257, 5))
const good = { address: '192.0.2.7', 'host-keys': [ed25519] }

const told = (settings: JsonObject): readonly string[] =>
  staticProblems('web', settings).map(({ message, hint, reason }) => {
    expect(reason).toBe('invalid-settings')
    expect(hint).not.toBe('')
    return message.replace(/^machines\.web: settings: /, '')
  })

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:DB8::7', '2001:db8::7'],
  ['fe80::1%eth0', 'fe80::1%eth0'],
  ['Web-1.Example.org', 'web-1.example.org'],
  ['localhost', 'localhost'],
])('a static machine can have the address %s', (address, parsed) => {
  expect(told({ ...good, address })).toEqual([])
  expect(parseStaticSettings('web', { ...good, address }).address).toBe(parsed)
})

test.each<[JsonObject[string] | undefined, string]>([
  [undefined, '"address" is missing'],
  [null, '"address" is missing'],
  [10.5, '"address" is not a text'],
  ['', '"address" "" is no address and no host name'],
  ['10.0.0.256', '"address" "10.0.0.256" is no address and no host name'],
  ['10.1', '"address" "10.1" is no address and no host name'],
  ['1:2:3', '"address" "1:2:3" is no address and no host name'],
  ['-oProxyCommand=x', '"address" "-oProxyCommand=x" is no address and no host name'],
  ['a b', '"address" "a b" is no address and no host name'],
  ['a\nb', '"address" "a\\nb" is no address and no host name'],
  ['web.example.org.', '"address" "web.example.org." is no address and no host name'],
  ['192.0.2.7:22', '"address" "192.0.2.7:22" has a port'],
  ['web.example.org:2222', '"address" "web.example.org:2222" has a port'],
  ['root@192.0.2.7', '"address" "root@192.0.2.7" has a user'],
  ['[2001:db8::7]:22', '"address" "[2001:db8::7]:22" has brackets'],
])('a static machine cannot have the address %j', (address, what) => {
  expect(told({ 'host-keys': [ed25519], ...(address === undefined ? {} : { address }) })).toEqual([what])
})

test('a static machine gets its host keys without comments, each once', () => {
  const keys = [`${ed25519} root@web`, ecdsa, `  ${rsa}\t two words `, ed25519]
  expect(parseStaticSettings('web', { ...good, 'host-keys': keys }).hostKeys).toEqual([ed25519, ecdsa, rsa])
})

test.each<[JsonObject[string] | undefined, string]>([
  [undefined, '"host-keys" is missing'],
  [null, '"host-keys" is missing'],
  [ed25519, '"host-keys" is not a list'],
  [[], '"host-keys" is empty'],
  [[7], '"host-keys": number 1 is not a text'],
  [[ed25519, ''], '"host-keys": number 2 does not begin with a type of host key: '],
  [[`192.0.2.7 ${ed25519}`], '"host-keys": number 1 begins with something before the type of the key'],
  [[ed25519.slice(0, -8)], '"host-keys": number 1 is not whole'],
  [[`${ed25519.slice(0, -8)}!!!!!!!!`], '"host-keys": number 1 is not whole: bad base64'],
  [['ssh-ed25519'], '"host-keys": number 1 is not whole: bad base64'],
  [[ed25519.replace('ssh-ed25519', 'ssh-rsa')], '"host-keys": number 1 is of another type than it says'],
  [[publicLine('ssh-ed25519', Buffer.alloc(31))], '"host-keys": number 1 is not whole'],
  [
    [publicLine('ssh-dss', Buffer.alloc(9))],
    '"host-keys": number 1 does not begin with a type of host key: ',
  ],
  [[`${ed25519}\n${rsa}`], '"host-keys": number 1 has more than one line'],
])('a static machine cannot have the host keys %j', (keys, what) => {
  const [message = '', ...others] = told({
    address: 'web',
    ...(keys === undefined ? {} : { 'host-keys': keys }),
  })
  expect(others).toEqual([])
  expect(message.startsWith(what)).toBe(true)
})

test('a static machine is refused with all its problems at once', () => {
  const wrong = { adress: 'x', zone: 'a', address: '10.1', 'host-keys': [1, 'x', ed25519] }
  const error = catchInput(() => parseStaticSettings('web', wrong))
  expect(error.problems.map(({ message, hint }) => `${message} (${hint})`.slice(0, 90))).toEqual([
    'machines.web: settings: "adress" is not a setting of static machines (Did you mean "addres',
    'machines.web: settings: "zone" is not a setting of static machines (Static machines take "',
    'machines.web: settings: "address" "10.1" is no address and no host name (Give an IPv4 addr',
    'machines.web: settings: "host-keys": number 1 is not a text (Give each as "ssh-ed25519 AAA',
    'machines.web: settings: "host-keys": number 2 does not begin with a type of host key: ssh-',
  ])
})

test('a private key that was given by mistake is reported without a word of it', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  expect(readHostKeyLine(pem)).toEqual({ fault: 'is a private key: give the public one' })
  const messages = told({ ...good, 'host-keys': [pem] }).join('\n')
  for (const line of pem.split('\n').slice(1, -2)) expect(messages).not.toContain(line)
})

function catchInput(act: () => unknown): InputError {
  try {
    act()
  } catch (error) {
    if (error instanceof InputError) return error
  }
  throw new Error('nothing was refused')
}
