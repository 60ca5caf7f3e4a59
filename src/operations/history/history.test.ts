import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFakeWorld, type RanIn, runIn } from '../../../test/support/fake-world.js'
import {
  type GitHubStandIn,
  type RunAnswer,
  startGitHubStandIn,
} from '../../../test/support/github-stand-in.js'
import { githubAt, makeBranch } from '../../../test/support/pull-request-world.js'
import type { LogEvent } from '../../events/log-event.js'
import { renderSummary } from '../../report/github/render-summary.js'
import type { EventsData } from '../../report/result-data.js'
import { plainPaint } from '../../report/text/paint.js'
import { renderHistory } from '../../report/text/render-history.js'
import type { Ports } from '../../task/ports.js'

let server: GitHubStandIn
beforeEach(async () => {
  server = await startGitHubStandIn()
})
afterEach(() => server.close())

const event = (run: string, part: Partial<LogEvent> = {}): LogEvent => ({
  time: '2026-11-22T10:02:00.000Z',
  machine: 'lo-a',
  operation: 'configure',
  outcome: 'changed',
  reason: 'done',
  message: 'changed 1 file',
  duration_ms: 1200,
  config: 'c0ffee0123',
  run_id: run,
  run_attempt: 1,
  run_url: `https://github.example/o/r/actions/runs/${run}`,
  actor: 'anna',
  record: `${run}.1.configure.lo-a`,
  ...part,
})

const run = (id: number, part: Partial<RunAnswer> = {}): RunAnswer => ({
  id,
  name: 'Configure',
  display_title: `configure lo-a · by anna (${id})`,
  event: 'workflow_dispatch',
  status: 'completed',
  conclusion: 'success',
  html_url: `https://github.example/o/r/actions/runs/${id}`,
  created_at: '2026-11-22T10:00:00Z',
  run_started_at: '2026-11-22T10:00:00Z',
  updated_at: '2026-11-22T10:03:05Z',
  run_attempt: 1,
  ...part,
})

function history(
  events: readonly LogEvent[],
  { github = githubAt(server), isJoined = true }: { github?: Ports['github']; isJoined?: boolean } = {},
): Promise<RanIn> {
  const ledger = { ...makeBranch(new Map(), ''), history: async () => events }
  const asked = { operation: 'history', selectors: [], github: isJoined, limit: 1000 }
  return runIn(makeFakeWorld('flock: f\n'), asked, { ports: { ledger, github } })
}

/** What the events say of GitHub. */
function eventsOf({ data }: RanIn['result']): EventsData {
  if (data?.kind !== 'events') throw new Error('no events')
  return data
}

const joined = ({ result }: RanIn): readonly unknown[] => eventsOf(result).events.map(({ github }) => github)

const known = (id: number): object => ({
  state: 'known',
  workflow: 'Configure',
  title: `configure lo-a · by anna (${id})`,
  event: 'workflow_dispatch',
  conclusion: 'success',
  url: `https://github.example/o/r/actions/runs/${id}`,
  duration_ms: 185_000,
})

const runCalls = (): readonly string[] => server.asked.map(({ path }) => path.replace(/\?.*/, ''))

test('history joins each event with its run; a run that GitHub has forgotten is expired', async () => {
  server.runs.push(run(1))
  const ran = await history([event('1'), event('1', { machine: 'lo-b' }), event('2')])
  expect(ran.result).toMatchObject({ exitCode: 0, message: '3 events' })
  expect(joined(ran)).toEqual([known(1), known(1), { state: 'expired' }])
  expect(runCalls()).toHaveLength(2)
})

test('history asks for no run at a shell and none of another repository', async () => {
  const elsewhere = event('7', { run_url: 'https://github.example/o/other/actions/runs/7' })
  const ran = await history([event('local-20261122T100000-9f3c'), elsewhere])
  expect(joined(ran)).toEqual([null, null])
  expect(server.asked).toEqual([])
})

test('history reads many runs by pages of their time, and asks one by one only for what these do not show', async () => {
  server.runs.push(...Array.from({ length: 150 }, (_, index) => run(index + 1)))
  // Run again weeks later: it was created before all others.
  server.runs.push(run(900, { created_at: '2026-10-20T10:00:00Z' }))
  const events = Array.from({ length: 150 }, (_, index) => event(String(index + 1)))
  const ran = await history([...events, event('900'), event('901')])
  expect(joined(ran).slice(149)).toEqual([known(150), known(900), { state: 'expired' }])
  expect(runCalls()).toEqual([
    ...['/repos/o/r/actions/runs', '/repos/o/r/actions/runs'],
    ...['/repos/o/r/actions/runs/900', '/repos/o/r/actions/runs/901'],
  ])
})

test('history does not ask for hundreds of expired runs one by one', async () => {
  const ran = await history(Array.from({ length: 300 }, (_, index) => event(String(index + 1))))
  expect(joined(ran).filter((one) => JSON.stringify(one) === '{"state":"expired"}')).toHaveLength(20)
  expect(joined(ran)[299]).toEqual({ state: 'not-asked' })
  expect(runCalls()).toHaveLength(21)
})

test.each([
  ['cannot be reached', { answer: 'cut' }, 'no connection could be made'],
  ['refuses the token', { answer: { status: 401, message: 'Bad credentials' } }, 'answered 401'],
  ['throttles', { answer: { status: 403, headers: { 'retry-after': '3600' } } }, 'answered 403'],
] as const)('history shows the ledger when GitHub %s', async (_name, fault, why) => {
  server.faults.push(...Array.from({ length: 9 }, () => fault))
  const ran = await history([event('1')])
  expect(ran.result.exitCode).toBe(0)
  expect(ran.result.message).toContain(`1 event, without what GitHub knows: github: run 1: ${why}`)
  expect(ran.result.data).toEqual({ kind: 'events', events: [event('1')] })
  expect(ran.progress).toContainEqual(
    expect.objectContaining({ kind: 'notice', level: 'warning', message: expect.stringContaining(why) }),
  )
})

test('history shows the ledger of a repository that is not at GitHub', async () => {
  const ran = await history([event('1')], { github: async () => undefined })
  expect(ran.result).toMatchObject({
    exitCode: 0,
    message: '1 event, without what GitHub knows: the repository is not at GitHub',
  })
})

test('history asks GitHub nothing without --github', async () => {
  const ran = await history([event('1')], { isJoined: false })
  expect(ran.result.data).toEqual({ kind: 'events', events: [event('1')] })
  expect(server.asked).toEqual([])
})

test('history is a table at a terminal and in the summary', async () => {
  server.runs.push(run(1, { display_title: '@org/team\u001b[2J #12 <b>' }))
  const { result } = await history([event('1'), event('2'), event('local-1')])
  expect(renderHistory(eventsOf(result), plainPaint)).toEqual([
    'TIME                      MACHINE  OPERATION  OUTCOME  TOOK   CONFIG   RUN      WORKFLOW   EVENT              CONCLUSION  RAN        ACTOR  MESSAGE         TITLE              LINK',
    '2026-11-22T10:02:00.000Z  lo-a     configure  changed  1.2 s  c0ffee0  1        Configure  workflow_dispatch  success     3 min 5 s  anna   changed 1 file  @org/team #12 <b>  https://github.example/o/r/actions/runs/1',
    '2026-11-22T10:02:00.000Z  lo-a     configure  changed  1.2 s  c0ffee0  2        expired    -                  -           -          anna   changed 1 file  -                  -',
    '2026-11-22T10:02:00.000Z  lo-a     configure  changed  1.2 s  c0ffee0  local-1  -          -                  -           -          anna   changed 1 file  -                  -',
  ])
  const summary = renderSummary(result)
  expect(summary).toContain(
    '| Configure<br>[@&#8203;org/team #&#8203;12 &#60;b&#62;](https://github.example/o/r/actions/runs/1) | workflow&#95;dispatch | success | 3 min 5 s |',
  )
  expect(summary).toContain('| expired | - | - | - |')
})
