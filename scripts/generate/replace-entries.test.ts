import { expect, test } from 'vitest'
import { replaceEntries } from './replace-entries.ts'

const text = `# made by hand
on:
  call:
    # what is above the first entry is not part of the block
    inputs:
      one: { type: string, default: "" } # stays with one
      # says why
      two:
        type: choice
        options: [a, b]
      gone: { type: string } # goes
    secrets:
      # drover: secrets
      KEY: x
steps:
  - &first
    with:
      a: 1
`

test('entries of a map are replaced and nothing else, and a comment stays with its entry', () => {
  const filled = replaceEntries(
    text,
    ['on', 'call', 'inputs'],
    [
      { key: 'two', value: '${{ inputs.two }}' },
      { key: 'one', value: { map: { type: 'string', default: '50' } } },
      { key: 'new', value: 60 },
    ],
  )
  expect(filled).toBe(`# made by hand
on:
  call:
    # what is above the first entry is not part of the block
    inputs:
      # says why
      two: \${{ inputs.two }}
      one: { type: string, default: "50" } # stays with one
      new: 60
    secrets:
      # drover: secrets
      KEY: x
steps:
  - &first
    with:
      a: 1
`)
})

test('a map in a list is found by its place, also at the end of the file', () => {
  const filled = replaceEntries(text, ['steps', 0, 'with'], [{ key: 'b', value: { folded: 'x y' } }])
  expect(filled.endsWith('    with:\n      b: >-\n        x y\n')).toBe(true)
})

test('what is written again is the same', () => {
  const entries = [{ key: 'a', value: { folded: 'x '.repeat(90).trim() } }]
  const once = replaceEntries(text, ['steps', 0, 'with'], entries)
  expect(replaceEntries(once, ['steps', 0, 'with'], entries)).toBe(once)
})

test('a path that leads to no map is refused', () => {
  expect(() => replaceEntries(text, ['on', 'call', 'nothing'], [])).toThrow('on.call.nothing: is no map')
})
