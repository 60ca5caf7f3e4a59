import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { Secret } from '../../base/secret.js'
import { parseRemote } from './remote-address.js'

const token = new Secret('token', 'to/k+en')
const basic = Buffer.from('x-access-token:to/k+en').toString('base64')

it.each([
  ['https://github.com/o/r', 'https://github.com/o/r', 'https://github.com/o/r'],
  ['https://me:pw@example.org/r.git', 'https://me:pw@example.org/r.git', 'https://example.org/r.git'],
  ['git@github.com:o/r.git', 'git@github.com:o/r.git', 'git@github.com:o/r.git'],
  ['ssh://git@example.org/r', 'ssh://git@example.org/r', 'ssh://git@example.org/r'],
  ['file:///srv/r.git', 'file:///srv/r.git', 'file:///srv/r.git'],
  ['./r.git', resolve('r.git'), './r.git'],
  ['/srv/a:b.git', '/srv/a:b.git', '/srv/a:b.git'],
])('parseRemote reads %s', (url, address, shown) => {
  expect(parseRemote({ url, branch: 'config' })).toMatchObject({ url: address, shown })
})

it.each([
  ['https://github.com/o/r', true, false],
  ['http://127.0.0.1:3000/r', true, false],
  ['http://[::1]:3000/r', true, false],
  ['http://localhost/r', true, false],
  ['http://example.org/r', false, true],
  ['http://127.0.0.1.example.org/r', false, true],
  ['git@github.com:o/r', false, false],
  ['/srv/r.git', false, false],
])('parseRemote decides for %s whether the token is sent: %s', (url, sent, withheld) => {
  const remote = parseRemote({ url, branch: 'config', token })
  expect(JSON.stringify(remote.settings).includes(basic)).toBe(sent)
  expect(remote.withheld).toBe(withheld)
})

it('parseRemote binds the token to the server and drops headers and helpers of the person', () => {
  expect(parseRemote({ url: 'https://github.com/o/r', branch: 'config', token }).settings).toEqual([
    ['http.https://github.com/.extraheader', ''],
    ['http.https://github.com/.extraheader', `AUTHORIZATION: basic ${basic}`],
    ['credential.helper', ''],
  ])
})

it('parseRemote removes the token and a password from text, in every form', () => {
  const { scrub } = parseRemote({ url: 'https://me:p%40ss@example.org/r', branch: 'config', token })
  expect(scrub(`a to/k+en b ${basic} c to%2Fk%2Ben d p%40ss e p@ss`)).toBe('a *** b *** c *** d *** e ***')
})

it.each(['', '-u', '--upload-pack=x', 'a\nb'])('parseRemote refuses %j as an address', (url) => {
  expect(() => parseRemote({ url, branch: 'config' })).toThrow('is no address')
})

it.each(['', '-f', 'a b', 'a..b', 'a//b', '/a', 'a/', 'a:b', 'a*', 'a.lock', 'a/.b', 'a@{1}', 'a\nb', 'a^'])(
  'parseRemote refuses %j as a branch',
  (branch) => {
    expect(() => parseRemote({ url: '/srv/r', branch })).toThrow('is no name of a branch')
  },
)

it.each(['config', 'ops/config', 'config-2.x', 'é'])('parseRemote takes %s as a branch', (branch) => {
  expect(parseRemote({ url: '/srv/r', branch }).branch).toBe(branch)
})
