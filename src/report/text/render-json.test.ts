import { expect, test } from 'vitest'
import type { Report } from '../report.js'
import { renderJson, toJsonDocument } from './render-json.js'

const answer = {
  kind: 'answer',
  code: 0,
  signal: null,
  stdout: 'x',
  stderr: '',
  truncated: false,
} as const
const report: Report = {
  operation: 'run',
  run: { id: 'local-1', attempt: 1, actor: 'ann' },
  kind: 'ok',
  reason: 'done',
  message: '1 ok',
  exitCode: 0,
  outcomes: [
    {
      machine: 'a',
      operation: 'run',
      kind: 'ok',
      reason: 'done',
      message: 'm',
      at: { file: 'flock.yml', line: 1 },
      steps: [{ kind: 'stage', text: 'exec', status: 'ok', durationMs: 5 }],
      durationMs: 7,
      data: answer,
    },
  ],
  problems: [{ message: 'p', reason: 'invalid-flock' }],
  durationMs: 9,
}

test('the document has these keys, whatever happened', () => {
  expect(toJsonDocument(report, { detail: 'all' })).toEqual({
    operation: 'run',
    outcome: 'ok',
    reason: 'done',
    message: '1 ok',
    hint: null,
    exitCode: 0,
    durationMs: 9,
    run: { id: 'local-1', attempt: 1, actor: 'ann' },
    commit: null,
    detail: 'all',
    machines: [
      {
        machine: 'a',
        outcome: 'ok',
        reason: 'done',
        message: 'm',
        hint: null,
        at: { file: 'flock.yml', line: 1 },
        durationMs: 7,
        steps: [{ name: 'exec', kind: 'stage', status: 'ok', durationMs: 5 }],
        data: answer,
      },
    ],
    problems: [{ message: 'p', reason: 'invalid-flock', at: null, hint: null }],
    data: null,
  })
})

test('details and machines can be left out of the document', () => {
  const [machine] = toJsonDocument(report, { detail: 'names' }).machines as [object]
  expect(Object.keys(machine)).toEqual([
    'machine',
    'outcome',
    'reason',
    'message',
    'hint',
    'at',
    'durationMs',
  ])
  expect(toJsonDocument(report, { detail: 'none' }).machines).toEqual([])
})

test('nothing in the text of the document can control a terminal', () => {
  const text = renderJson({ a: '\u001b[2J\u009b2J\u202e\u2028' })
  expect(text).not.toMatch(/[\u001b\u009b\u202e\u2028]/)
  expect(JSON.parse(text)).toEqual({ a: '\u001b[2J\u009b2J\u202e\u2028' })
})
