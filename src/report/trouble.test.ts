import { expect, test } from 'vitest'
import { formatDuration } from './duration.js'
import type { Report } from './report.js'
import { plainPaint } from './text/paint.js'
import { renderProblems, runProblems, withPlace } from './trouble.js'

const report: Report = {
  operation: 'configure',
  run: { id: '1', attempt: 1, actor: 'ann' },
  kind: 'failed',
  reason: 'push-failed',
  message: 'ledger: the record could not be pushed',
  hint: 'run "drover replay"',
  exitCode: 3,
  outcomes: [
    {
      machine: 'a',
      operation: 'configure',
      kind: 'ok',
      reason: 'already-so',
      message: 'm',
      steps: [],
      durationMs: 1,
    },
  ],
  problems: [],
  durationMs: 1,
}

test('a run that failed although its machines did not says why', () => {
  expect(renderProblems(report, plainPaint)).toBe(
    'error: ledger: the record could not be pushed\n  hint: run "drover replay"\n',
  )
})

test('a message that a machine has already is not repeated for the run', () => {
  expect(runProblems({ ...report, reason: 'already-so', exitCode: 1 })).toEqual([])
  expect(runProblems({ ...report, exitCode: 0 })).toEqual([])
})

test('each problem is named once, with its place', () => {
  const problem = {
    message: 'no such key',
    reason: 'invalid-flock',
    at: { file: 'flock.yml', line: 2 },
  } as const
  const other = { ...problem, at: { file: 'flock.yml', line: 3 } }
  expect(renderProblems({ ...report, problems: [problem, problem, other] }, plainPaint)).toBe(
    'error: flock.yml:2: no such key\nerror: flock.yml:3: no such key\n',
  )
})

test.each([
  ['flock.yml: unknown key', 'flock.yml:3:1: unknown key'],
  ['unknown key', 'flock.yml:3:1: unknown key'],
  ['the key in flock.yml is unknown', 'the key in flock.yml is unknown'],
])('the place of %j is named once, with its line', (message, text) => {
  expect(withPlace({ message, at: { file: 'flock.yml', line: 3, column: 1 } })).toBe(text)
})

test.each([
  [0, '0.0 s'],
  [9949, '9.9 s'],
  [9950, '10 s'],
  [59_400, '59 s'],
  [59_600, '1 min 0 s'],
  [185_000, '3 min 5 s'],
  [7_830_000, '2 h 10 min'],
])('%d ms is written as %s', (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text)
})
