import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type GitHubStandIn, startGitHubStandIn } from '../../test/support/github-stand-in.js'
import { makeSkippingClock, type SkippingClock } from '../../test/support/skipping-clock.js'
import { DroverError } from '../base/errors.js'
import { Secret } from '../base/secret.js'
import type { GitHub } from './github.js'
import { makeOctokitGitHub, type OctokitOptions } from './octokit-github.js'

const marker = '<!-- drover: preview demo -->'
let server: GitHubStandIn
let clock: SkippingClock

beforeEach(async () => {
  server = await startGitHubStandIn()
  clock = makeSkippingClock(1000)
})
afterEach(() => server.close())

const open = (part: Partial<OctokitOptions> = {}): Promise<GitHub> =>
  makeOctokitGitHub({
    owner: 'o',
    repo: 'r',
    token: new Secret('token', 'good-token'),
    apiUrl: server.apiUrl,
    clock,
    ...part,
  })

async function failureOf(work: Promise<unknown>): Promise<DroverError> {
  const failure: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (failure instanceof DroverError) return failure
  throw new Error(`expected a DroverError, not ${String(failure)}`)
}

function makeRun(id: number): GitHubStandIn['runs'][number] {
  return {
    id,
    name: 'configure',
    display_title: `configure lo-a by anna (${id})`,
    event: 'push',
    status: 'completed',
    conclusion: 'success',
    html_url: `https://github.example/o/r/actions/runs/${id}`,
    created_at: '2026-11-22T10:00:00Z',
    run_started_at: '2026-11-22T10:01:00Z',
    updated_at: '2026-11-22T10:03:05Z',
    run_attempt: 1,
  }
}

describe('comments', () => {
  test('are found on every page, only those of the own account that begin with the marker, oldest first', async () => {
    for (let count = 0; count < 230; count += 1) server.comment('anna', `word ${count}`)
    const first = server.comment('github-actions[bot]', `${marker}\nfirst`)
    server.comment('mallory', `${marker}\nnot ours`)
    server.comment('another-app[bot]', `${marker}\nnot ours`)
    server.comment('github-actions[bot]', `a word before\n${marker}`)
    server.comment('github-actions[bot]', '<!-- drover: preview demo-2 -->')
    const second = server.comment('github-actions[bot]', `${marker}\nsecond`)
    const github = await open()
    expect(await github.findComments(3, marker)).toEqual([
      { id: first.id, url: first.html_url },
      { id: second.id, url: second.html_url },
    ])
    expect(server.asked.filter(({ method }) => method === 'GET').map(({ path }) => path)).toEqual([
      '/repos/o/r/issues/3/comments?per_page=100&page=1',
      '/repos/o/r/issues/3/comments?per_page=100&page=2',
      '/repos/o/r/issues/3/comments?per_page=100&page=3',
    ])
  })

  test('are made, updated and removed', async () => {
    const github = await open()
    const made = await github.createComment(3, `${marker}\none`)
    expect(await github.updateComment(Number(made.id), `${marker}\ntwo`)).toEqual(made)
    expect(server.comments.map(({ body }) => body)).toEqual([`${marker}\ntwo`])
    await github.deleteComment(Number(made.id))
    expect(server.comments).toEqual([])
  })

  test('that are gone are no failure', async () => {
    const github = await open()
    expect(await github.updateComment(77, 'text')).toBeUndefined()
    await expect(github.deleteComment(77)).resolves.toBeUndefined()
  })
})

describe('runs', () => {
  test('of a period are read page by page, with what the history shows', async () => {
    server.runs.push(...Array.from({ length: 101 }, (_, index) => makeRun(index + 1)))
    server.runs.push({ ...makeRun(900), created_at: '2026-10-01T00:00:00Z' })
    const github = await open()
    const runs = await github.listRuns({ from: '2026-11-22T00:00:00Z', to: '2026-11-22T23:00:00Z' })
    expect(runs).toHaveLength(101)
    expect(runs[0]).toEqual({
      id: '1',
      workflow: 'configure',
      title: 'configure lo-a by anna (1)',
      event: 'push',
      conclusion: 'success',
      url: 'https://github.example/o/r/actions/runs/1',
      durationMs: 125_000,
    })
    expect(server.asked).toHaveLength(2)
  })

  test.each([
    ['that has not ended shows its status and no duration', { status: 'in_progress', conclusion: null }],
  ])('one %s', async (_name, part) => {
    server.runs.push({ ...makeRun(5), ...part, name: null })
    const run = await (await open()).findRun('5')
    expect(run).toMatchObject({ conclusion: 'in_progress', workflow: '' })
    expect(run).not.toHaveProperty('durationMs')
  })

  test('one that GitHub has no more is undefined', async () => {
    expect(await (await open()).findRun('404')).toBeUndefined()
  })
})

describe('deployments', () => {
  test('are made without merging anything or waiting for checks, and get a status', async () => {
    const github = await open()
    const id = await github.createDeployment({
      environment: 'production',
      commit: 'c0ffee',
      description: 'configure',
    })
    await github.setDeploymentStatus({
      deployment: id,
      state: 'success',
      description: '2 changed',
      logUrl: 'https://github.example/run',
    })
    expect(server.deployments).toEqual([
      {
        id,
        asked: {
          ref: 'c0ffee',
          environment: 'production',
          description: 'configure',
          auto_merge: false,
          required_contexts: [],
        },
        statuses: [{ state: 'success', description: '2 changed', log_url: 'https://github.example/run' }],
      },
    ])
  })

  test('are not made twice when an answer is lost', async () => {
    server.faults.push({ late: true, answer: 'cut' })
    const github = await open()
    const making = github.createDeployment({ environment: 'production', commit: 'c0ffee', description: '' })
    expect(await failureOf(making)).toMatchObject({ reason: 'github-unreachable' })
    expect(server.deployments).toHaveLength(1)
    expect(server.asked).toHaveLength(1)
  })

  test('are made after a rate limit, which says that nothing was done', async () => {
    server.faults.push({ answer: { status: 429, headers: { 'retry-after': '2' } } })
    const github = await open()
    await github.createDeployment({ environment: 'production', commit: 'c0ffee', description: '' })
    expect(server.deployments).toHaveLength(1)
  })
})

describe('a request that fails', () => {
  beforeEach(() => void server.heads.set(3, 'abc'))

  test.each([
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['a cut connection', 'cut'],
    ['half an answer', 'truncate'],
    ['no answer in time', 'hang'],
  ] as const)('with %s is tried again', async (_name, answer) => {
    server.faults.push({ answer })
    expect(await (await open({ timeoutMs: 300 })).headOf(3)).toBe('abc')
    expect(server.asked).toHaveLength(2)
  })

  test('because of a rate limit is tried again after the pause that GitHub asks for', async () => {
    server.faults.push({ answer: { status: 403, headers: { 'retry-after': '30' } } })
    const before = clock.elapsed()
    expect(await (await open()).headOf(3)).toBe('abc')
    expect(clock.elapsed() - before).toBeGreaterThan(30_000)
  })

  test('because of a rate limit past the deadline ends at once and says how long it lasts', async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 1800)
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
    server.faults.push({ answer: { status: 403, headers, message: 'API rate limit exceeded' } })
    const failure = await failureOf((await open()).headOf(3))
    expect(failure).toMatchObject({ reason: 'github-throttled', hint: 'Run it again in 30 min.' })
    expect(server.asked).toHaveLength(1)
  })

  test.each([
    ['500 every time', { status: 500, message: 'Server Error' }, 'github-failed', 5],
    ['no connection every time', 'cut', 'github-unreachable', 5],
    ['403', { status: 403, message: 'Resource not accessible by integration' }, 'not-permitted', 1],
    ['404', { status: 404, message: 'Not Found' }, 'github-failed', 1],
    ['422', { status: 422, message: 'Validation Failed' }, 'github-failed', 1],
  ] as const)('with %s ends with a reason', async (_name, answer, reason, tries) => {
    server.faults.push(...Array.from({ length: 9 }, () => ({ answer })))
    const failure = await failureOf((await open()).headOf(3))
    expect(failure.reason).toBe(reason)
    expect(failure.message).toMatch(/^github: pull request 3: /)
    expect(server.asked).toHaveLength(tries)
  })

  test('without any answer ends with its reason', async () => {
    server.faults.push(...Array.from({ length: 9 }, () => ({ answer: 'hang' }) as const))
    const failure = await failureOf((await open({ timeoutMs: 50 })).headOf(3))
    expect(failure).toMatchObject({
      reason: 'github-unreachable',
      message: 'github: pull request 3: no answer in time',
    })
  })

  test('because nothing listens there ends with its reason', async () => {
    const closed = await startGitHubStandIn()
    await closed.close()
    const failure = await failureOf((await open({ apiUrl: closed.apiUrl })).headOf(3))
    expect(failure).toMatchObject({
      reason: 'github-unreachable',
      message: 'github: pull request 3: no connection could be made: ECONNREFUSED',
    })
  })

  test('because of a wrong token says so, and neither its text nor the error holds the token', async () => {
    const token = 'ghp_canaryCanary42'
    server.faults.push({ answer: { status: 401, message: `Bad credentials: ${token}` } })
    const failure = await failureOf((await open({ token: new Secret('token', token) })).headOf(3))
    expect(failure).toMatchObject({
      reason: 'not-permitted',
      message: 'github: pull request 3: answered 401: Bad credentials: ***',
      hint: 'Ensure that the token is whole and has not expired.',
    })
    expect(inspect(failure, { depth: 20, showHidden: true })).not.toContain(token)
    expect(server.asked).toHaveLength(1)
  })

  test('because the run was cancelled ends with that, at once', async () => {
    const cancel = new AbortController()
    server.onRequest = () => cancel.abort(new DroverError('run: was cancelled', { reason: 'cancelled' }))
    server.faults.push({ answer: 'hang' })
    const failure = await failureOf((await open({ signal: cancel.signal })).headOf(3))
    expect(failure.reason).toBe('cancelled')
    expect(server.asked).toHaveLength(1)
  })
})
