import { expect, test } from 'vitest'
import { InputError, type Problem } from './errors.js'
import { createProblemCollector, uniqueProblems } from './problems.js'

const one: Problem = { reason: 'invalid-flock', message: 'wrong', at: { file: 'flock.yml', line: 2 } }

test('a problem that two machines have is told once, and the same words at another place are another problem', () => {
  const elsewhere = { ...one, at: { file: 'flock.yml', line: 3 } }
  expect(uniqueProblems([one, elsewhere, { ...one }])).toEqual([one, elsewhere])
})

test('a collector keeps the problems of all that failed, and passes on what is no problem of the input', () => {
  const { collect, problems } = createProblemCollector()
  const fail = (): never => {
    throw new InputError([one])
  }
  expect([collect(() => 7), collect(fail), collect(fail)]).toEqual([7, undefined, undefined])
  expect(problems()).toEqual([one])
  const defect = new TypeError('defect')
  expect(() =>
    collect(() => {
      throw defect
    }),
  ).toThrow(defect)
})
