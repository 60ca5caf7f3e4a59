import { expect, test } from 'vitest'
import { formatToTemplate, readFormat } from './python-format.js'

const names = { hostname: 'machine.name' }

function convert(text: string): string | undefined {
  const parts = readFormat(text, Object.keys(names))
  return parts && formatToTemplate(parts, names)
}

test.each([
  ['echo {hostname}', 'echo {{machine.name}}'],
  ['echo ${{HOME}} {{}}', 'echo ${HOME} {}'],
  ['{hostname}}}', '{{machine.name}}{{!}}}'],
  ['C:\\{hostname}', 'C:\\\\{{machine.name}}'],
])('the Python format %j becomes %j', (text, expected) => {
  expect(convert(text)).toBe(expected)
})

test.each(['{', '}', '{}', '{0}', '{hostname:>9}', '{nobody}', '{{{hostname}', '{{{{'])(
  'the Python format %j is not converted',
  (text) => {
    expect(convert(text)).toBeUndefined()
  },
)
