import { expect, test } from 'vitest'
import type { Outcome } from '../../base/outcome.js'
import type { Report } from '../../report/report.js'
import { annotationsOf } from './annotations.js'
import { outputsOf } from './outputs.js'
import { lightRunner } from './runner.js'

const report: Report = {
  operation: 'configure',
  run: { id: '1', attempt: 1, actor: 'ann' },
  kind: 'failed',
  reason: 'command-failed',
  message: 'm',
  exitCode: 1,
  outcomes: [],
  problems: [],
  durationMs: 1,
}

function failed(machine: string, part: Partial<Outcome> = {}): Outcome {
  return {
    machine,
    operation: 'configure',
    kind: 'failed',
    reason: 'command-failed',
    message: 'it broke',
    steps: [],
    durationMs: 1,
    ...part,
  }
}

test('a problem is on its file and line, with the way out', () => {
  const at = { file: 'config/all/files.yml', line: 3, column: 2 }
  const problem = { message: 'no such key', reason: 'invalid-manifest', at, hint: 'mend it' } as const
  expect(annotationsOf({ ...report, problems: [problem, problem] })).toEqual([
    {
      level: 'error',
      title: 'drover configure',
      message: 'config/all/files.yml:3:2: no such key\nmend it',
      at,
    },
  ])
})

test.each(['toolkit/config/all/files.yml', '/etc/passwd', '../flock.yml', 'config/../../x', 'flock.yml/x'])(
  'no annotation is put on %s, which is not of the branch',
  (file) => {
    const [annotation] = annotationsOf({
      ...report,
      problems: [{ message: 'm', reason: 'invalid-flock', at: { file } }],
    })
    expect(annotation).not.toHaveProperty('at')
    expect(annotation?.message).toContain(file)
  },
)

test('what many machines have is one annotation', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const found = annotationsOf({
    ...report,
    outcomes: [...names.map((name) => failed(name)), failed('f', { kind: 'skipped', reason: 'not-touched' })],
  })
  expect(found.map(({ level, title }) => [level, title])).toEqual([
    ['error', 'configure: a, b, c and 2 more'],
    ['warning', 'configure: f'],
  ])
})

test('no more than GitHub shows: ten of a level, 4096 characters', () => {
  const many = Array.from({ length: 25 }, (_, index) =>
    failed(`m-${index}`, { message: `${index} ${'x'.repeat(5000)}` }),
  )
  const found = annotationsOf({ ...report, outcomes: many })
  expect(found).toHaveLength(10)
  expect(found.at(-1)?.message).toBe('16 more: see the job summary')
  for (const { message } of found) expect(message.length).toBeLessThanOrEqual(4096)
})

test('what a machine said can be no command to the runner', () => {
  const lines: string[] = []
  const runner = lightRunner({}, (text) => lines.push(text))
  const message = '::stop\n::set-output name=a::b\u001b[1m%0A,:'
  for (const annotation of annotationsOf({ ...report, outcomes: [failed('a,b::c', { message })] })) {
    runner.annotate(annotation)
  }
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^::error title=configure%3A a%2Cb%3A%3Ac::/)
  expect(lines[0]).toContain('%250A,:')
  expect(lines.join('').trimEnd()).not.toContain('\n')
})

test('outputs name the machines and stay small', () => {
  const outcomes = [
    failed('a', { kind: 'changed', reason: 'done' }),
    failed('b'),
    failed('c', { kind: 'skipped' }),
  ]
  expect(outputsOf({ ...report, outcomes, commit: 'abc' })).toMatchObject({
    outcome: 'failed',
    'reason-code': 'command-failed',
    changed: '["a"]',
    failed: '["b","c"]',
    commit: 'abc',
  })
  const answer = { kind: 'answer', code: 1, signal: null, stderr: '', truncated: false } as const
  const wordy = failed('a', { data: { ...answer, stdout: 'x'.repeat(200_000) } })
  expect(JSON.parse(outputsOf({ ...report, outcomes: [wordy] }).result)).toMatchObject({ detail: 'names' })
  const crowd = Array.from({ length: 2000 }, (_, index) => failed(`m-${index}`))
  const { result } = outputsOf({ ...report, outcomes: crowd })
  expect(JSON.parse(result)).toMatchObject({ detail: 'none', machines: [] })
  expect(result).not.toContain('\n')
})
