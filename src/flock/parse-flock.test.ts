import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { JsonObject } from '../base/json.js'
import type { Machine } from './flock.js'
import { parseFlock } from './parse-flock.js'
import { flockSchema, groupSchema, machineSchema } from './schema/schema.js'

const fixture = readFileSync(new URL('../../test/fixtures/flock.yml', import.meta.url), 'utf8')

function parse(text: string, vars?: JsonObject): ReturnType<typeof parseFlock> {
  const defaults = { text: JSON.stringify({ vars }), file: 'toolkit:config/flock.yml' }
  return parseFlock({ text, file: 'flock.yml', ...(vars === undefined ? {} : { defaults }) })
}

function only(text: string, defaults?: JsonObject): Machine {
  const [machine, ...others] = parse(text, defaults).machines
  if (machine === undefined || others.length > 0) throw new Error('the test expects one machine')
  return machine
}

const names = (text: string): string[] => parse(text).machines.map(({ name }) => name)

test('the annotated example gives the machines that its comments promise', () => {
  const flock = parse(fixture, { locale: 'C.UTF-8', timezone: 'none' })
  expect(flock.name).toBe('lo')
  expect(flock.groups).toEqual(['base', 'web', 'proxy', 'canary'])
  expect(flock.environments).toEqual([
    { name: 'staging', isProtected: false },
    { name: 'production', isProtected: true },
  ])
  expect(flock.machines.map(({ name }) => name)).toEqual([
    'scratch',
    'lo-demo',
    'fp-eu-004',
    'fp-eu-005',
    'fp-eu-006',
  ])
  const disk = { name: 'disk', command: 'test "$(df --output=pcent / | tail -1 | tr -dc 0-9)" -lt 95' }
  expect(flock.machines[0]).toEqual({
    name: 'scratch',
    groups: [],
    provider: 'local',
    ssh: { user: 'root', port: 22 },
    environment: 'staging',
    dns: { provider: 'route53', name: 'scratch.example.org', ttlSeconds: 60 },
    certificate: {
      from: 'acme',
      names: ['scratch.example.org'],
      key: 'ecdsa',
      contact: 'admin@example.org',
      acme: 'https://acme-staging-v02.api.letsencrypt.org/directory',
      challenge: 'webroot',
    },
    settings: { memory: '512M' },
    checks: [disk],
    roles: ['common'],
    code: [],
    artifacts: [],
    protect: false,
    vars: {
      locale: 'C.UTF-8',
      timezone: 'UTC',
      region: 'us',
      observer: { port: 8888, modules: ['dashboard'], log: { level: 'info', keep_days: 90 } },
    },
  })
  expect(flock.machines[1]).toEqual({
    name: 'lo-demo',
    groups: ['base', 'web', 'canary'],
    provider: 'local',
    ssh: { user: 'root', port: 2222 },
    environment: 'production',
    dns: { provider: 'hosts', name: 'demo.example.org', ttlSeconds: 60 },
    certificate: {
      from: 'secret',
      names: ['demo.example.org'],
      key: 'ecdsa',
      certificateSecret: 'DEMO_CERTIFICATE',
      keySecret: 'DEMO_KEY',
    },
    settings: { memory: '2G' },
    checks: [disk, { name: 'serves', command: 'curl -fsS http://127.0.0.1/ >/dev/null' }],
    roles: ['common'],
    code: [
      {
        name: 'observer',
        url: 'https://github.com/example/observer.git',
        revision: 'v2.1.0',
        path: '/srv/observer',
        via: 'push',
        credentials: 'OBSERVER_TOKEN',
        owner: 'observer',
        group: 'www-data',
        build: ['python3 -m venv venv', 'venv/bin/pip install -r requirements.txt'],
        shared: ['data', 'uploads'],
        after: [{ kind: 'restart', unit: 'observer' }],
      },
    ],
    artifacts: [],
    protect: true,
    vars: {
      locale: 'C.UTF-8',
      timezone: 'UTC',
      region: 'us',
      admins: ['ana', 'ben'],
      observer: {
        port: 8888,
        modules: ['dashboard', 'essays'],
        log: { level: 'warning', keep_days: 90 },
      },
    },
  })
  expect(flock.machines[4]).toMatchObject({
    groups: ['base', 'proxy'],
    ssh: { user: 'admin', port: 22 },
    environment: 'staging',
    dns: { provider: 'route53', name: 'fp-eu-006.eu.example.org', ttlSeconds: 300 },
    vars: { region: 'eu' },
    roles: ['firewall'],
    code: [],
    artifacts: [
      {
        name: 'forwarder',
        path: '/usr/local/bin/forwarder',
        sha256: '6b8c5a1f0e3d42978bd6c4f1a0e95d3728c1b46f9ad07e52138b4c6d9e0f7a21',
        from: { kind: 'url', url: 'https://example.org/forwarder-1.4.2' },
        mode: 0o755,
        owner: 'root',
        group: 'root',
        after: [{ kind: 'restart', unit: 'forwarder' }],
      },
    ],
    protect: false,
  })
})

test.each([
  ...Object.keys(flockSchema.shape).map((key) => [key, 'the flock'] as const),
  ...Object.keys(groupSchema.shape).map((key) => [key, 'a group'] as const),
  ...Object.keys(machineSchema.shape).map((key) => [key, 'a machine'] as const),
])('the annotated example uses the key "%s" of %s', (key) => {
  expect(fixture).toMatch(new RegExp(`^ *${key}:`, 'm'))
})

test.each([
  ['has no machines key', 'flock: lo\n'],
  ['has an empty machines key', 'flock: lo\nmachines:\ngroups:\nvars:\nsettings:\nssh:\n'],
  ['has an empty map of machines', 'flock: lo\nmachines: {}\n'],
  ['has a count of 0', 'flock: lo\nmachines: { "a-{seq}": { count: 0 } }\n'],
])('a flock has no machines when it %s', (_, text) => {
  expect(parse(text)).toEqual({
    name: 'lo',
    groups: [],
    environments: [],
    machines: [],
    rolePlaces: new Map(),
  })
})

test('a flock keeps the order of the file, also for names that look like numbers', () => {
  expect(names('flock: lo\nmachines: { b: , 10: , a: , 007: , 7: , 0x1f: , 1e3: , true: , null: }')).toEqual([
    'b',
    '10',
    'a',
    '007',
    '7',
    '0x1f',
    '1e3',
    'true',
    'null',
  ])
  expect(parse('flock: lo\ngroups: { z: , 9: , a: }').groups).toEqual(['z', '9', 'a'])
})

const machineIn = (groups: string, list: string): Machine =>
  only(`flock: lo\ngroups: { ${groups} }\nmachines: { m: { groups: ${list} } }`)

test.each([
  ['in the order of the machine', 'a: , b: ', '[b, a]', ['b', 'a']],
  ['included ones first', 'a: { groups: [b, c] }, b: , c: ', '[a]', ['b', 'c', 'a']],
  ['through several levels', 'a: { groups: [b] }, b: { groups: [c] }, c: ', '[a]', ['c', 'b', 'a']],
  [
    'each once, at its first mention',
    'a: { groups: [c] }, b: { groups: [c] }, c: ',
    '[a, b]',
    ['c', 'a', 'b'],
  ],
  ['each once, when listed twice', 'a: , b: ', '[a, b, a]', ['a', 'b']],
  ['with an included one early when it is listed early', 'a: , b: { groups: [a] }', '[a, b]', ['a', 'b']],
])('the groups of a machine are listed %s', (_, groups, list, expected) => {
  expect(machineIn(groups, list).groups).toEqual(expected)
})

test('layers win in the order toolkit, flock, groups, machine', () => {
  const { vars } = only(
    `flock: lo
vars: { flock: 1, group: 1, later: 1, machine: 1 }
groups:
  early: { vars: { group: 2, later: 2, machine: 2 } }
  late: { groups: [early], vars: { later: 3, machine: 3 } }
machines: { m: { groups: [late], vars: { machine: 4 } } }`,
    { toolkit: 0, flock: 0, group: 0, later: 0, machine: 0 },
  )
  expect(vars).toEqual({ toolkit: 0, flock: 1, group: 2, later: 3, machine: 4 })
})

test.each([
  [
    'merge maps at every depth',
    '{ a: { b: { c: 1 } } }',
    '{ a: { b: { d: 2 } } }',
    { a: { b: { c: 1, d: 2 } } },
  ],
  ['replace lists', '{ a: [1, 2] }', '{ a: [3] }', { a: [3] }],
  ['replace a map by a text', '{ a: { b: 1 } }', '{ a: x }', { a: 'x' }],
  ['replace a text by a map', '{ a: x }', '{ a: { b: 1 } }', { a: { b: 1 } }],
  ['replace a map by a list', '{ a: { b: 1 } }', '{ a: [] }', { a: [] }],
  ['replace a map by nothing', '{ a: { b: 1 } }', '{ a: }', { a: null }],
])('vars and settings of a stronger layer %s', (_, weak, strong, merged) => {
  const text = `flock: lo\nvars: ${weak}\nsettings: ${weak}\nmachines: { m: { vars: ${strong}, settings: ${strong} } }`
  expect(only(text)).toMatchObject({ vars: merged, settings: merged })
  expect(only(text).vars).toEqual(merged)
})

test('layers of one machine leave no trace in a later machine', () => {
  const [a, b] = parse(
    'flock: lo\nvars: { x: { y: 1 } }\nmachines: { a: { vars: { x: { z: 2 } } }, b: }',
  ).machines
  expect(a?.vars).toEqual({ x: { y: 1, z: 2 } })
  expect(b?.vars).toEqual({ x: { y: 1 } })
})

test('SSH settings are merged key by key', () => {
  const { ssh } = only(
    'flock: lo\nssh: { user: a, port: 1 }\ngroups: { g: { ssh: { user: b } } }\nmachines: { m: { groups: [g], ssh: { port: 2 } } }',
  )
  expect(ssh).toEqual({ user: 'b', port: 2 })
})

test('an anchor gives its content to each machine that names it', () => {
  const { vars } = only('flock: lo\nvars: { a: &x { n: 1 }, b: *x, c: [*x] }\nmachines: { m: }')
  expect(vars).toEqual({ a: { n: 1 }, b: { n: 1 }, c: [{ n: 1 }] })
})

test('layers cannot reach a prototype', () => {
  const { vars } = only('flock: lo\nvars: { a: { constructor: c } }\nmachines: { m: }', { a: {} })
  expect(JSON.stringify(vars)).toBe('{"a":{"constructor":"c"}}')
  expect(Object.getPrototypeOf(vars)).toBe(Object.prototype)
  expect(Reflect.get(vars, 'polluted')).toBeUndefined()
})

test.each([
  ['"a-{seq}": { count: 3 }', ['a-1', 'a-2', 'a-3']],
  ['"a-{seq:02}": { count: 2, first: 99 }', ['a-99', 'a-100']],
  ['"a-{seq:03}": { count: 2, first: 0 }', ['a-000', 'a-001']],
  ['"{zone}{seq}-{n}": { count: 1, vars: { zone: eu, n: 5 } }', ['eu1-5']],
  ['"x-{zone}": { vars: { zone: eu } }', ['x-eu']],
  ['"x-{flag}": { vars: { flag: true } }', ['x-true']],
  ['a-{seq}: { count: 1 }', ['a-1']],
])('the name pattern %s gives %j', (entry, expected) => {
  expect(names(`flock: lo\nmachines:\n  ${entry}\n`)).toEqual(expected)
})

test('a name pattern can use variables of every layer', () => {
  const text =
    'flock: lo\nvars: { b: f }\ngroups: { g: { vars: { c: g } } }\nmachines: { "{a}-{b}-{c}": { groups: [g] } }'
  expect(only(text, { a: 't', b: 't', c: 't' }).name).toBe('t-f-g')
})
