import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf } from '../../test/support/failure-of.js'
import { type GitHubStandIn, startGitHubStandIn } from '../../test/support/github-stand-in.js'
import { openGitHub } from '../../test/support/open-github.js'
import { makeSkippingClock, type SkippingClock } from '../../test/support/skipping-clock.js'
import { DroverError } from '../base/errors.js'
import { Secret } from '../base/secret.js'
import type { GitHub } from './github.js'
import type { OctokitOptions } from './octokit-github.js'

let server: GitHubStandIn
let clock: SkippingClock

beforeEach(async () => {
  server = await startGitHubStandIn()
  server.heads.set(3, 'abc')
  clock = makeSkippingClock(1000)
})
afterEach(() => server.close())

const open = (part: Partial<OctokitOptions> = {}): Promise<GitHub> =>
  openGitHub({ apiUrl: server.apiUrl, clock, ...part })

test.each([
  ['500', { status: 500 }],
  ['502', { status: 502 }],
  ['a cut connection', 'cut'],
  ['half an answer', 'truncate'],
  ['no answer in time', 'hang'],
] as const)('a request that fails with %s is tried again', async (_name, answer) => {
  server.faults.push({ answer })
  expect(await (await open({ timeoutMs: 300 })).headOf(3)).toBe('abc')
  expect(server.asked).toHaveLength(2)
})

test('a request that hits a rate limit is tried again after the pause that GitHub asks for', async () => {
  server.faults.push({ answer: { status: 403, headers: { 'retry-after': '30' } } })
  const before = clock.elapsed()
  expect(await (await open()).headOf(3)).toBe('abc')
  expect(clock.elapsed() - before).toBeGreaterThan(30_000)
})

test('a request that hits a rate limit past the deadline ends at once and says how long the limit lasts', async () => {
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
] as const)('a request that fails with %s ends with a reason', async (_name, answer, reason, tries) => {
  server.faults.push(...Array.from({ length: 9 }, () => ({ answer })))
  const failure = await failureOf((await open()).headOf(3))
  expect(failure.reason).toBe(reason)
  expect(failure.message).toMatch(/^github: pull request 3: /)
  expect(server.asked).toHaveLength(tries)
})

test('a request without any answer ends with its reason', async () => {
  server.faults.push(...Array.from({ length: 9 }, () => ({ answer: 'hang' }) as const))
  const failure = await failureOf((await open({ timeoutMs: 50 })).headOf(3))
  expect(failure).toMatchObject({
    reason: 'github-unreachable',
    message: 'github: pull request 3: no answer in time',
  })
})

test('a request to a port where nothing listens ends with its reason', async () => {
  const closed = await startGitHubStandIn()
  await closed.close()
  const failure = await failureOf((await open({ apiUrl: closed.apiUrl })).headOf(3))
  expect(failure).toMatchObject({
    reason: 'github-unreachable',
    message: 'github: pull request 3: no connection could be made: ECONNREFUSED',
  })
})

test('a request with a wrong token says so, and neither its text nor the error holds the token', async () => {
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

test('a request of a cancelled run ends as cancelled at once', async () => {
  const cancel = new AbortController()
  server.onRequest = () => cancel.abort(new DroverError('run: was cancelled', { reason: 'cancelled' }))
  server.faults.push({ answer: 'hang' })
  const failure = await failureOf((await open({ signal: cancel.signal })).headOf(3))
  expect(failure.reason).toBe('cancelled')
  expect(server.asked).toHaveLength(1)
})
