import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFakeWorld, type RanIn, runIn } from '../../../test/support/fake-world.js'
import { type GitHubStandIn, startGitHubStandIn } from '../../../test/support/github-stand-in.js'
import { commitNamed, githubAt, makeBranch } from '../../../test/support/pull-request-world.js'
import { DroverError } from '../../base/errors.js'
import type { OutcomeKind } from '../../base/outcome.js'
import type { ReasonCode } from '../../base/reasons.js'
import type { LogEvent } from '../../events/log-event.js'
import type { AnyRequest } from '../../request/request.js'
import type { Ports } from '../../task/ports.js'
import { deploymentState } from './deployment.js'

let server: GitHubStandIn
beforeEach(async () => {
  server = await startGitHubStandIn()
})
afterEach(() => server.close())

const event = (machine: string, part: Partial<LogEvent> = {}): LogEvent => ({
  time: '2026-11-22T10:00:00.000Z',
  machine,
  operation: 'configure',
  outcome: 'changed',
  reason: 'done',
  message: 'changed 1 file',
  duration_ms: 1200,
  config: commitNamed('a'),
  run_id: '77',
  run_attempt: 1,
  actor: 'anna',
  record: `77.1.configure.${machine}`,
  ...part,
})

interface Recording {
  readonly events?: readonly LogEvent[]
  readonly asked?: Partial<AnyRequest>
  readonly ports?: Partial<Ports>
  readonly push?: Ports['ledger']['push']
}

function record({ events = [], asked = {}, ports = {}, push }: Recording): Promise<RanIn> {
  const head = commitNamed('f')
  const branch = makeBranch(new Map([[head, { 'flock.yml': 'flock: demo\n' }]]), head)
  const ledger = { ...branch, history: async () => events, ...(push === undefined ? {} : { push }) }
  return runIn(
    makeFakeWorld('flock: demo\n'),
    {
      operation: 'record',
      selectors: ['lo-a', 'lo-b'],
      for: 'configure',
      jobResult: ['success'],
      deployment: true,
      environment: 'production',
      ...asked,
    },
    {
      ports: {
        ledger,
        github: githubAt(server),
        run: { id: '77', attempt: 1, actor: 'anna', url: 'https://github.example/o/r/actions/runs/77' },
        ...ports,
      },
    },
  )
}

const bothGood = [
  event('lo-b', { time: '2026-11-22T10:05:00.000Z', config: commitNamed('b') }),
  event('lo-a'),
]

test('record leaves a deployment of the environment at the commit that the jobs worked from, with status and link', async () => {
  const { result } = await record({ events: bothGood })
  expect(result).toMatchObject({ exitCode: 0, kind: 'changed' })
  expect(server.deployments).toMatchObject([
    {
      asked: {
        ref: commitNamed('b'),
        environment: 'production',
        description: 'configure: 2 changed',
        auto_merge: false,
        required_contexts: [],
      },
      statuses: [
        {
          state: 'success',
          description: 'configure: 2 changed',
          log_url: 'https://github.example/o/r/actions/runs/77',
        },
      ],
    },
  ])
})

test('the deployment of a run in which a machine failed is a failure', async () => {
  const { result } = await record({ events: [event('lo-a')], asked: { jobResult: ['failure'] } })
  expect(result.exitCode).toBe(1)
  expect(server.deployments).toMatchObject([
    { statuses: [{ state: 'failure', description: 'configure: 1 changed, 1 failed' }] },
  ])
})

test('the deployment of a run that never began is inactive, at the head of the branch', async () => {
  await record({ asked: { jobResult: ['skipped'] } })
  expect(server.deployments).toMatchObject([
    { asked: { ref: commitNamed('f') }, statuses: [{ state: 'inactive' }] },
  ])
})

test.each<[string, Partial<AnyRequest>]>([
  ['it is not asked for', { deployment: false }],
  ['only the plan was asked for', { dryRun: true }],
  ['no machine was planned', { selectors: [] }],
  ['the operation changes nothing', { for: 'preview' }],
])('record leaves no deployment when %s', async (_name, asked) => {
  const { result } = await record({ events: bothGood, asked })
  expect(result.exitCode).toBe(0)
  expect(server.asked).toEqual([])
})

test('a deployment without an environment is refused before anything is recorded', async () => {
  const world = makeFakeWorld('flock: demo\n')
  const asked = { operation: 'record', selectors: ['lo-a'], for: 'configure', jobResult: ['success'] }
  const { result, calls } = await runIn(world, { ...asked, deployment: true })
  expect(result).toMatchObject({ exitCode: 2, reason: 'invalid-argument' })
  expect(calls).toEqual([])
})

test.each([
  ['refuses it', /POST .*deployments$/, 'not-permitted'],
  ['refuses its status', /statuses$/, 'not-permitted'],
] as const)(
  'record shows the machines all the same when GitHub %s, and ends with 3',
  async (_name, on, reason) => {
    server.faults.push({ on, answer: { status: 403, message: 'Resource not accessible by integration' } })
    const { result } = await record({ events: bothGood })
    expect(result).toMatchObject({ exitCode: 3, reason })
    expect(result.message).toMatch(/^the deployment of "production" could not be left: github: /)
    expect(result.outcomes.map(({ kind }) => kind)).toEqual(['changed', 'changed'])
  },
)

test('a record that could not be pushed is told before a deployment that could not be left', async () => {
  server.faults.push({ answer: { status: 403 } })
  const push = (): Promise<never> =>
    Promise.reject(new DroverError('push: refused', { reason: 'push-failed' }))
  const { result, progress } = await record({ push })
  expect(result).toMatchObject({ reason: 'push-failed', exitCode: 1 })
  expect(JSON.stringify(progress)).toContain('could not be left')
})

const outcome = (kind: OutcomeKind, reason: ReasonCode): { kind: OutcomeKind; reason: ReasonCode } => ({
  kind,
  reason,
})
const good = outcome('changed', 'done')
const same = outcome('ok', 'already-so')
const bad = outcome('unreachable', 'unreachable')
const untouched = outcome('skipped', 'not-touched')
test.each([
  ['configure', [good, same], 'success'],
  ['configure', [good, bad], 'failure'],
  ['configure', [good, untouched], 'failure'],
  ['configure', [untouched, untouched], 'inactive'],
  ['terminate', [good, same], 'inactive'],
  ['terminate', [good, bad], 'failure'],
] as const)('the state of a deployment by %s with %j is %s', (operation, outcomes, state) => {
  expect(deploymentState(operation, outcomes)).toBe(state)
})
