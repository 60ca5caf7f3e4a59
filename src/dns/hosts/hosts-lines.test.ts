import { expect, test } from 'vitest'
import { pointLines, removeLines } from './hosts-lines.js'

const flock = 'lo'
const record = { name: 'web.example.org', address: '10.0.0.1' }
const ours = '10.0.0.1\tweb.example.org\t# drover: flock lo\n'
const older = ours.replace('10.0.0.1', '10.0.0.9')
const others = '127.0.0.1 localhost\n\n# 10.0.0.2 web.example.org\n::1\tlocalhost ip6-localhost\r\n  \xff\n'

test.each([
  ['into an empty file', '', ours],
  ['after the lines of others', others, `${others}${ours}`],
  ['after a line without an end', '127.0.0.1 localhost', `127.0.0.1 localhost\n${ours}`],
  ['in the place of its own older line', `${older}${others}`, `${ours}${others}`],
  ['once where it stood twice', `${older}${others}${ours}`, `${ours}${others}`],
  [
    'beside a name that only begins alike',
    '10.0.0.3 web.example.org.uk\n',
    `10.0.0.3 web.example.org.uk\n${ours}`,
  ],
  ['beside names of its own flock', ours.replace('web', 'db'), `${ours.replace('web', 'db')}${ours}`],
])('pointLines writes the name %s', (_, text, expected) => {
  expect(pointLines({ text, flock }, record)).toEqual({ kind: 'changed', text: expected })
})

test.each([
  ['our line is there', `${others}${ours}`],
  ['somebody else gives the name the same address', '10.0.0.1 a web.example.org b # mine\n'],
  ['somebody else gives the name the same address in capitals', '10.0.0.1 Web.Example.ORG\n'],
  ['another flock gives the name the same address', ours.replace('flock lo', 'flock la')],
])('pointLines changes nothing when %s', (_, text) => {
  expect(pointLines({ text, flock }, record)).toEqual({ kind: 'same' })
})

test.each([
  ['a line that Drover did not write', `${others}10.0.0.2 a WEB.example.org\n`, 6],
  ['a line that Drover did not write', `10.0.0.2\tweb.example.org\t# drover: flock lo, edited\n`, 1],
  ['a line that Drover did not write', `${ours}::1 web.example.org\n`, 2],
  ['the flock "la"', `\n${older.replace('flock lo', 'flock la')}`, 2],
])('pointLines leaves the name to its holder, %s: %j', (by, text, line) => {
  expect(pointLines({ text, flock }, record)).toEqual({ kind: 'taken', line, by })
})

test('removeLines removes our line and nothing else', () => {
  const db = ours.replace('web', 'db')
  expect(removeLines({ text: `${others}${ours}${db}`, flock }, record)).toBe(`${others}${db}`)
})

test.each([
  ['points elsewhere', older],
  ['is of another flock', ours.replace('flock lo', 'flock la')],
  ['is of a flock that only begins alike', ours.replace('flock lo', 'flock lola')],
  ['was written by somebody else', '10.0.0.1 web.example.org\n'],
  ['is not there', others],
])('removeLines changes nothing when the line %s', (_, text) => {
  expect(removeLines({ text, flock }, record)).toBeUndefined()
})
