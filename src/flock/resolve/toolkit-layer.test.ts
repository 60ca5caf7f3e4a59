import { expect, test } from 'vitest'
import type { Flock, Machine } from '../flock.js'
import { parseFlock } from '../parse-flock.js'

const parse = (text: string, toolkit: string): Flock =>
  parseFlock({ text, file: 'flock.yml', defaults: { text: toolkit, file: 'toolkit:config/flock.yml' } })

function only(text: string, toolkit: string): Machine {
  const [machine] = parse(text, toolkit).machines
  if (machine === undefined) throw new Error('the test expects a machine')
  return machine
}

const toolkit = `
vars: { top: toolkit, group: top }
roles: [common]
checks: { ssh: ss }
groups:
  web: { vars: { group: toolkit, own: toolkit }, roles: [nginx], checks: { serves: curl } }
  lo: { groups: [web], vars: { group: lo }, code: { lo: { url: "h:lo", path: /opt/lo, revision: v1 } } }
`

test("the toolkit's layer adds its groups to a flock that does not name them", () => {
  const flock = parse('flock: a\ngroups: { own: }\nmachines: { m: { groups: [lo] } }', toolkit)
  expect(flock.groups).toEqual(['own', 'web', 'lo'])
  expect(flock.machines[0]).toMatchObject({
    groups: ['web', 'lo'],
    vars: { top: 'toolkit', group: 'lo', own: 'toolkit' },
    roles: ['common', 'nginx'],
    checks: [
      { name: 'ssh', command: 'ss' },
      { name: 'serves', command: 'curl' },
    ],
    code: [{ name: 'lo', url: 'h:lo', path: '/opt/lo', revision: 'v1', via: 'clone', owner: 'root' }],
  })
})

test("the toolkit's layer has each of its groups just below the flock's group of that name", () => {
  const text = `flock: a
vars: { top: flock, group: flock }
groups: { web: { vars: { own: flock }, checks: { serves: } }, last: { vars: { group: last } } }
machines: { m: { groups: [web, last] }, n: { groups: [lo] } }`
  const [m, n] = parse(text, toolkit).machines
  expect(m).toMatchObject({
    groups: ['web', 'last'],
    vars: { top: 'flock', group: 'last', own: 'flock' },
    checks: [{ name: 'ssh' }],
  })
  expect(n).toMatchObject({ groups: ['web', 'lo'], vars: { group: 'lo', own: 'flock' } })
})

test("a group includes what either file says of it, the toolkit's file first", () => {
  const text = `flock: a
groups: { lo: { groups: [more] }, more: }
machines: { m: { groups: [lo] } }`
  expect(only(text, toolkit).groups).toEqual(['web', 'more', 'lo'])
})

test.each(['', '\n', '# nothing\n{}', '{}'])("the toolkit's layer may be empty: %j", (empty) => {
  expect(only('flock: a\nmachines: { m: }', empty)).toMatchObject({ groups: [], roles: [] })
})

test("the toolkit's layer gives a machine outside its groups only its top level", () => {
  expect(only('flock: a\nmachines: { m: }', toolkit)).toMatchObject({
    groups: [],
    roles: ['common'],
    code: [],
    vars: { top: 'toolkit', group: 'top' },
  })
})

const roles = (flock: string, group: string, machine: string): readonly string[] =>
  only(
    `flock: a\nroles: ${flock}\ngroups: { g: { roles: ${group} }, h: { roles: [a, b, c, d, common] } }\nmachines: { m: { groups: [g], roles: ${machine} } }`,
    'roles: [common]',
  ).roles

test.each<[string, string, string, string, string[]]>([
  ['are added layer by layer', '[a]', '[b]', '[c]', ['common', 'a', 'b', 'c']],
  ['keep the place of the first mention', '[a, b]', '[a]', '[common]', ['common', 'a', 'b']],
  ['are taken away by a stronger layer', '[a, b]', '["!a"]', '["!common"]', ['b']],
  ['come last when they are given again', '[a, b]', '["!a"]', '[a]', ['common', 'b', 'a']],
  ['are not taken away from a stronger layer', '["!a"]', '[a]', '[]', ['common', 'a']],
  ['may be none', '', '', '["!common"]', []],
])('roles %s', (_, flock, group, machine, expected) => {
  expect(roles(flock, group, machine)).toEqual(expected)
})

test('a problem of a role is reported where the role is first named, in the flock before the toolkit', () => {
  const { rolePlaces } = parse(
    'flock: a\ngroups: { g: { roles: [x, common] } }\nmachines: { m: { roles: ["!x"] } }',
    'roles: [common, base]',
  )
  expect(Object.fromEntries(rolePlaces)).toEqual({
    x: { file: 'flock.yml', line: 2, column: 24 },
    common: { file: 'flock.yml', line: 2, column: 27 },
    base: { file: 'toolkit:config/flock.yml', line: 1, column: 17 },
  })
})

const sha = 'AB'.repeat(32)

test('code and artifacts are merged by name and key by key, and null removes an entry or a key', () => {
  const machine = only(
    `flock: a
code:
  one: { url: "https://h/r", revision: v1, path: /opt/one, via: push, credentials: T, build: [a, b], group: g }
  two: { url: "h:r", revision: v1, path: /opt/two }
  gone: { url: "h:r", revision: v1, path: /opt/one/x }
machines:
  m:
    code: { one: { revision: v2, credentials: , build: [c], owner: o }, gone: }`,
    '',
  )
  expect(machine.code).toEqual([
    {
      name: 'one',
      url: 'https://h/r',
      revision: 'v2',
      path: '/opt/one',
      via: 'push',
      owner: 'o',
      group: 'g',
      build: ['c'],
      after: [],
      shared: [],
    },
    {
      name: 'two',
      url: 'h:r',
      revision: 'v1',
      path: '/opt/two',
      via: 'clone',
      owner: 'root',
      group: 'root',
      build: [],
      after: [],
      shared: [],
    },
  ])
})

test('code and artifacts can have the follow-ups that manifests can have', () => {
  const { artifacts } = only(
    `flock: a
artifacts: { t: { path: /opt/t, sha256: ${sha}, file: bin/t, mode: "0644", owner: o, after: [daemon-reload, restart x, { command: y }] } }
machines: { m: }`,
    '',
  )
  expect(artifacts).toEqual([
    {
      name: 't',
      path: '/opt/t',
      sha256: sha.toLowerCase(),
      from: { kind: 'file', file: 'bin/t' },
      mode: 0o644,
      owner: 'o',
      group: 'o',
      after: [{ kind: 'daemon-reload' }, { kind: 'restart', unit: 'x' }, { kind: 'command', command: 'y' }],
    },
  ])
})
