import { expect, test } from 'vitest'
import { formatLocation, InputError } from '../../base/errors.js'
import type { DnsSettings } from '../flock.js'
import { parseFlock } from '../parse-flock.js'

const lo = (...lines: string[]): string => ['flock: lo', ...lines].join('\n')

const namesOf = (text: string): readonly (string | undefined)[] =>
  parseFlock({ text, file: 'flock.yml' }).machines.map(({ dns }) => dns?.name)

function dnsOf(text: string): DnsSettings | undefined {
  const [machine, ...others] = parseFlock({ text, file: 'flock.yml' }).machines
  if (machine === undefined || others.length > 0) throw new Error('the test expects one machine')
  return machine.dns
}

function problemLines(text: string): readonly string[] {
  try {
    parseFlock({ text, file: 'flock.yml' })
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.problems.map(({ at, message, hint, reason }) => {
      expect(reason).toBe('invalid-flock')
      return `${at === undefined ? '' : formatLocation(at)} ${message} (${hint})`
    })
  }
  return []
}

test('DNS settings come from the strongest layer, key by key', () => {
  const text = lo(
    'dns: { provider: hosts, name: "{name}.flock.org", ttl: 10 }',
    'groups: { early: { dns: { name: "{name}.early.org", ttl: 20 } }, late: { groups: [early], dns: { name: "{name}.late.org" } } }',
    'machines: { m: { groups: [late], dns: { ttl: 30 } } }',
  )
  expect(dnsOf(text)).toEqual({ provider: 'hosts', name: 'm.late.org', ttlSeconds: 30 })
})

test('DNS settings are Route 53 and 60 seconds when only a name is given', () => {
  expect(dnsOf(lo('machines: { m: { dns: { name: m.example.org } } }'))).toEqual({
    provider: 'route53',
    name: 'm.example.org',
    ttlSeconds: 60,
  })
})

test.each([
  ['nobody asks for one', lo('machines: { m: }')],
  ['only other keys are given', lo('dns: { ttl: 5, provider: hosts }', 'machines: { m: }')],
  [
    'the strongest one is empty',
    lo('dns: { name: "{name}.a.org" }', 'machines: { m: { dns: { name: "" } } }'),
  ],
  ['there is nothing below the key', lo('dns:', 'machines: { m: { dns: } }')],
])('DNS settings give no name when %s', (_, text) => {
  expect(dnsOf(text)).toBeUndefined()
})

test('DNS settings of a weaker layer stay where a stronger layer says nothing', () => {
  expect(dnsOf(lo('dns: { name: "{name}.a.org" }', 'machines: { m: { dns: } }'))?.name).toBe('m.a.org')
})

test('DNS settings of a group that only one machine is in concern only that machine', () => {
  const text = lo('groups: { g: { dns: { name: "{name}.a.org" } } }', 'machines: { m: { groups: [g] }, n: }')
  expect(namesOf(text)).toEqual(['m.a.org', undefined])
})

test.each([
  [
    '{name}: the name of the machine',
    '"a-{seq:02}": { count: 2, dns: { name: "{name}.x.org" } }',
    ['a-01.x.org', 'a-02.x.org'],
  ],
  ['a variable', 'm: { vars: { zone: eu }, dns: { name: "{name}.{zone}.x.org" } }', ['m.eu.x.org']],
  ['a variable with dots', 'm: { vars: { domain: x.org }, dns: { name: "www.{domain}" } }', ['www.x.org']],
  ['a number', 'm: { vars: { n: 7 }, dns: { name: "w{n}.x.org" } }', ['w7.x.org']],
  [
    'the machine before a variable called name',
    'm: { vars: { name: other }, dns: { name: "{name}.x.org" } }',
    ['m.x.org'],
  ],
  [
    'parts of 63 and 253 in all',
    `m: { dns: { name: ${`${'a'.repeat(63)}.`.repeat(3)}${'b'.repeat(61)} } }`,
    [`${`${'a'.repeat(63)}.`.repeat(3)}${'b'.repeat(61)}`],
  ],
])('a DNS name can hold %s', (_, entry, expected) => {
  expect(namesOf(`flock: lo\nmachines:\n  ${entry}\n`)).toEqual(expected)
})

test.each<[string, string, string[]]>([
  [
    'a variable that no layer gives, once for all machines',
    lo('dns: { name: "{name}.{zone}.x.org" }', 'machines: { a: , "b-{seq}": { count: 3 } }'),
    [
      'flock.yml:2:14 dns.name: the variable "zone" has no value (for "a" and 3 more) (add it to the vars of the machine, a group or the flock: { zone: … })',
    ],
  ],
  [
    'a misspelt variable',
    lo('machines:', '  a:', '    vars: { region: eu }', '    dns: { name: "a.{regoin}.org" }'),
    [
      'flock.yml:5:18 machines.a.dns.name: the variable "regoin" has no value (for "a") (did you mean "{region}"?)',
    ],
  ],
  [
    'a misspelt {name}',
    lo('groups: { g: { dns: { name: "{nmae}.x.org" } } }', 'machines: { a: { groups: [g] } }'),
    ['flock.yml:2:29 groups.g.dns.name: the variable "nmae" has no value (for "a") (did you mean "{name}"?)'],
  ],
  [
    'a variable that is a map',
    lo('machines: { a: { vars: { zone: { x: 1 } }, dns: { name: "a.{zone}.org" } } }'),
    [
      'flock.yml:2:57 machines.a.dns.name: the variable "zone" has no single value (for "a") (add it to the vars of the machine, a group or the flock: { zone: … })',
    ],
  ],
  [
    '{seq}',
    lo('machines: { "a-{seq}": { count: 2, dns: { name: "a{seq}.x.org" } } }'),
    [
      'flock.yml:2:49 machines."a-{seq}".dns.name: {seq} has no value in a DNS name (for "a-1" and 1 more) (write {name}: it holds the number already)',
    ],
  ],
  [
    'a part that is too long',
    lo(`machines: { a: { dns: { name: ${'a'.repeat(64)}.org } } }`),
    [
      `flock.yml:2:31 machines.a.dns.name: "${'a'.repeat(60)}…" cannot be a DNS name: its part "${'a'.repeat(60)}…" has 64 characters (for "a") (make each part between dots at most 63 characters long)`,
    ],
  ],
  [
    'a name that is too long',
    lo(`machines: { a: { dns: { name: ${`${'a'.repeat(62)}.`.repeat(4)}bc } } }`),
    [
      `flock.yml:2:31 machines.a.dns.name: "${'a'.repeat(60)}…" cannot be a DNS name: it has 254 characters (for "a") (make it at most 253 characters long)`,
    ],
  ],
  [
    'an empty part that a variable makes',
    lo('machines: { a: { vars: { zone: "" }, dns: { name: "a.{zone}.org" } } }'),
    [
      'flock.yml:2:51 machines.a.dns.name: "a..org" cannot be a DNS name: its part "" is not of a-z, 0-9 and "-" (for "a") (make each part between dots of a-z, 0-9 and "-", with no "-" at either end)',
    ],
  ],
  [
    'capitals that a variable brings',
    lo('machines: { a: { vars: { zone: EU }, dns: { name: "a.{zone}.org" } } }'),
    [
      'flock.yml:2:51 machines.a.dns.name: "a.EU.org" cannot be a DNS name: its part "EU" is not of a-z, 0-9 and "-" (for "a") (make each part between dots of a-z, 0-9 and "-", with no "-" at either end)',
    ],
  ],
  [
    'a hyphen at the end of a part',
    lo('machines: { a: { dns: { name: a-.org } } }'),
    [
      'flock.yml:2:31 machines.a.dns.name: "a-.org" cannot be a DNS name: its part "a-" is not of a-z, 0-9 and "-" (for "a") (make each part between dots of a-z, 0-9 and "-", with no "-" at either end)',
    ],
  ],
  [
    'what looks like an address',
    lo('machines: { a: { dns: { name: 192.0.2.1 } } }'),
    [
      'flock.yml:2:31 machines.a.dns.name: "192.0.2.1" cannot be a DNS name: its last part is a number (for "a") (end it with the name of a zone, as in "example.org")',
    ],
  ],
  [
    'one name for several machines of one pattern',
    lo('dns: { name: www.x.org }', 'machines: { "a-{seq}": { count: 4 } }'),
    [
      'flock.yml:2:14 dns.name: "www.x.org" is the DNS name of "a-1" already (for "a-2" and 2 more) (put {name} into it, which is another for each machine)',
    ],
  ],
  [
    'one name from two patterns, also for different DNS',
    lo(
      'machines:',
      '  a: { dns: { name: www.x.org } }',
      '  b: { dns: { name: "{v}.x.org", provider: hosts }, vars: { v: www } }',
    ),
    [
      'flock.yml:4:21 machines.b.dns.name: "www.x.org" is the DNS name of "a" already (for "b") (change one of the two; the other is on line 3)',
    ],
  ],
])('a DNS name is refused: %s', (_, text, expected) => {
  expect(problemLines(text)).toEqual(expected)
})

test.each([
  ['a final dot', '"a.example.org."'],
  ['one part', 'localhost'],
  ['a wildcard', '"*.example.org"'],
  ['a line break', '"a.example.org\\n"'],
  ['a number', '7'],
])('a DNS name is refused because of its form: %s', (_, name) => {
  const [problem = '', ...others] = problemLines(lo(`machines: { a: { dns: { name: ${name} } } }`))
  expect(others).toEqual([])
  expect(problem).toMatch(/^flock\.yml:2:31 machines\.a\.dns\.name: expected a /)
})

test.each([
  ['a misspelt "vars"', lo('dns: { name: "{v}.x.org" }', 'machines: { a: { vras: { v: w } } }')],
  ['a group that does not exist', lo('machines: { a: { groups: [g], dns: { name: "{v}.x.org" } } }')],
  [
    'two entries that give one machine',
    lo('dns: { name: "{name}.x.org" }', 'machines: { a-1: , "a-{seq}": { count: 1 } }'),
  ],
  [
    'a stronger name that is refused',
    lo('dns: { name: www.x.org }', 'machines: { a: , b: { dns: { name: "a b" } } }'),
  ],
])('a problem is reported without those of DNS names that follow from it: %s', (_, text) => {
  expect(problemLines(text)).toHaveLength(1)
})
