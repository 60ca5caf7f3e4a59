import { expect, test } from 'vitest'
import { formatLocation, InputError, type Problem } from '../../base/errors.js'
import { parseFlock } from '../parse-flock.js'

function problemsOf(text: string): readonly Problem[] {
  try {
    parseFlock({ text, file: 'flock.yml' })
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  return []
}

const problemLines = (text: string): string[] =>
  problemsOf(text).map(
    ({ message, hint, at }) => `${at === undefined ? '' : formatLocation(at)} ${message} (${hint})`,
  )

/** A flock with these lines after the first. */
const lo = (...lines: string[]): string => ['flock: lo', ...lines].join('\n')

test.each<[string, string, string[]]>([
  [
    'a misspelt key at the top',
    lo('machnes: {}'),
    ['flock.yml:2:1 flock.yml: unknown key "machnes" (did you mean "machines"?)'],
  ],
  [
    'a misspelt key of a machine',
    lo('machines:', '  lo-a: { gruops: [] }'),
    ['flock.yml:3:11 machines.lo-a: unknown key "gruops" (did you mean "groups"?)'],
  ],
  [
    'a misspelt key of a group',
    lo('groups:', '  web:', '    desc: x'),
    ['flock.yml:4:5 groups.web: unknown key "desc" (did you mean "description"?)'],
  ],
  [
    'a misspelt key of the SSH settings',
    lo('machines: { a: { ssh: { prot: 1 } } }'),
    ['flock.yml:2:25 machines.a.ssh: unknown key "prot" (did you mean "port"?)'],
  ],
  [
    'a misspelt key of the DNS settings',
    lo('dns: { nam: a.example.org }'),
    ['flock.yml:2:8 dns: unknown key "nam" (did you mean "name"?)'],
  ],
  [
    'a DNS that does not exist',
    lo('machines: { a: { dns: { provider: rout53 } } }'),
    [
      'flock.yml:2:35 machines.a.dns.provider: expected one of "route53", "hosts", found "rout53" (did you mean "route53"?)',
    ],
  ],
  [
    'a key of a group that is named ssh',
    lo('groups: { ssh: { provder: local } }'),
    ['flock.yml:2:18 groups.ssh: unknown key "provder" (did you mean "provider"?)'],
  ],
  [
    'a key that is like no other',
    lo('machines: { a: { zzzzzz: 1 } }'),
    [
      'flock.yml:2:18 machines.a: unknown key "zzzzzz" (known keys: description, groups, vars, settings, checks, provider, environment, roles, code, artifacts, ssh, dns, certificate, protect, count, first)',
    ],
  ],
  ['a flock without a name', 'machines: {}', ['flock.yml:1:1 flock: missing (add "flock: NAME")']],
  [
    'a bad name of the flock',
    'flock: Lo_1',
    [
      'flock.yml:1:8 flock: expected a name of 1 to 31 of a-z, 0-9 and "-" that starts with a letter, found "Lo_1" (use a name of 1 to 31 of a-z, 0-9 and "-" that starts with a letter)',
    ],
  ],
  [
    'a number as name of the flock',
    'flock: 7',
    ['flock.yml:1:8 flock: expected a text, found 7 (put it in quotes: "7")'],
  ],
  [
    'a text for true or false',
    lo('machines: { lo-a: { protect: maybe } }'),
    [
      'flock.yml:2:30 machines.lo-a.protect: expected true or false, found "maybe" (write true or false, without quotes)',
    ],
  ],
  [
    'yes for true, as YAML 1.2 does not know it',
    '%YAML 1.1\n---\nflock: lo\nmachines: { lo-a: { protect: yes } }',
    [
      'flock.yml:4:30 machines.lo-a.protect: expected true or false, found "yes" (write true or false, without quotes)',
    ],
  ],
  [
    'a text for a list',
    lo('groups: { web: }', 'machines: { a: { groups: web } }'),
    ['flock.yml:3:26 machines.a.groups: expected a list, found "web" (write it as a list: [web])'],
  ],
  [
    'a list for a map',
    lo('machines:', '  - name: a'),
    [
      'flock.yml:3:3 machines: expected a map, found a list (write lines of "key: value", indented below this key)',
    ],
  ],
  [
    'a text for a port',
    lo('ssh: { port: "22" }'),
    ['flock.yml:2:14 ssh.port: expected a whole number, found "22" (write a whole number, without quotes)'],
  ],
  [
    'a port out of range',
    lo('ssh: { port: 70000 }'),
    ['flock.yml:2:14 ssh.port: expected at most 65535, found 70000 (write a smaller number)'],
  ],
  [
    'a user that ssh would read as an option',
    lo('ssh: { user: -oProxyCommand=x }'),
    [
      'flock.yml:2:14 ssh.user: expected a user name of a-z, 0-9, "_" and "-", found "-oProxyCommand=x" (use a user name of a-z, 0-9, "_" and "-")',
    ],
  ],
  [
    'a provider that does not exist',
    lo('provider: locl'),
    [
      'flock.yml:2:11 provider: expected one of "local", "ec2", "static", found "locl" (did you mean "local"?)',
    ],
  ],
  [
    'a group that does not exist',
    lo('groups:', '  web:', 'machines:', '  a: { groups: [web, wbe] }'),
    ['flock.yml:5:22 machines.a.groups: no group "wbe" (did you mean "web"?)'],
  ],
  [
    'an environment that is not listed',
    lo('environments: { production: }', 'machines: { a: { environment: producton } }'),
    ['flock.yml:3:31 machines.a.environment: no environment "producton" (did you mean "production"?)'],
  ],
  [
    'an environment where none is listed',
    lo('environment: staging'),
    ['flock.yml:2:14 environment: no environment "staging" (add it under "environments:")'],
  ],
  [
    'an included group that does not exist',
    lo('groups: { web: { groups: [nothing-like-it] } }'),
    ['flock.yml:2:27 groups.web.groups: no group "nothing-like-it" (groups: web)'],
  ],
  [
    'a group where there are none',
    lo('machines: { a: { groups: [web] } }'),
    ['flock.yml:2:27 machines.a.groups: no group "web" (add it under "groups:")'],
  ],
  [
    'groups that include each other',
    lo('groups:', '  a: { groups: [b] }', '  b: { groups: [a] }'),
    [
      'flock.yml:4:17 groups.b.groups: groups include each other: a -> b -> a (remove "a" here, or one of the others)',
    ],
  ],
  [
    'a group that includes itself',
    lo('groups:', '  a: { groups: [a] }'),
    [
      'flock.yml:3:17 groups.a.groups: groups include each other: a -> a (remove "a" here, or one of the others)',
    ],
  ],
  [
    'a count without {seq}',
    lo('machines: { web: { count: 3 } }'),
    ['flock.yml:2:20 machines.web: count needs {seq} in the name (name it "web-{seq}", or remove count)'],
  ],
  [
    'a first without {seq}',
    lo('machines: { web: { first: 3 } }'),
    ['flock.yml:2:20 machines.web: first needs {seq} in the name (name it "web-{seq}", or remove first)'],
  ],
  [
    '{seq} without a count',
    lo('machines: { "web-{seq}": }'),
    [
      'flock.yml:2:13 machines."web-{seq}": the name has {seq}, but the machine has no count (add "count: 1", or give the machine a name without {seq})',
    ],
  ],
  [
    'a pattern variable without value',
    lo('machines: { "web-{region}": }'),
    [
      'flock.yml:2:13 machines."web-{region}": the variable "region" in the name has no value (add it to the machine\'s vars: { region: … })',
    ],
  ],
  [
    'a misspelt pattern variable',
    lo('machines: { "web-{regoin}": { vars: { region: eu } } }'),
    [
      'flock.yml:2:13 machines."web-{regoin}": the variable "regoin" in the name has no value (did you mean "{region}"?)',
    ],
  ],
  [
    'a pattern variable that is a map',
    lo('machines: { "web-{region}": { vars: { region: { a: 1 } } } }'),
    [
      'flock.yml:2:13 machines."web-{region}": the variable "region" in the name has no single value (add it to the machine\'s vars: { region: … })',
    ],
  ],
  [
    'a pattern variable that every object inherits',
    lo('machines: { "web-{toString}": }'),
    [
      'flock.yml:2:13 machines."web-{toString}": the variable "toString" in the name has no value (add it to the machine\'s vars: { toString: … })',
    ],
  ],
  [
    'two entries that give one name',
    lo('machines:', '  web-2:', '  "web-{seq}": { count: 3 }'),
    [
      'flock.yml:4:3 machines."web-{seq}": "web-2" already given by "web-2" (rename one of the two; the other is on line 3)',
    ],
  ],
  [
    'two patterns that share names, once',
    lo('machines:', '  "a{seq}": { count: 3 }', '  "a{seq:01}": { count: 2 }'),
    [
      'flock.yml:4:3 machines."a{seq:01}": "a1", "a2" already given by "a{seq}" (rename one of the two; the other is on line 3)',
    ],
  ],
  [
    'one key given twice',
    lo('machines:', '  a: {}', '  a: {}'),
    [
      'flock.yml:4:3 flock.yml: the key "a" is given twice: first on line 3 (keep one of the two, or give one another name)',
    ],
  ],
  [
    'one key given twice, once in quotes',
    lo('vars: { 7: a, "7": b }'),
    [
      'flock.yml:2:15 flock.yml: the key "7" is given twice: first on line 2 (keep one of the two, or give one another name)',
    ],
  ],
  [
    'a bad name of a machine',
    lo('machines: { Web_1: }'),
    [
      'flock.yml:2:13 machines: "Web_1" cannot be the name of a machine (use a-z, 0-9, "-", {seq}, {seq:03} or {VARIABLE})',
    ],
  ],
  [
    'a bad name of a group, and what is wrong in it',
    lo('groups: { "../web": { protect: true } }'),
    [
      'flock.yml:2:11 groups: "../web" cannot be the name of a group (use 1 to 63 of a-z, 0-9 and "-", with no "-" at either end)',
      'flock.yml:2:23 groups."../web": unknown key "protect" (known keys: description, groups, vars, settings, checks, provider, environment, roles, code, artifacts, ssh, dns, certificate)',
    ],
  ],
  [
    'a bad name that only the variables make bad, once',
    lo('machines: { "web-{region}-{seq}": { count: 3, vars: { region: EU } } }'),
    [
      'flock.yml:2:13 machines."web-{region}-{seq}": "web-EU-1" cannot be the name of a machine (and 2 more) (use 1 to 63 of a-z, 0-9 and "-", with no "-" at either end)',
    ],
  ],
  [
    'a name that is a selector',
    lo('machines: { all: , changed: }'),
    ['all', 'changed'].map(
      (name, index) =>
        `flock.yml:2:${[13, 20][index]} machines: "${name}" cannot be the name of a machine (it has a meaning of its own in commands: use another)`,
    ),
  ],
  [
    'more machines than a flock can have',
    lo('machines: { "a{seq}": { count: 10000 }, b: }'),
    [
      'flock.yml:2:1 machines: 10001 machines are asked for: at most 10000 can be in one flock (make a second flock on a branch of its own)',
    ],
  ],
])('a wrong flock.yml is refused with place and hint: %s', (_, text, expected) => {
  expect(problemLines(text)).toEqual(expected)
})

test.each([
  [-1, 'expected at least 0, found -1'],
  [100_000, 'expected at most 10000, found 100000'],
  [1.5, 'expected a whole number, found 1.5'],
  ['"3"', 'expected a whole number, found "3"'],
])('a count of %s is refused', (count, text) => {
  const messages = problemsOf(lo(`machines: { "a-{seq}": { count: ${count} } }`)).map(
    ({ message }) => message,
  )
  expect(messages).toEqual([`machines."a-{seq}".count: ${text}`])
})

test('all problems are reported at once, in the order of the file', () => {
  const text = lo(
    'provider: moon',
    'groups:',
    '  a: { groups: [b] }',
    '  b: { groups: [a], vras: {} }',
    'machines:',
    '  m: { groups: [c, 3], protect: maybe }',
    '  m: {}',
    '  "n-{seq}": {}',
    '  "o-{zone}": {}',
    '  p: { count: 2 }',
    '  Q: { grups: [] }',
    '  r: &x [*x]',
  )
  expect(problemsOf(text).map(({ at, message }) => `${at?.line} ${message}`)).toEqual([
    '2 provider: expected one of "local", "ec2", "static", found "moon"',
    '5 groups.b.groups: groups include each other: a -> b -> a',
    '5 groups.b: unknown key "vras"',
    '7 machines.m.groups[1]: expected a text, found 3',
    '7 machines.m.protect: expected true or false, found "maybe"',
    '8 flock.yml: the key "m" is given twice: first on line 7',
    '9 machines."n-{seq}": the name has {seq}, but the machine has no count',
    '10 machines."o-{zone}": the variable "zone" in the name has no value',
    '11 machines.p: count needs {seq} in the name',
    '12 machines: "Q" cannot be the name of a machine',
    '12 machines.Q: unknown key "grups"',
    '13 machines.r: expected a map, found a list',
    '13 flock.yml: the anchor "x" is used inside itself',
  ])
})

test('every problem has the reason, a place and a hint', () => {
  for (const problem of problemsOf(lo('x: 1', 'vars: [', 'machines: { a: 1'))) {
    expect(problem).toMatchObject({ reason: 'invalid-flock', at: { file: 'flock.yml' } })
    expect(problem.at?.line).toBeGreaterThan(0)
    expect(problem.at?.column).toBeGreaterThan(0)
    expect(problem.hint).not.toBe('')
  }
})

test.each([
  ['a misspelt "groups" at the top', lo('grops: { web: }', 'machines: { a: { groups: [web] } }')],
  ['a group with a bad name', lo('groups: { Web: }', 'machines: { a: { groups: [Web] } }')],
  ['a group with a wrong key', lo('groups: { web: { x: 1 } }', 'machines: { a: { groups: [web] } }')],
  ['a misspelt "vars"', lo('machines: { "a-{zone}": { vras: { zone: eu } } }')],
  ['a misspelt "vars" at the top', lo('vras: { zone: eu }', 'machines: { "a-{zone}": }')],
  ['a group that does not exist', lo('machines: { "a-{zone}": { groups: [eu] } }')],
  ['a misspelt "count"', lo('machines: { "a-{seq}": { cuont: 3 } }')],
  ['a wrong count', lo('machines: { "a-{seq}": { count: many } }')],
  ['an unknown anchor', 'flock: *lo'],
])('a problem is reported without those that follow from it: %s', (_, text) => {
  expect(problemsOf(text)).toHaveLength(1)
})
