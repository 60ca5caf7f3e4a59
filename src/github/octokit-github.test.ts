import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf } from '../../test/support/failure-of.js'
import { type GitHubStandIn, startGitHubStandIn } from '../../test/support/github-stand-in.js'
import { openGitHub } from '../../test/support/open-github.js'
import { makeSkippingClock, type SkippingClock } from '../../test/support/skipping-clock.js'
import type { GitHub } from './github.js'
import type { OctokitOptions } from './octokit-github.js'

const marker = '<!-- drover: preview demo -->'
let server: GitHubStandIn
let clock: SkippingClock

beforeEach(async () => {
  server = await startGitHubStandIn()
  clock = makeSkippingClock(1000)
})
afterEach(() => server.close())

const open = (part: Partial<OctokitOptions> = {}): Promise<GitHub> =>
  openGitHub({ apiUrl: server.apiUrl, clock, ...part })

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

test('comments are found on every page, only those of the own account that begin with the marker, oldest first', async () => {
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

test('comments are created, updated and removed', async () => {
  const github = await open()
  const made = await github.createComment(3, `${marker}\none`)
  expect(await github.updateComment(Number(made.id), `${marker}\ntwo`)).toEqual(made)
  expect(server.comments.map(({ body }) => body)).toEqual([`${marker}\ntwo`])
  await github.deleteComment(Number(made.id))
  expect(server.comments).toEqual([])
})

test('comments that no longer exist are no failure', async () => {
  const github = await open()
  expect(await github.updateComment(77, 'text')).toBeUndefined()
  await expect(github.deleteComment(77)).resolves.toBeUndefined()
})

test('runs of a period are read page by page, with what the history shows', async () => {
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
])('a run %s', async (_name, part) => {
  server.runs.push({ ...makeRun(5), ...part, name: null })
  const run = await (await open()).findRun('5')
  expect(run).toMatchObject({ conclusion: 'in_progress', workflow: '' })
  expect(run).not.toHaveProperty('durationMs')
})

test('a run that GitHub no longer has is undefined', async () => {
  expect(await (await open()).findRun('404')).toBeUndefined()
})

test('deployments are created without merging anything or waiting for checks, and get a status', async () => {
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

test('a deployment is not created twice when an answer is lost', async () => {
  server.faults.push({ late: true, answer: 'cut' })
  const github = await open()
  const making = github.createDeployment({ environment: 'production', commit: 'c0ffee', description: '' })
  expect(await failureOf(making)).toMatchObject({ reason: 'github-unreachable' })
  expect(server.deployments).toHaveLength(1)
  expect(server.asked).toHaveLength(1)
})

test('a deployment is created after a rate limit, which says that nothing was done', async () => {
  server.faults.push({ answer: { status: 429, headers: { 'retry-after': '2' } } })
  const github = await open()
  await github.createDeployment({ environment: 'production', commit: 'c0ffee', description: '' })
  expect(server.deployments).toHaveLength(1)
})
