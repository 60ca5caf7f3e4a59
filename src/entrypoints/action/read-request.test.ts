import { expect, test } from 'vitest'
import { inputs, variableOf } from './inputs.js'
import { masksOf, parseSecretValues } from './masks.js'
import { readAsked } from './read-request.js'
import { parsePullRequestEvent, parsePushEvent, readRepository, readRun } from './workflow.js'

const good = { INPUT_OPERATION: 'configure', INPUT_MACHINES: 'lo-a, lo-b\n!lo-c' }

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  const asked = readAsked(env)
  return asked.kind === 'refused' ? asked.problems.map(({ message }) => message) : []
}

test('inputs have the names that the runner gives them', () => {
  expect(inputs.map(({ name }) => variableOf(name))).toContain('INPUT_SSH-KEY')
  expect(variableOf('a b')).toBe('INPUT_A_B')
})

test('inputs make a request', () => {
  const asked = readAsked({
    ...good,
    'INPUT_DRY-RUN': 'true',
    INPUT_PARALLEL: '4',
    'INPUT_PLAN-DIGEST': ' d1 ',
    'INPUT_SSH-KEY': 'KEY\n',
    INPUT_SINCE: '',
  })
  expect(asked).toMatchObject({
    kind: 'request',
    request: {
      operation: 'configure',
      selectors: ['lo-a', 'lo-b', '!lo-c'],
      dryRun: true,
      planDigest: new Map([['', 'd1']]),
      parallel: 4,
    },
  })
  expect(asked.kind === 'request' && asked.values.get('ssh-key')).toBe('KEY\n')
  expect(asked.kind === 'request' && asked.request.since).toBeUndefined()
})

test('names typed again are words', () => {
  const asked = readAsked({ INPUT_OPERATION: 'terminate', INPUT_MACHINES: 'a b', INPUT_CONFIRM: 'a, b' })
  expect(asked).toMatchObject({ request: { confirm: ['a', 'b'] } })
})

test('one approved plan is for the only machine, several have a name each', () => {
  const digestsOf = (text: string): unknown => {
    const asked = readAsked({ ...good, 'INPUT_PLAN-DIGEST': text })
    return asked.kind === 'request' ? asked.request.planDigest : asked.problems.map(({ message }) => message)
  }
  expect(digestsOf('d1')).toEqual(new Map([['', 'd1']]))
  expect(digestsOf('a=d1')).toEqual(new Map([['a', 'd1']]))
  expect(digestsOf('a=d1 b=d2\nc=d3')).toEqual(
    new Map([
      ['a', 'd1'],
      ['b', 'd2'],
      ['c', 'd3'],
    ]),
  )
  const refused = ['input "plan-digest": is not understood']
  for (const text of ['d1 d2', 'a=d1 d2', 'a=', '=d1', 'a=b=c']) expect(digestsOf(text)).toEqual(refused)
})

const bad: readonly (readonly [string, NodeJS.ProcessEnv, readonly string[]])[] = [
  ['no operation', {}, ['input "operation": is empty']],
  [
    'a misspelt operation',
    { INPUT_OPERATION: 'confgure' },
    ['input "operation": no operation is named "confgure"'],
  ],
  [
    'an operation for a terminal',
    { INPUT_OPERATION: 'connect' },
    ['input "operation": "connect" needs a terminal'],
  ],
  ['no machines', { INPUT_OPERATION: 'configure' }, ['configure: no machine is named']],
  ['a bad flag', { ...good, 'INPUT_DRY-RUN': 'yes' }, ['input "dry-run": "yes" is not true or false']],
  [
    'a dry run of what cannot be tried',
    { INPUT_OPERATION: 'create', INPUT_MACHINES: 'a', 'INPUT_DRY-RUN': 'true' },
    ['input "dry-run": "create" does not take it'],
  ],
  [
    'secrets that are no object (which are not quoted)',
    { ...good, INPUT_SECRETS: 'hunter2' },
    ['input "secrets": is not a JSON object of texts'],
  ],
  [
    'several mistakes at once',
    { INPUT_OPERATION: 'run', INPUT_PARALLEL: 'x', 'INPUT_PLAN-DIGEST': 'd', INPUT_SECRETS: '{"A":1}' },
    [
      'input "parallel": "x" is not a count',
      'run: no machine is named',
      'run: no command is given',
      'input "plan-digest": "run" does not take it',
      'input "secrets": is not a JSON object of texts',
    ],
  ],
]
test.each(bad)('an action with %s is refused', (_name, env, messages) => {
  expect(problemsOf(env)).toEqual(messages)
})

test('what another operation takes is overlooked, so that one workflow can hand all on', () => {
  const env = {
    INPUT_OPERATION: 'list',
    INPUT_COMMAND: 'uptime',
    INPUT_CONFIRM: 'a',
    'INPUT_DRY-RUN': 'false',
  }
  expect(problemsOf(env)).toEqual([])
  expect(readAsked(env)).not.toHaveProperty('request.command')
})

test('the workflow gives the run: who started it anew, and its page', () => {
  expect(
    readRun({
      GITHUB_RUN_ID: '77',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_ACTOR: 'ann',
      GITHUB_TRIGGERING_ACTOR: 'bob',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'o/r',
    }),
  ).toEqual({ id: '77', attempt: 2, actor: 'bob', url: 'https://github.example/o/r/actions/runs/77' })
  expect(readRun({})).toEqual({ id: 'unknown', attempt: 1, actor: 'unknown' })
  expect(readRepository({})).toBeUndefined()
})

const a = 'a'.repeat(40)
test.each([
  [
    { before: a, after: 'b'.repeat(40) },
    { before: a, after: 'b'.repeat(40) },
  ],
  [
    { before: '0'.repeat(40), after: a },
    { before: '0'.repeat(40), after: a },
  ],
  [{ before: a, after: '0'.repeat(40) }, { before: a }],
  [{ before: '--upload-pack=x', after: 7 }, {}],
  [[], {}],
])('the workflow gives the commits of the push %j', (event, commits) => {
  expect(parsePushEvent(JSON.stringify(event))).toEqual(commits)
})

const pull = {
  number: 3,
  head: { sha: 'b'.repeat(40), repo: { id: 7 } },
  base: { sha: a, repo: { id: 7 } },
}
const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: 'c'.repeat(40) }
const parse = (pullRequest: unknown, around: NodeJS.ProcessEnv = env): unknown =>
  parsePullRequestEvent(JSON.stringify({ pull_request: pullRequest }), around)

test('the workflow gives the pull request, with the commit of the trial merge', () => {
  expect(parse(pull)).toEqual({
    before: a,
    pullRequest: { number: 3, head: 'b'.repeat(40), base: a, merged: 'c'.repeat(40), isFork: false },
  })
})

test.each([
  ['is in another repository', { id: 8 }],
  ['was deleted', null],
  ['is not told', undefined],
])('a pull request whose repository %s counts as one from a fork', (_name, repo) => {
  expect(parse({ ...pull, head: { ...pull.head, repo } })).toMatchObject({ pullRequest: { isFork: true } })
})

test('GITHUB_SHA is taken for the trial merge only in the event pull_request', () => {
  const target = { ...env, GITHUB_EVENT_NAME: 'pull_request_target' }
  expect(parse(pull, target)).toMatchObject({ pullRequest: { merged: 'b'.repeat(40) } })
})

test.each([[undefined], [{ ...pull, number: '3' }], [{ ...pull, head: { sha: '-x' } }]])(
  'the workflow gives no pull request for %j',
  (event) => {
    expect(parse(event)).toBeUndefined()
  },
)

test.each<[string, readonly string[]]>([
  ['secret', ['secret']],
  ['', []],
  ['abc', []],
  ['line one\nline two\n', ['line one\nline two\n']],
  ['{\n  "key": "value"\n}', ['  "key": "value"']],
])('the secret %j is masked by %j', (value, masks) => {
  expect(masksOf(value)).toEqual(masks)
})

test('the values of the input "secrets" are texts by name', () => {
  expect(parseSecretValues('{"A":"x","B":"y"}')).toEqual(['x', 'y'])
  for (const text of ['[]', '"x"', 'null', '{', '{"A":{"B":"c"}}'])
    expect(parseSecretValues(text)).toBeUndefined()
})
