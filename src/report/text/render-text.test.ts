import { expect, test } from 'vitest'
import type { Outcome } from '../../base/outcome.js'
import type { CertificateData } from '../../base/outcome-data.js'
import type { Report } from '../report.js'
import { plainPaint } from './paint.js'
import { renderText } from './render-text.js'

const options = { paint: plainPaint, plan: false }

function outcome(machine: string, part: Partial<Outcome> = {}): Outcome {
  return {
    machine,
    operation: 'configure',
    kind: 'changed',
    reason: 'done',
    message: '2 files put',
    steps: [],
    durationMs: 1234,
    ...part,
  }
}

function report(part: Partial<Report> = {}): Report {
  return {
    operation: 'configure',
    run: { id: 'local-1', attempt: 1, actor: 'ann' },
    kind: 'changed',
    reason: 'done',
    message: '1 changed',
    exitCode: 0,
    outcomes: [outcome('lo-a')],
    problems: [],
    durationMs: 1234,
    ...part,
  }
}

test('the end table puts what failed first, with step, tail of its detail and hint', () => {
  const detail = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`).join('\n')
  const failed = outcome('lo-b', {
    kind: 'failed',
    reason: 'validation-failed',
    message: '"nginx -t" exited with 1',
    hint: 'mend nginx.conf',
    steps: [
      { kind: 'stage', text: 'stage', status: 'ok' },
      { kind: 'stage', text: 'validate', status: 'failed', detail },
    ],
  })
  const text = renderText(
    report({ exitCode: 1, commit: '1a2b3c4d5e', outcomes: [outcome('lo-a'), failed] }),
    options,
  )
  expect(text.split('\n')).toEqual([
    'lo-b  failed   1.2 s  "nginx -t" exited with 1 (validation-failed)',
    '    at step: validate',
    '    | … 8 lines before',
    ...Array.from({ length: 12 }, (_, index) => `    | line ${index + 9}`),
    '    hint: mend nginx.conf',
    'lo-a  changed  1.2 s  2 files put',
    '',
    'configure: 1 changed, 1 failed · exit 1 · commit 1a2b3c4',
    '',
  ])
})

test('the end table names the place at fault once', () => {
  const at = { file: 'flock.yml', line: 3, column: 5 }
  const failed = { kind: 'failed', reason: 'missing-variable', at } as const
  expect(
    renderText(report({ outcomes: [outcome('a', { ...failed, message: 'no "port"' })] }), options),
  ).toContain('flock.yml:3:5: no "port"')
  const said = renderText(
    report({ outcomes: [outcome('a', { ...failed, message: 'flock.yml:3: no "port"' })] }),
    options,
  )
  expect(said.match(/flock\.yml/g)).toHaveLength(1)
})

test('the end table keeps escape sequences and commands of the runner out', () => {
  const text = renderText(
    report({
      exitCode: 1,
      outcomes: [
        outcome('lo-a', {
          kind: 'failed',
          reason: 'command-failed',
          message: 'bad\u001b[2J\nnews',
          steps: [
            {
              kind: 'stage',
              text: 'x',
              status: 'failed',
              detail: '::error::gotcha\r##[group]x\u001b]0;title\u0007',
            },
          ],
        }),
      ],
    }),
    options,
  )
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  expect(text).not.toContain('##[group]')
  expect(text).not.toMatch(/^\s*::/m)
  expect(text).toContain('bad news')
})

test('the end table says how a run ended that looked at no machine', () => {
  const text = renderText(
    report({ kind: 'failed', reason: 'branch-missing', exitCode: 2, outcomes: [] }),
    options,
  )
  expect(text).toBe('configure: failed (branch-missing) · exit 2\n')
  expect(renderText(report({ outcomes: [], message: 'no machines' }), options)).toBe(
    'configure: no machines · exit 0\n',
  )
})

const answer = (stdout: string, code = 0): Partial<Outcome> => ({
  operation: 'run',
  kind: code === 0 ? 'ok' : 'failed',
  reason: code === 0 ? 'done' : 'command-failed',
  message: `the command exited with ${code}`,
  data: { kind: 'answer', code, signal: null, stdout, stderr: '', truncated: false },
})

test('machines that answered the same are grouped, the largest group first', () => {
  const outcomes = [
    outcome('d', answer('other\n', 1)),
    outcome('a', answer('Linux\n')),
    outcome('b', answer('Linux\n')),
    outcome('c', answer('Linux\n')),
  ]
  const text = renderText(report({ operation: 'run', exitCode: 1, outcomes }), options)
  expect(text.split('\n')).toEqual([
    '3 machines answered the same and exited with 0: a, b, c',
    '  | Linux',
    'd answered and exited with 1',
    '  | other',
    '',
    'd  failed  1.2 s  the command exited with 1 (command-failed)',
    '',
    'run: 3 ok, 1 failed · exit 1',
    '',
  ])
})

test('answers with different exit statuses are not the same answer', () => {
  const outcomes = [outcome('a', answer('x')), outcome('b', answer('x', 2))]
  expect(renderText(report({ operation: 'run', outcomes }), options)).not.toContain('2 machines')
})

test('an answer that was cut says so', () => {
  const data = {
    kind: 'answer',
    code: 0,
    signal: null,
    stdout: 'x',
    stderr: 'warned',
    truncated: true,
  } as const
  const text = renderText(report({ outcomes: [outcome('a', { kind: 'ok', data })] }), options)
  expect(text).toContain('  ! warned\n  … the output was too long and is cut')
})

test('list shows a row for each machine in order of the flock', () => {
  const outcomes = [
    outcome('lo-b', {
      kind: 'ok',
      data: {
        kind: 'presence',
        groups: [],
        provider: 'local',
        presence: 'running',
        wanted: true,
        address: '10.0.0.2',
        applied: { config: 'abcdef0123', time: '2026-11-21T10:00:00Z', outcome: 'changed' },
      },
    }),
    outcome('lo-a', {
      kind: 'ok',
      data: { kind: 'presence', groups: [], provider: 'local', presence: 'absent', wanted: false },
    }),
  ]
  expect(renderText(report({ operation: 'list', outcomes }), options).split('\n')).toEqual([
    'MACHINE                  PRESENCE  PROVIDER  ADDRESS   CONFIG   OUTCOME  APPLIED',
    'lo-b                     running   local     10.0.0.2  abcdef0  changed  2026-11-21T10:00:00Z',
    'lo-a (not in flock.yml)  absent    local     -         -        -        -',
    '',
    'list: 2 ok · exit 0',
    '',
  ])
})

test('list has a column for certificates when some machine has one', () => {
  const machine = (name: string, certificate: { readonly certificate?: CertificateData }): Outcome =>
    outcome(name, {
      kind: 'ok',
      data: {
        kind: 'presence',
        groups: [],
        provider: 'local',
        presence: 'running',
        wanted: true,
        ...certificate,
      },
    })
  const days = (
    daysLeft: number,
    urgency: CertificateData['urgency'],
  ): { readonly certificate: CertificateData } => ({
    certificate: { names: [], issuer: 'CA', notAfter: '2027-02-18T10:20:31Z', daysLeft, urgency },
  })
  const outcomes = [machine('a', days(89, 'fine')), machine('b', {}), machine('c', days(-1, 'expired'))]
  const lines = renderText(report({ operation: 'list', outcomes }), options).split('\n')
  expect(lines.slice(0, 4)).toEqual([
    'MACHINE  PRESENCE  PROVIDER  ADDRESS  CERTIFICATE  CONFIG  OUTCOME  APPLIED',
    'a        running   local     -        89 days      -       -        -',
    'b        running   local     -        -            -       -        -',
    'c        running   local     -        expired      -       -        -',
  ])
})

test('plan shows each change with its diff and what follows', () => {
  const changes = [
    { path: '/etc/a.conf', action: 'replace', diff: '--- a\n+++ b\n-old\n+new\n', after: ['reload nginx'] },
    { path: '/etc/b', action: 'create', after: [] },
  ]
  const outcomes = [
    outcome('lo-a', {
      kind: 'ok',
      data: { kind: 'plan', digest: 'd1', changes, followUps: [], stampOnly: false },
    }),
  ]
  const text = renderText(report({ operation: 'preview', outcomes }), { ...options, plan: true })
  expect(text.split('\n').slice(0, 8)).toEqual([
    'lo-a: 2 changes, plan d1',
    '  replace /etc/a.conf, then reload nginx',
    '    --- a',
    '    +++ b',
    '    -old',
    '    +new',
    '  create /etc/b',
    '',
  ])
})

test('a plan that changes nothing is a row of the table', () => {
  const outcomes = [
    outcome('lo-a', {
      kind: 'ok',
      message: 'nothing to do',
      data: { kind: 'plan', digest: 'd', changes: [], followUps: [], stampOnly: false },
    }),
  ]
  expect(renderText(report({ operation: 'preview', outcomes }), { ...options, plan: true })).toContain(
    'lo-a  ok  1.2 s  nothing to do',
  )
})

test('history shows a row for each event', () => {
  const event = {
    time: '2026-11-21T10:00:00Z',
    machine: 'lo-a',
    operation: 'configure',
    outcome: 'changed',
    reason: 'done',
    message: '2 files put',
    duration_ms: 900,
    config: 'abcdef0123',
    run_id: '77',
    run_attempt: 1,
    actor: 'ann',
    record: 'r',
  } as const
  const text = renderText(
    report({
      operation: 'history',
      outcomes: [],
      message: '1 event',
      data: { kind: 'events', events: [event] },
    }),
    options,
  )
  expect(text).toContain(
    '2026-11-21T10:00:00Z  lo-a     configure  changed  0.9 s  abcdef0  77   ann    2 files put',
  )
  expect(text).toMatch(/history: 1 event · exit 0\n$/)
})
