import { expect, test } from 'vitest'
import type { Outcome } from '../../base/outcome.js'
import type { Report } from '../report.js'
import { githubLimits } from './github-limits.js'
import { renderSummary } from './render-summary.js'

function outcome(machine: string, part: Partial<Outcome> = {}): Outcome {
  return {
    machine,
    operation: 'configure',
    kind: 'changed',
    reason: 'done',
    message: 'done',
    steps: [],
    durationMs: 1000,
    ...part,
  }
}

function report(part: Partial<Report> = {}): Report {
  return {
    operation: 'configure',
    run: { id: '77', attempt: 1, actor: 'ann', url: 'https://github.example/o/r/actions/runs/77' },
    kind: 'changed',
    reason: 'done',
    message: 'done',
    exitCode: 0,
    outcomes: [],
    problems: [],
    durationMs: 2000,
    ...part,
  }
}

test('the job summary is one table, worst first', () => {
  const text = renderSummary(
    report({
      exitCode: 1,
      commit: 'abcdef0123',
      outcomes: [
        outcome('lo-a'),
        outcome('lo-b', { kind: 'failed', reason: 'timed-out', message: 'no answer', hint: 'wait' }),
      ],
    }),
  )
  expect(text).toBe(
    [
      '### configure: 1 changed, 1 failed',
      '',
      'exit 1 · 2.0 s · commit [<code>abcdef0</code>](https://github.example/o/r/commit/abcdef0123) · run [<code>77</code>](https://github.example/o/r/actions/runs/77) by ann',
      '',
      '| Machine | Outcome | Took | What happened |',
      '| --- | --- | --- | --- |',
      '| [<code>lo-b</code>](https://github.example/o/r/commits/abcdef0123/machines/lo-b) | **failed** | 1.0 s | no answer (<code>timed-out</code>)<br>wait |',
      '| [<code>lo-a</code>](https://github.example/o/r/commits/abcdef0123/machines/lo-a) | changed | 1.0 s | done |',
      '',
      'Again, only what did not hold: the button **configure** with the machines',
      '',
      '```',
      'lo-b',
      '```',
      '',
      'or at a shell <code>drover configure lo-b</code>. Jobs that failed can also be run again from the page of the run.',
      '',
      '',
    ].join('\n'),
  )
})

test('the job summary has a column for certificates when some machine has one, and those that end soon stand out', () => {
  const certificate = (daysLeft: number, urgency: string): object => ({
    data: { certificate: { notAfter: '2027-02-18T10:20:31Z', daysLeft, urgency } },
  })
  const text = renderSummary(
    report({
      operation: 'certbot',
      outcomes: [
        outcome('a', certificate(89, 'fine')),
        outcome('b', certificate(1, 'urgent')),
        outcome('c', certificate(-3, 'expired')),
        outcome('d'),
      ],
    }),
  )
  const cells = text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(' | ')[2])
  expect(cells).toEqual(['Certificate', '---', '89 days', '**1 day**', '**expired**', '-'])
})

test('the job summary lists each problem of the input with place and hint', () => {
  const problem = {
    message: 'unknown key "grups"',
    reason: 'invalid-flock',
    at: { file: 'flock.yml', line: 2, column: 1 },
    hint: 'did you mean "groups"?',
  } as const
  const text = renderSummary(report({ kind: 'failed', exitCode: 2, problems: [problem, problem] }))
  expect(text.match(/- \*\*flock\.yml:2:1: unknown key/g)).toHaveLength(1)
  expect(text).toContain('<br>did you mean "groups"?')
})

const hostile: readonly (readonly [string, string, RegExp])[] = [
  ['a pipe', 'a|b', /\| a&#124;b/],
  ['HTML', '<img src=x onerror=y>', /&#60;img/],
  ['backticks', '`x`', /&#96;x&#96;/],
  ['a mention', 'ask @octocat', /@&#8203;octocat/],
  ['a reference', 'see #12', /#&#8203;12/],
  ['a link', '[x](http://e.example)', /&#91;x&#93;\(http:&#8203;\/\//],
  ['an entity', '&lt;b&gt;', /&#38;lt;b&#38;gt;/],
  ['a new row', 'x\n| y | z |', /x &#124; y/],
  ['an escape sequence', 'x\u001b[31my', /\| xy \(/],
]
test.each(hostile)('the job summary shows %s in a message as it is', (_name, message, expected) => {
  const failed = outcome('lo-a', { kind: 'failed', reason: 'command-failed', message })
  const text = renderSummary(report({ exitCode: 1, outcomes: [failed] }))
  expect(text).toMatch(expected)
  const rows = text.split('\n').filter((line) => line.startsWith('|'))
  expect(rows).toHaveLength(3)
  expect(rows[2]?.match(/(?<!\\)\|/g)).toHaveLength(5)
})

test('output of a machine cannot close its block in the job summary', () => {
  const data = {
    kind: 'answer',
    code: 0,
    signal: null,
    stdout: 'a\n````\n</details>\n# x\n',
    stderr: '',
    truncated: false,
  } as const
  const text = renderSummary(report({ operation: 'run', outcomes: [outcome('a', { kind: 'ok', data })] }))
  expect(text).toContain('`````\na\n````\n</details>\n# x\n`````\n')
})

test('the job summary folds the diffs of a plan', () => {
  const changes = [{ path: '/etc/a', action: 'replace', diff: '-old\n+new\n', after: ['reload nginx'] }]
  const text = renderSummary(
    report({
      outcomes: [
        outcome('a', { data: { kind: 'plan', digest: 'd', changes, followUps: [], stampOnly: false } }),
      ],
    }),
  )
  expect(text).toContain('<details><summary>a: 1 change</summary>')
  expect(text).toContain(
    'replace <code>/etc/a</code>, then <code>reload nginx</code>\n\n```diff\n-old\n+new\n```',
  )
})

test('the job summary never is larger than GitHub takes, and says when it is cut', () => {
  const line = `${'ü'.repeat(500)}\n`
  const outcomes = Array.from({ length: 400 }, (_, index) =>
    outcome(`m-${index}`, {
      kind: 'failed',
      reason: 'command-failed',
      steps: [{ kind: 'stage', text: 'x', status: 'failed', detail: line.repeat(20) }],
    }),
  )
  const text = renderSummary(report({ exitCode: 1, outcomes }))
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(githubLimits.summaryBytes)
  expect(Buffer.byteLength(text)).toBeGreaterThan(githubLimits.summaryBytes * 0.9)
  expect(text).toContain('The rest is left out')
  expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length)
  for (const { machine } of outcomes) expect(text).toContain(`<code>${machine}</code>`)
})
