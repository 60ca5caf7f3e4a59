import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError, type Problem } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { parseFlock } from './parse-flock.js'

function problemsOf(
  text: string,
  more: { readonly defaults?: { readonly text: string; readonly file: string } } = {},
): readonly Problem[] {
  try {
    parseFlock({ text, file: 'flock.yml', ...more })
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  return []
}

const bomb = `flock: lo\nvars:\n  a: &a [${'1,'.repeat(10)}]\n${[...'bcdefghij']
  .map((name, index) => `  ${name}: &${name} [${`*${'abcdefghi'[index]},`.repeat(10)}]\n`)
  .join('')}`

const tower = `flock: lo\nvars:\n  v0: &v0 {}\n${Array.from(
  { length: 60 },
  (_, index) => `  v${index + 1}: &v${index + 1} { a: { a: { a: *v${index} } } }\n`,
).join('')}`

test.each<[string, string, string]>([
  ['an empty file', '', '1:1 flock.yml: expected a map, found nothing'],
  ['a file of comments', '# nothing\n', '1:1 flock.yml: expected a map, found nothing'],
  ['a list at the top', '- flock: lo', '1:1 flock.yml: expected a map, found a list'],
  ['a text at the top', 'flock', '1:1 flock.yml: expected a map, found "flock"'],
  ['a tab', 'flock: lo\nmachines:\n\ta:\n', '3:1 flock.yml: not valid YAML: a tab is used to indent'],
  [
    'a second document',
    'flock: lo\n---\nflock: la\n',
    '2:1 flock.yml: not valid YAML: a second document starts here',
  ],
  ['a quote without end', 'flock: "lo\n', '2:1 flock.yml: not valid YAML: missing closing "quote'],
  [
    '__proto__ as a machine',
    'flock: lo\nmachines: { __proto__: }',
    '2:13 flock.yml: the key "__proto__" cannot be used',
  ],
  [
    '__proto__ in variables',
    'flock: lo\nvars: { a: [{ "__proto__": 1 }] }',
    '2:15 flock.yml: the key "__proto__" cannot be used',
  ],
  ['a merge key', 'flock: lo\nvars: { <<: { a: 1 } }', '2:9 flock.yml: the merge key "<<" cannot be used'],
  ['a map as key', 'flock: lo\nvars: { ? { a: 1 } : 2 }', '2:11 flock.yml: a key is not a single text'],
  ['an empty key', 'flock: lo\nvars: { : 2 }', '2:8 flock.yml: a key is not a single text'],
  [
    'bytes',
    'flock: lo\nvars: { a: !!binary aGk= }',
    '2:21 flock.yml: unknown tag "tag:yaml.org,2002:binary"',
  ],
  ['a tag', 'flock: lo\nvars: { a: !js 1 }', '2:16 flock.yml: unknown tag "!js"'],
  ['infinity', 'flock: lo\nvars: { a: .inf }', '2:12 flock.yml: the number .inf cannot be kept exactly'],
  [
    'a number past 53 bits',
    'flock: lo\nvars: { a: 9007199254740993 }',
    '2:12 flock.yml: the number 9007199254740993 cannot be kept exactly',
  ],
  [
    'an alias before its anchor',
    'flock: lo\nvars: { a: *x, b: &x 1 }',
    '2:12 flock.yml: the anchor "x" is used before it is defined',
  ],
  [
    'an anchor inside itself',
    'flock: lo\nvars: { a: &x [*x] }',
    '2:16 flock.yml: the anchor "x" is used inside itself',
  ],
  ['a bomb of aliases', bomb, '8:10 flock.yml: aliases make the file larger than 200000 values'],
  ['a tower of aliases', tower, '36:28 flock.yml: nested too deep'],
  [
    'brackets a hundred deep',
    `flock: lo\nvars: { a: ${'['.repeat(101)}${']'.repeat(101)} }`,
    '2:111 flock.yml: nested too deep',
  ],
  [
    'an endless name',
    `flock: lo\nmachines: { ${'a'.repeat(1000)}: }`,
    `2:13 machines: "${'a'.repeat(60)}…" cannot be the name of a machine`,
  ],
  [
    'a name of 64',
    `flock: lo\nmachines: { ${'a'.repeat(64)}: }`,
    `2:13 machines: "${'a'.repeat(60)}…" cannot be the name of a machine`,
  ],
  [
    'a name that ends in a hyphen',
    'flock: lo\nmachines: { a-: }',
    '2:13 machines: "a-" cannot be the name of a machine',
  ],
  [
    'a name that starts as an option',
    'flock: lo\nmachines: { -rf: }',
    '2:13 machines: "-rf" cannot be the name of a machine',
  ],
  [
    'a name with a line break',
    'flock: lo\nmachines: { "a\\nb": }',
    '2:13 machines: "a\\nb" cannot be the name of a machine',
  ],
  [
    'a name with an escape',
    'flock: lo\nmachines: { "\\e[2Ja\\u202e\\x9b": }',
    '2:13 machines: "\\u001b[2Ja\\u202e\\u009b" cannot be the name of a machine',
  ],
  [
    'a name that leaves its folder',
    'flock: lo\nmachines: { ../x: }',
    '2:13 machines: "../x" cannot be the name of a machine',
  ],
  [
    'an unknown kind of place in a name',
    'flock: lo\nmachines: { "a-{seq:3}": }',
    '2:13 machines: "a-{seq:3}" cannot be the name of a machine',
  ],
  [
    'an open brace in a name',
    'flock: lo\nmachines: { "a-{seq": }',
    '2:13 machines: "a-{seq" cannot be the name of a machine',
  ],
])('parseFlock refuses %s', (_, text, expected) => {
  const problems = problemsOf(text).map(({ at, message }) => `${at?.line}:${at?.column} ${message}`)
  expect(problems).toEqual([expected])
})

test.each([
  ['brackets', `vars: ${'['.repeat(20_000)}`],
  ['braces', `vars: ${'{ a: '.repeat(5000)}`],
  ['dashes', `vars:\n${'- '.repeat(20_000)}`],
  ['indents', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
])('parseFlock refuses %s without end, with a single problem', (_, text) => {
  const problems = problemsOf(text)
  expect(problems).toHaveLength(1)
  expect(problems[0]?.message).toBe('flock.yml: not valid YAML: nested too deep')
})

test('parseFlock accepts a byte order mark and line ends of Windows, and counts lines and columns as an editor does', () => {
  const text = '\ufeffflock: lo\r\nmachines:\r\n  a:\r\n'
  expect(parseFlock({ text, file: 'f' }).machines.map(({ name }) => name)).toEqual(['a'])
  expect(problemsOf(`${text}  b: { x: 1 }\r\n`)[0]?.at).toEqual({ file: 'flock.yml', line: 4, column: 8 })
  expect(problemsOf('\ufeffflokk: lo')[0]?.at).toEqual({ file: 'flock.yml', line: 1, column: 1 })
})

test('parseFlock accepts names that objects inherit', () => {
  const text =
    'flock: lo\ngroups: { constructor: }\nmachines: { constructor: { groups: [constructor] }, valueof: }'
  expect(parseFlock({ text, file: 'f' }).machines.map(({ name, groups }) => [name, groups])).toEqual([
    ['constructor', ['constructor']],
    ['valueof', []],
  ])
})

test('parseFlock accepts a hundred uses of one anchor and more', () => {
  const uses = Array.from({ length: 500 }, (_, index) => `  m${index}: { vars: *v }\n`).join('')
  const text = `flock: lo\nvars: { v: &v { a: { b: 1 } } }\nmachines:\n${uses}`
  expect(parseFlock({ text, file: 'f' }).machines).toHaveLength(500)
})

test('parseFlock expands a count of 1,000 within 200 ms', () => {
  const text = 'flock: lo\nvars: { a: { b: 1 } }\nmachines: { "m-{seq:04}": { count: 1000 } }'
  const start = performance.now()
  const { machines } = parseFlock({ text, file: 'f' })
  expect(performance.now() - start).toBeLessThan(200)
  expect(machines.at(-1)?.name).toBe('m-1000')
})

const value = fc.oneof(
  fc.constantFrom<Json>(
    ...['/opt/app', '/opt/app/x', '/opt/app.shared', '/etc/drover', 'h:r', 'https://h/r', 'ext::id', '-x'],
    ...['v1', 'push', 'TOKEN', 'root', 'a'.repeat(64), 'reload x', '0755', '__proto__', 'constructor', ''],
    ...[null, 7, true, [], {}, ['a', 'a/b'], { command: 'x' }],
  ),
  fc.string(),
)
const keys = (names: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.string() })
const entry = fc.oneof(
  fc.dictionary(
    keys([
      'url',
      'revision',
      'path',
      'via',
      'credentials',
      'shared',
      'after',
      'sha256',
      'file',
      'owner',
      'build',
    ]),
    value,
  ),
  fc.constant({ url: 'h:r', revision: 'v1', path: '/opt/app' }),
  value,
)
const named = fc.dictionary(keys(['app', 'tool', 'constructor', 'valueof']), entry)
const layer = fc.record(
  {
    code: named,
    artifacts: named,
    roles: fc.array(fc.constantFrom('a', '!a', 'b', '!b', 'constructor', '!toString', '-x', '!!a')),
    groups: fc.array(fc.constantFrom('g', 'h', 'no')),
  },
  { requiredKeys: [] },
)

const hold = (text: string, toolkit?: string): void => {
  const defaults = toolkit === undefined ? {} : { defaults: { text: toolkit, file: 'toolkit' } }
  for (const { message, at, hint } of problemsOf(text, defaults)) {
    expect(message).not.toMatch(/[\n\r\u001b]/)
    expect(['flock.yml', 'toolkit']).toContain(at?.file)
    expect(at?.line).toBeGreaterThan(0)
    expect(hint).toBeTruthy()
  }
  if (problemsOf(text, defaults).length > 0) return
  const [machine] = parseFlock({ text, file: 'flock.yml', ...defaults }).machines
  const paths = [...(machine?.code ?? []), ...(machine?.artifacts ?? [])].map(({ path }) => path)
  for (const path of paths) expect(path).toMatch(/^\/[^/]/)
  expect(new Set(paths).size).toBe(paths.length)
  for (const { url } of machine?.code ?? []) expect(url).not.toMatch(/^-|^[^/]*::/)
  for (const role of machine?.roles ?? []) expect(role).toMatch(/^[a-z][a-z0-9_]*$/)
}

test('code, artifacts and roles of any kind give a flock or problems, each with a place and a hint', () => {
  fc.assert(
    fc.property(layer, layer, layer, ({ groups: _groups, ...top }, group, machine) => {
      hold(
        JSON.stringify({
          flock: 'lo',
          ...top,
          groups: { g: group, h: {} },
          machines: { m: machine, n: {} },
        }),
      )
    }),
    { numRuns: 200 },
  )
})

test("code, artifacts and roles of any kind in the toolkit's layer give a flock or problems, each with a place and a hint", () => {
  fc.assert(
    fc.property(layer, layer, layer, ({ groups: _groups, ...top }, weak, group) => {
      hold(
        JSON.stringify({
          flock: 'lo',
          groups: { g: group, h: {} },
          machines: { m: { groups: ['g', 'h'] } },
        }),
        JSON.stringify({ ...top, groups: { g: weak, h: {} } }),
      )
    }),
    { numRuns: 150 },
  )
})

test('any text gives a flock or problems', () => {
  const piece = fc.constantFrom(
    ...[
      'flock: lo',
      '\n',
      '  ',
      'machines:',
      'groups:',
      'vars:',
      'a',
      ':',
      ' ',
      '-',
      '{',
      '}',
      '[',
      ']',
      ',',
    ],
    ...[
      '&x',
      '*x',
      '"',
      "'",
      '|',
      '>',
      '?',
      '!',
      '#',
      '%',
      '{seq}',
      'count: 2',
      '1',
      '\t',
      '__proto__',
      '---',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const { message, at, hint } of problemsOf(pieces.join(''))) {
        expect(message).not.toMatch(/[\n\r]/)
        expect(at?.line).toBeGreaterThan(0)
        expect(hint).toBeTruthy()
      }
    }),
    { numRuns: 500 },
  )
})
