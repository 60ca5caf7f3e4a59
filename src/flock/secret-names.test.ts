import { expect, test } from 'vitest'
import type { Tree } from '../base/tree.js'
import { flockSecretNames, toolkitSecretNames } from './secret-names.js'

const tree = (files: Record<string, string>): Tree =>
  new Map(Object.entries(files).map(([path, text]) => [path, { mode: '100644', bytes: Buffer.from(text) }]))

test('flockSecretNames lists secrets of templates, of variables for roles, and credentials of code in any layer', () => {
  const names = flockSecretNames({
    toolkit: tree({
      'config/flock.yml': `groups: { lo: { groups: [base] }, base: { code: { lo: { credentials: LO } } }, other: { code: { o: { credentials: OTHER } } } }`,
    }),
    config: tree({
      'secrets-templates/all/env': '{{secret "ENV"}}',
      'secrets-templates/groups/g/ansible-vars.yml': 'a: {{secret "ROLE"}}\nb: {{secret "APP"}}',
      'flock.yml': `flock: a
code: { app: { credentials: APP } }
groups: { g: { code: { app: { credentials: GROUP }, none: } } }
machines: { m: { groups: [lo], code: { app: { credentials: APP, url: wrong } } }, n: { code: [1] }, o: { credentials: NO } }`,
    }),
  })
  expect([...names]).toEqual([
    ['APP', ['secrets-templates/groups/g/ansible-vars.yml', 'flock.yml']],
    ['ENV', ['secrets-templates/all/env']],
    ['GROUP', ['flock.yml']],
    ['LO', ['toolkit:config/flock.yml']],
    ['ROLE', ['secrets-templates/groups/g/ansible-vars.yml']],
  ])
})

test.each([
  '',
  'flock: [',
  '[]',
  'code: 1',
  'code: { a: { credentials: lower } }',
  'code: { a: { credentials: 7 } }',
])('flockSecretNames finds none in a flock.yml that holds %j', (text) => {
  expect([...flockSecretNames({ toolkit: new Map(), config: tree({ 'flock.yml': text }) })]).toEqual([])
})

test('flockSecretNames lists the secrets of certificates, and the seal key where a certificate may be ordered', () => {
  const flock = `certificate: { contact: a@example.org }
groups: { g: { certificate: { from: secret, certificate-secret: CHAIN, key-secret: KEY } } }`
  const names = flockSecretNames({ toolkit: new Map(), config: tree({ 'flock.yml': flock }) })
  expect([...names.keys()]).toEqual(['CHAIN', 'DROVER_SEAL_KEY', 'KEY'])
  const own = 'certificate: { from: self-signed }'
  expect([...flockSecretNames({ toolkit: new Map(), config: tree({ 'flock.yml': own }) })]).toEqual([])
})

test('lists all of the toolkit alone, also of groups that no flock.yml mentions', () => {
  const toolkit = tree({
    'config/flock.yml': 'groups: { other: { code: { o: { credentials: OTHER } } } }',
    'secrets-templates/groups/unused/a': '{{secret "UNUSED"}}',
    'secrets-templates/README.md': '{{secret "NONE"}}',
  })
  expect([...toolkitSecretNames(toolkit).keys()].sort()).toEqual(['OTHER', 'UNUSED'])
})

test('reads the same trees once', () => {
  const trees = { toolkit: tree({}), config: tree({ 'secrets-templates/all/a': '{{secret "A"}}' }) }
  expect(flockSecretNames(trees)).toBe(flockSecretNames(trees))
  const other = tree({ 'secrets-templates/all/b': '{{secret "B"}}' })
  expect([...flockSecretNames({ ...trees, toolkit: other }).keys()]).toEqual(['A', 'B'])
})
