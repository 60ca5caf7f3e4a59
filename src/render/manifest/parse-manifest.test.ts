import { expect, test } from 'vitest'
import { parseManifest } from './parse-manifest.js'

function parse(text: string): ReturnType<typeof parseManifest> {
  return parseManifest({ mode: '100644', bytes: Buffer.from(text) })
}

function problemsOf(text: string): readonly string[] {
  return parse(text).problems.map(
    ({ place, message, hint }) =>
      `${place.line}:${place.column} ${message}${hint === undefined ? '' : ` (${hint})`}`,
  )
}

function entry(lines: string): string {
  return `files:\n  - destination: /etc/a\n    ${lines}\n`
}

const followUps = '"daemon-reload", "reload UNIT", "restart UNIT" or {command: "…"}'

const broken: readonly [string, string, readonly string[]][] = [
  ['a misspelt key', entry('ownr: root'), ['3:5 unknown key "ownr" (did you mean "owner"?)']],
  [
    'a key like none',
    entry('zzzzzzzzzz: 1'),
    [expect.stringContaining('3:5 unknown key "zzzzzzzzzz" (known keys: destination, source') as string],
  ],
  [
    'a misspelt first key',
    'file: []\n',
    ['1:1 "files" is missing (add "files:")', '1:1 unknown key "file" (did you mean "files"?)'],
  ],
  ['a list instead of a map', '- a\n', ['1:1 expected a map (begin with "files:")']],
  [
    'an entry without destination',
    'files:\n  - owner: root\n',
    ['2:5 "destination" is missing (add "destination:")'],
  ],
  ['an entry that is a text', 'files:\n  - /etc/a\n', ['2:5 an entry must be a map, found "/etc/a"']],
  ['files that are a map', 'files: {}\n', ['1:8 "files" must be a list, found a map']],
  [
    'a mode without quotes',
    entry('mode: 0644'),
    ['3:11 "mode" must be a text, found 644 (put it in quotes, such as "0644")'],
  ],
  [
    'a mode of other digits',
    entry('mode: "0698"'),
    ['3:11 "mode" is not understood: "0698": three or four octal digits were expected, such as "0644"'],
  ],
  [
    'a direction like none',
    entry('direction: upp'),
    ['3:16 "direction" must be one of both, up, down, found "upp" (did you mean "up"?)'],
  ],
  [
    'an owner with blanks',
    entry('owner: "a b"'),
    [expect.stringContaining('3:12 "owner" is not understood: "a b"') as string],
  ],
  [
    'an owner that looks like an option',
    entry('owner: -rf'),
    [expect.stringContaining('3:12 "owner" is not understood') as string],
  ],
  [
    'an owner that is a number',
    entry('owner: 33'),
    ['3:12 "owner" must be a text, found 33 (put it in quotes, such as "33")'],
  ],
  [
    'a template that is a text',
    entry('template: "yes"'),
    ['3:15 "template" must be true or false, found "yes"'],
  ],
  [
    'a source that leaves its layer',
    entry('source: ../a'),
    [expect.stringContaining('3:13 "source" is not understood: "../a"') as string],
  ],
  [
    'an absolute source',
    entry('source: /a'),
    [expect.stringContaining('3:13 "source" is not understood') as string],
  ],
  [
    'the manifest as source',
    entry('source: files.yml'),
    [expect.stringContaining('the manifest cannot be a source') as string],
  ],
  [
    'an unknown thing that follows',
    entry('after: start nginx'),
    [`3:12 "after" is not understood: "start nginx": ${followUps} was expected`],
  ],
  [
    'a unit that looks like an option',
    entry('after: reload -H'),
    [`3:12 "after" is not understood: "reload -H": ${followUps} was expected`],
  ],
  [
    'a wrong thing in a list of what follows',
    entry('after: [daemon-reload, 3]'),
    [`3:12 "after" is not understood (write ${followUps}, or a list of these)`],
  ],
  [
    'a command with a control character',
    entry('validate: "a\\x07"'),
    [expect.stringContaining('without control characters') as string],
  ],
  [
    'a command of two lines',
    entry('validate: "a\\nb"'),
    [expect.stringContaining('it must be one line') as string],
  ],
  ['a null', entry('owner:'), ['3:11 "owner" must be a text, found nothing']],
  ['a tab', 'files:\n\t- a\n', [expect.stringContaining('2:1 not valid YAML: ') as string]],
  [
    'a key given twice',
    entry('owner: a\n    owner: b'),
    [expect.stringContaining('4:5 not valid YAML: map keys must be unique') as string],
  ],
  [
    'too many aliases',
    `a: &a [1,1]\nb: &b [${'*a,'.repeat(50)}]\nc: [${'*b,'.repeat(50)}]\n`,
    [expect.stringContaining('1:1 not valid YAML') as string],
  ],
  ['nesting without end', '['.repeat(20_000), ['1:1 not valid YAML: nested too deep']],
]

test.each(['', '# nothing\n', '---\n', 'files: []\n'])('a manifest may be empty: %j', (text) => {
  expect(parse(text)).toEqual({ entries: [], problems: [] })
})

test('a manifest gives its entries and where they stand', () => {
  const { entries, problems } = parse(
    '# a\nfiles:\n  - destination: /etc/a\n    mode: "0600"\n  - {destination: /b}\n',
  )
  expect(problems).toEqual([])
  expect(entries.map(({ fields }) => fields)).toEqual([
    { destination: '/etc/a', mode: '0600' },
    { destination: '/b' },
  ])
  expect(entries[0]?.place('mode')).toEqual({ line: 4, column: 11 })
  expect(entries[1]?.place('source')).toEqual({ line: 5, column: 5 })
})

test.each([
  'daemon-reload',
  'reload nginx',
  'restart a@b.service',
  '{command: "a b"}',
  '[reload a, {command: b}]',
])('a manifest may say that %s follows', (after) => {
  expect(problemsOf(entry(`after: ${after}`))).toEqual([])
})

test.each(broken)('a manifest is refused with place and hint: %s', (_name, text, expected) => {
  expect(problemsOf(text)).toEqual(expected)
})

test('a manifest is refused with all its problems at once', () => {
  expect(problemsOf(`${entry('ownr: root')}    mode: 0644\n  - source: a\n`)).toHaveLength(3)
})
