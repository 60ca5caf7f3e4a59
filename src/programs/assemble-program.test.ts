import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assembleProgram, renderValues } from './assemble-program.js'

const from = (files: Readonly<Record<string, string>>) => (name: string) => {
  const text = files[name]
  if (text === undefined) throw new Error(`no ${name}`)
  return text
}

test('parts take the place of the lines that name them, parts of parts too, and comments of heads go', () => {
  const read = from({
    'a/main.sh':
      '#!/bin/sh\n# What it is.\n: "${x:?}"\n. ./a/part.sh\n. ./b/other.sh\n\necho main # kept\n# kept\n',
    'a/part.sh': '#!/bin/sh\n# Gone.\n. ./b/deep.sh\n\npart() { :; }\n',
    'b/deep.sh': '#!/bin/sh\ndeep() { :; }\n',
    'b/other.sh': '#!/bin/sh\nother() { :; }\n',
  })
  expect(assembleProgram('a/main.sh', read)).toBe(
    ': "${x:?}"\ndeep() { :; }\npart() { :; }\nother() { :; }\necho main # kept\n# kept\n',
  )
})

test('a program that is nothing but its parts is whole', () => {
  const read = from({ 'a.sh': '#!/bin/sh\n. ./b.sh\n', 'b.sh': '#!/bin/sh\necho b\n' })
  expect(assembleProgram('a.sh', read)).toBe('echo b')
})

test('nothing behind the head is touched: here-documents, quoted texts and lines that look like a head stay', () => {
  const body = [
    "cat <<'END'",
    '# no comment',
    '. ./no/part.sh',
    '',
    'END',
    "printf '%s\\n' '",
    '# no comment either',
    "'",
    '# a comment',
    'cat <<-END',
    '\t# nor this',
    '\tEND',
    '',
  ].join('\n')
  const text = assembleProgram('a.sh', from({ 'a.sh': `#!/bin/sh\n# Head.\n\n${body}` }))
  expect(text).toBe(body)
  const run = (script: string): string => execFileSync('sh', ['-c', script], { encoding: 'utf8' })
  expect(run(text)).toBe(run(`# Head.\n\n${body}`))
})

test('values arrive as they are, whatever is in them', () => {
  const value = fc.string({ unit: fc.constantFrom(...'a \'"$`\\\n#*;&|~=-(){}!é') })
  fc.assert(
    fc.property(value, fc.array(value, { maxLength: 3 }), (text, list) => {
      const program = `${renderValues({ text, list, number: 7 })}printf '%s\\0' "$text" "$number" "\${list[@]}"`
      const printed = execFileSync('bash', ['-c', program], { encoding: 'utf8' }).split('\0')
      const all = list.length === 0 ? [text, '7', ''] : [text, '7', ...list, '']
      expect(list.length === 0 ? printed.slice(0, 3) : printed).toEqual(all)
    }),
    { numRuns: 60 },
  )
})

test('a name that could be more than a name is refused', () => {
  for (const name of ['a b', 'a;b', 'A', '', '1', 'a-b'])
    expect(() => renderValues({ [name]: 'x' })).toThrow(TypeError)
})
