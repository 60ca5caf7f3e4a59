import { expect, test } from 'vitest'
import type { Outcome } from '../../base/outcome.js'
import { githubLimits } from './github-limits.js'
import { type Preview, previewMarker, renderPreview } from './render-plan-comment.js'

const digest = 'd'.repeat(64)

interface Change {
  readonly path: string
  readonly action: string
  readonly diff?: string
  readonly after: string[]
}

const diffOf = (lines: readonly string[]): string =>
  ['===', '--- /etc/x\tfound', '+++ /etc/x\tdesired', '@@ -1,2 +1,2 @@', ...lines, ''].join('\n')

const change = (lines: readonly string[], path = '/etc/nginx/site.conf'): Change => ({
  path,
  action: 'replace',
  diff: diffOf(lines),
  after: ['reload nginx'],
})

const planned = (machine: string, changes: readonly Change[]): Outcome => ({
  machine,
  operation: 'preview',
  kind: 'ok',
  reason: 'planned',
  message: changes.length === 0 ? 'only the stamp is to be written' : `${changes.length} files to change`,
  steps: [],
  durationMs: 10,
  data: {
    kind: 'plan',
    digest,
    changes: changes.map((one) => ({ ...one })),
    followUps: [],
    stampOnly: false,
  },
})
const upToDate = (machine: string): Outcome => ({
  ...planned(machine, []),
  reason: 'already-so',
  message: 'nothing to do',
})
const failed = (machine: string, part: Partial<Outcome> = {}): Outcome => {
  const { data, ...rest } = planned(machine, [])
  return {
    ...rest,
    kind: 'unreachable',
    reason: 'unreachable',
    message: 'no connection',
    hint: 'wait',
    ...part,
  }
}

const render = (part: Partial<Preview>): string =>
  renderPreview({
    flock: 'demo',
    head: 'abcdef0123456789',
    run: { id: '77', attempt: 1, actor: 'ann', url: 'https://github.example/o/r/actions/runs/77' },
    outcomes: [],
    problems: [],
    ...part,
  })

test('the comment of a plan groups machines by identical diff, the largest group first, and gives every digest', () => {
  const text = render({
    outcomes: [
      planned('lo-x', [change(['-old', '+other'])]),
      planned('lo-a', [change(['-old', '+new'])]),
      planned('lo-b', [change(['-old', '+new'])]),
      upToDate('lo-c'),
      failed('lo-d'),
      failed('lo-e'),
    ],
  })
  expect(text).toBe(
    [
      '<!-- drover: preview demo -->',
      '### What `configure` would do to demo',
      '',
      '**3 machines would change** (2 alike, 1 differ), 1 machine as they should be, **2 machines could not be previewed**.',
      '',
      'For commit <code>abcdef0</code> · run [<code>77</code>](https://github.example/o/r/actions/runs/77)',
      '',
      '- <code>lo-d</code>, <code>lo-e</code>: no connection (<code>unreachable</code>)<br>wait',
      '',
      '#### 2 machines: 1 file, +1 −1 lines',
      '',
      '<code>lo-a</code>, <code>lo-b</code>',
      '',
      'replace <code>/etc/nginx/site.conf</code>, then <code>reload nginx</code>',
      '',
      '```diff',
      '@@ -1,2 +1,2 @@',
      '-old',
      '+new',
      '```',
      '',
      '#### 1 machine: 1 file, +1 −1 lines',
      '',
      'Other than above: <code>lo-x</code>',
      '',
      'replace <code>/etc/nginx/site.conf</code>, then <code>reload nginx</code>',
      '',
      '```diff',
      '@@ -1,2 +1,2 @@',
      '-old',
      '+other',
      '```',
      '',
      '**As they should be:** <code>lo-c</code>',
      '',
      '<details><summary>Plan digests of 4 machines, for the input plan-digest of configure</summary>',
      '',
      '```text',
      ...['lo-x', 'lo-a', 'lo-b', 'lo-c'].map((name) => `${name}=${digest}`),
      '```',
      '',
      '</details>',
      '',
      '',
    ].join('\n'),
  )
})

test('the comment of a plan says that a change concerns no machine', () => {
  expect(render({})).toContain('No machine is concerned.')
})

test('the comment of a plan lists what is wrong with a refused change, with place and hint', () => {
  const text = render({
    problems: [
      {
        message: 'unknown key "grups"',
        reason: 'invalid-flock',
        at: { file: 'flock.yml', line: 2, column: 1 },
        hint: 'did you mean "groups"?',
      },
    ],
  })
  expect(text).toContain('**Nothing: this is refused before any machine is looked at.**')
  expect(text).toContain(
    '- flock.yml:2:1: unknown key "grups" (<code>invalid-flock</code>)<br>did you mean "groups"?\n',
  )
})

test('the comment of a plan tells machines that get only the stamp from those that need nothing', () => {
  const text = render({ outcomes: [planned('lo-a', []), upToDate('lo-b')] })
  expect(text).toContain('#### 1 machine: only the stamp is to be written')
  expect(text).toContain('**As they should be:** <code>lo-b</code>')
})

test('the comment of a plan folds a long diff and says how much of a very long one is left out', () => {
  const lines = Array.from({ length: 500 }, (_, index) => `+line ${index}`)
  const text = render({ outcomes: [planned('lo-a', [change(lines)])] })
  expect(text).toContain('<details><summary>501 lines</summary>')
  expect(text).toContain('+line 298\n… 201 more lines\n```')
})

test.each([
  ['many machines', Array.from({ length: 350 }, (_, i) => planned(`lo-${i}`, [change([`+${i}`])]))],
  ['more digests than fit', Array.from({ length: 3000 }, (_, i) => upToDate(`lo-${i}`))],
  [
    'many long files',
    Array.from({ length: 9 }, (_, i) =>
      planned(`lo-${i}`, [change(Array.from({ length: 400 }, (_, n) => `+${i} ${n} ${'é😀'.repeat(300)}`))]),
    ),
  ],
  [
    'many different failures',
    Array.from({ length: 900 }, (_, i) => failed(`lo-${i}`, { message: `${i} ${'<'.repeat(490)}` })),
  ],
])('the comment of a plan is never longer than GitHub takes: %s', (_name, outcomes) => {
  const text = render({ outcomes })
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(githubLimits.commentBytes)
  expect(text).toMatch(
    /The rest is left out: GitHub takes at most 65,536|too long for a comment|more different failures/,
  )
  // Cut between blocks: every fence and every fold that is opened is closed.
  expect((text.match(/^```/gm) ?? []).length % 2).toBe(0)
  expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0)
})

test('the comment of a plan keeps the digests when diffs are cut', () => {
  const outcomes = Array.from({ length: 300 }, (_, i) =>
    planned(`lo-${i}`, [change(Array.from({ length: 20 }, (_, n) => `+${i} ${n}`))]),
  )
  const text = render({ outcomes })
  expect(text).toContain('The rest is left out')
  expect(text.match(/^lo-\d+=d{64}$/gm)).toHaveLength(300)
})

const evil = [
  'fixes #12, closes GH-13, see o/r#14',
  '@anna @org/team',
  '</code><script>alert(1)</script><img src=x onerror=alert(1)>',
  '[x](https://evil.example) https://evil.example www.evil.example',
  '**bold** _it_ `code` ~~no~~ $x$ | cell',
  '-->\n<!-- drover: preview demo -->\n# title\n```\n@anna #15',
  '::error::x',
].join('\n')

const outside = (text: string): string => text.replace(/^(`{3,})[a-z]*\n[\s\S]*?^\1$/gm, '')

test.each([
  ['a message', render({ outcomes: [failed('lo-a', { message: evil, hint: evil })] })],
  ['a problem', render({ problems: [{ message: evil, hint: evil, reason: 'invalid-flock' }] })],
  [
    'a path and a command',
    render({ outcomes: [planned('lo-a', [{ ...change(['+x'], evil), action: evil, after: [evil] }])] }),
  ],
  ['a diff', render({ outcomes: [planned('lo-a', [change(evil.split('\n').map((line) => `+${line}`))])] })],
  ['a diff with no sign', render({ outcomes: [planned('lo-a', [{ ...change([]), diff: evil }])] })],
])(
  'text of machines and files in the comment cannot mention, refer, link, format or open HTML: %s',
  (_name, text) => {
    const markdown = outside(text)
    expect(markdown.startsWith(`${previewMarker('demo')}\n`)).toBe(true)
    expect(markdown.slice(5)).not.toContain('<!--')
    expect(markdown).not.toMatch(/@(?!&#8203;)\w/)
    expect(markdown).not.toMatch(/(?<!&)#\d|\bGH-\d/i)
    expect(markdown).not.toMatch(/<(?!\/?(?:code|details|summary|br)>|!--)/)
    expect(markdown).not.toMatch(/\]\([^)]*evil|https:\/\/evil|www\.evil/)
    expect(markdown).not.toMatch(/\*\*bold|_it_|^# title/m)
  },
)
