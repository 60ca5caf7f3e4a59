import { expect, test } from 'vitest'
import { parseFlock } from './parse-flock.js'

const checksOf = (text: string, name: string): readonly unknown[] =>
  parseFlock({ text, file: 'flock.yml' }).machines.find((machine) => machine.name === name)?.checks ?? []

const text = `flock: lo
checks:
  disk: df /
  time: date
groups:
  web:
    checks:
      serves: curl localhost
      time: timedatectl
machines:
  one: { groups: [web] }
  two:
    groups: [web]
    checks: { disk: null, serves: curl -f localhost }
`

test('checks of all layers are joined, and a stronger one replaces a weaker one in its place', () => {
  expect(checksOf(text, 'one')).toEqual([
    { name: 'disk', command: 'df /' },
    { name: 'time', command: 'timedatectl' },
    { name: 'serves', command: 'curl localhost' },
  ])
})

test('null removes a check', () => {
  expect(checksOf(text, 'two')).toEqual([
    { name: 'time', command: 'timedatectl' },
    { name: 'serves', command: 'curl -f localhost' },
  ])
})

test.each([
  ['a check that is no text', 'checks: { disk: 3 }', /checks\.disk/],
  ['an empty check', 'checks: { disk: "" }', /checks\.disk/],
  ['a check with a bad name', 'checks: { "a b": true }', /a b/],
])('parseFlock refuses %s', (_name, line, says) => {
  expect(() => parseFlock({ text: `flock: lo\n${line}\n`, file: 'flock.yml' })).toThrow(says)
})
