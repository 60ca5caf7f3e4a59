import { expect, test } from 'vitest'
import { type OlderRows, readRows } from './read-rows.js'

function read(text: string | Buffer): OlderRows {
  return readRows({ list: 'sync.csv', path: 'config/sync.csv', bytes: Buffer.from(text), user: 'ubuntu' })
}

function told({ problems, notes }: OlderRows): readonly string[] {
  return [...problems, ...notes].map(({ at, message }) => `${at?.line ?? 0}: ${message}`)
}

const row = (over: Readonly<Record<string, string>>): string =>
  ['local', 'owner', 'mode', 'remote', 'text']
    .map(
      (key) =>
        over[key] ?? { local: 'nginx', owner: 'root:root', mode: '644', remote: '/etc/x', text: 'x' }[key],
    )
    .join(',')

const good: readonly (readonly [string, string, object])[] = [
  ['numbers of fewer digits', row({ mode: '44' }), { mode: '0044' }],
  ['numbers with a zero in front', row({ mode: '04755' }), { mode: '4755' }],
  [
    'a user alone: the group is that of who logs in',
    row({ owner: 'www-data' }),
    { owner: 'www-data', group: 'ubuntu' },
  ],
  ["a user's own group", row({ owner: 'adm:' }), { owner: 'adm', group: 'adm' }],
  [
    'names in a path',
    row({ remote: '/a/{hostname}.{domain}' }),
    { destination: '/a/{{machine.name}}.{{vars.domain}}' },
  ],
  ['a path that is not normalised', row({ remote: '/a//./b' }), { destination: '/a/b' }],
  ['a path from home', row({ remote: '~/b' }), { destination: '/home/ubuntu/b' }],
  [
    'blanks around',
    ' nginx , root:root , 644 , /etc/x , a text ',
    { source: 'nginx', description: 'a text' },
  ],
  ['quotes', row({ text: '"a, ""b"""' }), { description: 'a, "b"' }],
  ['a local path with dots', row({ local: './a//b' }), { source: 'a/b' }],
]

const bad: readonly (readonly [string, string])[] = [
  ['a,b', '1: config/sync.csv: has 2 columns'],
  [row({ text: '"open' }), '1: config/sync.csv: a quote does not fit'],
  [row({ local: '/etc/passwd' }), '1: config/sync.csv: local file "/etc/passwd" is outside of the folder'],
  [row({ local: 'a/../../b' }), '1: config/sync.csv: local file "a/../../b" is not a file below config'],
  [row({ local: '' }), '1: config/sync.csv: local file "" is not a file below config'],
  [row({ owner: '' }), '1: config/sync.csv: owner "" is not understood'],
  [row({ owner: '-R:x' }), '1: config/sync.csv: owner "-R:x" is not understood'],
  [row({ mode: '' }), '1: config/sync.csv: no permissions are given'],
  [row({ mode: 'u+x' }), '1: permissions "u+x" depend on what the file has: the line is left out'],
  [row({ mode: '10644' }), '1: permissions "10644" depend on what the file has: the line is left out'],
  [row({ remote: '/a/{nobody}' }), '1: "/a/{nobody}" names an unknown value: the line is left out'],
  [row({ remote: '/a/{hostname!r}' }), '1: "/a/{hostname!r}" names an unknown value: the line is left out'],
  [row({ remote: '/a b' }), '1: a shell would not take "/a b" as one path: the line is left out'],
  [row({ remote: '/a/$(id)' }), '1: a shell would not take "/a/$(id)" as one path: the line is left out'],
  [row({ remote: '/a/' }), '1: "/a/" is a folder: the line is left out'],
]

test.each(good)('a list takes %s', (_name, line, expected) => {
  expect(read(line).rows).toMatchObject([expected])
})

test.each(bad)('a list does not take %j', (line, expected) => {
  const rows = read(line)
  expect(rows.rows).toEqual([])
  expect(told(rows)).toEqual([expected])
})

test('a list counts lines of all kinds, with a byte order mark and other line ends', () => {
  const rows = read(`\ufeff${row({})}\r\n\r\n# a comment\r\n${row({ text: '"a, b"' })}\rwrong`)
  expect(rows.rows.map(({ at }) => at.line)).toEqual([1, 4])
  expect(told(rows)).toEqual([
    '5: config/sync.csv: has 1 columns',
    '3: the older scripts stop at a comment; here it is understood',
    '4: the older scripts stop at a comma between quotes; here it is understood',
  ])
})

test('a list may be empty', () => {
  expect(read('')).toEqual({ rows: [], problems: [], notes: [] })
})

test('a list that is no text is refused', () => {
  expect(told(read(Buffer.from([0xe9, 0x2c])))).toEqual(['0: config/sync.csv: is not UTF-8 text'])
})
