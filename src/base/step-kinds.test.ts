import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isStepKind } from './step-kinds.js'

/** How code would decide on the text of a step: by a comparison, a part, a pattern. */
const decisions = [
  /\bsteps?\b[^\n]{0,20}\.text\b[^\n]{0,10}(?:===|!==|\.(?:startsWith|endsWith|includes|match|search)\()/,
  /\.test\([^)\n]*\bstep\b/,
  /(?:failed|step)\??\.(?:name|text)\??\.(?:startsWith|endsWith|includes|match)\(/,
]

test('nothing decides on the text of a step', () => {
  const source = join(import.meta.dirname, '..')
  const guilty = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) => {
      const lines = readFileSync(join(source, path), 'utf8').split('\n')
      return lines.flatMap((line, at) =>
        decisions.some((decision) => decision.test(line)) ? [`${path}:${at + 1}`] : [],
      )
    })
  expect(guilty).toEqual([])
})

test.each(['swap', 'follow-up'])('"%s" is a kind of step', (kind) => {
  expect(isStepKind(kind)).toBe(true)
})

test.each(['toString', '', undefined, 'confirm over a new connection'])('%j is no kind of step', (kind) => {
  expect(isStepKind(kind)).toBe(false)
})
