import { expect, test } from 'vitest'
import type { Finding } from '../result-data.js'
import { plainPaint } from './paint.js'
import { renderFindings } from './render-findings.js'

test('each finding is a line, and the same way out of several is said once', () => {
  const findings: readonly Finding[] = [
    { state: 'ok', about: 'checkout', message: 'fine' },
    { state: 'problem', about: 'a.yml', message: 'is missing', hint: 'Sync.' },
    { state: 'problem', about: 'b.yml', message: 'edited\u001b[2J', hint: 'Sync.', detail: '-a\n+b' },
  ]
  const lines = renderFindings({ kind: 'findings', findings, next: ['git push'] }, plainPaint)
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
