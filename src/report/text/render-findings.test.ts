import { expect, test } from 'vitest'
import type { Report } from '../report.js'
import { plainPaint } from './paint.js'
import { renderFindings } from './render-findings.js'

const report: Report = {
  operation: 'doctor',
  run: { id: '1', attempt: 1, actor: 'ann' },
  kind: 'ok',
  reason: 'already-so',
  message: '',
  exitCode: 0,
  outcomes: [],
  problems: [],
  durationMs: 1,
}

test('each finding is a line, and a hint that several findings share is given once', () => {
  const findings = [
    { state: 'ok', about: 'checkout', message: 'fine' },
    { state: 'problem', about: 'a.yml', message: 'is missing', hint: 'Sync.' },
    { state: 'problem', about: 'b.yml', message: 'edited\u001b[2J', hint: 'Sync.', detail: '-a\n+b' },
  ]
  const lines = renderFindings({ ...report, data: { findings, next: ['git push'] } }, plainPaint)
  expect(lines).toEqual([
    'ok       checkout  fine',
    'problem  a.yml     is missing',
    expect.stringMatching(/^problem {2}b\.yml {5}edited/),
    '    | -a',
    '    | +b',
    '    hint: Sync.',
    '',
    'What is left for you:',
    '  git push',
  ])
  expect(lines.join('')).not.toContain('\u001b')
})

test('data of another operation is no finding', () => {
  expect(renderFindings({ ...report, data: [{ time: 'x' }] }, plainPaint)).toEqual([])
  expect(renderFindings(report, plainPaint)).toEqual([])
})
