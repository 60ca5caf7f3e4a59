import { type Instance, TerminateInstancesCommand } from '@aws-sdk/client-ec2'
import { expect, test } from 'vitest'
import { DroverError } from '../../src/base/errors.js'
import type { JsonObject } from '../../src/base/json.js'
import type { ReasonCode } from '../../src/base/reasons.js'
import { type Ec2Calls, makeEc2Calls } from '../../src/providers/ec2/ec2-calls.js'
import type { Provider, ProviderMachine } from '../../src/providers/provider.js'
import type { Fault } from '../support/aws/aws-faults.ts'
import { describeAws } from '../support/aws/describe-aws.ts'
import { useEc2Bench } from '../support/aws/ec2-bench.ts'
import { awsRegion } from '../support/aws/moto.ts'
import { makeSkippingClock, type SkippingClock } from '../support/skipping-clock.ts'

// Twelve classes of errors, before and after the call has its effect, ten machines each, all at once.
// Half of them meet the error a few times, the others in every call of their first run.

const speed = 50
const repetitions = 10
interface Process {
  readonly clock: SkippingClock
  readonly calls: Ec2Calls
}
const hostKeys = ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG5ldw']

interface ErrorClass {
  readonly name: string
  /** In turns, one for each machine. */
  readonly faults: readonly [Fault, ...Fault[]]
  /** The end of a launch that meets it a few times before its effect. */
  readonly passing: 'made' | ReasonCode
  /** And of one that meets it each time. */
  readonly lasting: ReasonCode
  readonly hint: RegExp
}

const unanswered = { passing: 'made', lasting: 'provider-unreachable' } as const
const classes: readonly ErrorClass[] = [
  {
    name: 'InsufficientInstanceCapacity',
    faults: ['insufficient-capacity'],
    passing: 'made',
    lasting: 'out-of-capacity',
    hint: /more zones or types/,
  },
  {
    name: 'VcpuLimitExceeded, InstanceLimitExceeded',
    faults: ['vcpu-limit', 'instance-limit'],
    passing: 'over-quota',
    lasting: 'over-quota',
    hint: /higher quota/,
  },
  {
    name: 'RequestLimitExceeded',
    faults: ['throttle'],
    passing: 'made',
    lasting: 'provider-throttled',
    hint: /try later/,
  },
  {
    name: 'UnauthorizedOperation',
    faults: ['unauthorized'],
    passing: 'not-permitted',
    lasting: 'not-permitted',
    hint: /"ec2:RunInstances"/,
  },
  {
    name: 'AuthFailure, ExpiredToken, RequestExpired',
    faults: ['auth-failure', 'expired-token', 'request-expired'],
    passing: 'no-credentials',
    lasting: 'no-credentials',
    hint: /configure-aws-credentials/,
  },
  {
    name: 'InvalidParameterValue',
    faults: ['invalid-parameter'],
    passing: 'invalid-settings',
    lasting: 'invalid-settings',
    hint: /flock\.yml/,
  },
  { name: 'InternalError', faults: ['internal-error'], ...unanswered, hint: /try again/ },
  { name: 'ServiceUnavailable', faults: ['unavailable'], ...unanswered, hint: /try again/ },
  { name: 'no answer in time', faults: ['timeout'], ...unanswered, hint: /reaches the AWS API/ },
  { name: 'a connection that is cut', faults: ['reset'], ...unanswered, hint: /reaches the AWS API/ },
]

describeAws('twelve classes of errors of EC2', () => {
  const bench = useEc2Bench({ isFresh: true })
  const { instances } = bench

  const tagOf = ({ Tags = [] }: Instance, key: string): string | undefined =>
    Tags.find(({ Key }) => Key === key)?.Value
  const isLiving = ({ State }: Instance): boolean => State?.Name !== 'terminated'

  const zones = ['a', 'b', 'c']
  const settingsOf = (repetition: number): JsonObject => ({
    ...bench.settings(),
    zones: zones.map((_zone, at) => `${awsRegion}${zones[(at + repetition) % 3]}`),
    types: repetition % 2 === 0 ? ['t3.small', 't3a.small'] : ['t3a.small', 't3.small'],
  })
  /** Calls of a process of its own. */
  const makeProcess = (): Process => {
    const clock = makeSkippingClock(speed)
    // The SDK slows itself down when it is throttled, on a clock of its own.
    return { clock, calls: makeEc2Calls({ clock, deadlineMs: 15_000 }) }
  }
  /** A process that gives up a launch call at once, as if it had waited until its deadline. */
  const impatient = (): Process => {
    const { clock, calls } = makeProcess()
    const launches = makeEc2Calls({ clock, requestMs: 500 })
    const call: Ec2Calls['call'] = async (name, options) => {
      if (name !== 'RunInstances') return calls.call(name, options)
      try {
        return await launches.call(name, options)
      } catch (error) {
        if ((error as { readonly code?: string }).code === 'ETIMEDOUT') clock.skip(29_500)
        throw error
      }
    }
    return { clock, calls: { call } }
  }

  /** A launch of one machine, by a run that knows only what the runs before it remembered. */
  const wanted = Array.from({ length: repetitions }, (_, repetition) => ({
    repetition,
    name: `m-${repetition}`,
    isLasting: repetition >= repetitions / 2,
  }))
  type Wanted = (typeof wanted)[number]
  interface Run {
    readonly runId: string
    readonly memory: JsonObject[]
    readonly settings?: JsonObject
    readonly process?: Process
    readonly steps?: string[]
  }
  const open = ({ name, repetition }: Wanted, process: Process): Provider => {
    const machines = [{ name, settings: settingsOf(repetition), user: 'admin', port: 22 }]
    return bench.open({ scope: { machines }, ...process })
  }
  const launch = async (
    one: Wanted,
    { runId, memory, settings, process = makeProcess(), steps = [] }: Run,
  ): Promise<ProviderMachine | Error> => {
    const remembered = memory.at(-1)
    const request = bench.request({
      name: one.name,
      runId,
      settings: settings ?? settingsOf(one.repetition),
      remember: async (intent) => void memory.push(intent),
      onStep: (step) => void steps.push(step),
      ...(remembered === undefined ? {} : { remembered }),
    })
    return open(one, process)
      .launch(request)
      .catch((error: Error) => error)
  }
  const isOf =
    (name: string) =>
    (call: { readonly params: Readonly<Record<string, string>> }): boolean =>
      Object.entries(call.params).some(
        ([key, value]) => value === name && call.params[key.replace(/Value$/, 'Key')] === 'drover:machine',
      )

  /** The living machines are those of the launches that succeeded, one each, with all their tags. */
  const expectLiving = async (ends: readonly (ProviderMachine | Error)[], made = 1): Promise<void> => {
    const all = await instances()
    const living = all.filter(isLiving)
    const succeeded = ends.filter((end): end is ProviderMachine => !(end instanceof Error))
    expect(living.map(({ InstanceId }) => InstanceId).sort()).toEqual(
      succeeded.map(({ identity }) => identity.id).sort(),
    )
    expect(new Set(succeeded.map(({ name }) => name)).size).toBe(succeeded.length)
    expect(all).toHaveLength(made * succeeded.length)
    for (const instance of living) {
      const name = tagOf(instance, 'drover:machine') ?? ''
      expect(wanted.map((one) => one.name)).toContain(name)
      expect(tagOf(instance, 'Name')).toBe(`${bench.flock}-${name}`)
      expect(tagOf(instance, 'drover:run')).toBe('run-1')
      expect(Date.parse(tagOf(instance, 'drover:expires') ?? '')).toBeGreaterThan(Date.now())
      expect(tagOf(instance, 'drover:host-key')).toMatch(/^ssh-ed25519 AAAA/)
    }
  }

  /** The next run has no fault: it takes over the machines that exist, makes the others, and completes all. */
  const expectNextRun = async (
    ends: readonly (ProviderMachine | Error)[],
    { memories, made = 1 }: { readonly memories: readonly JsonObject[][]; readonly made?: number },
  ): Promise<void> => {
    bench.proxy.clear()
    const process = makeProcess()
    const again = await Promise.all(
      wanted.map(async (one, at) => {
        const seen = await launch(one, { runId: 'run-2', memory: memories[at] ?? [], process })
        if (seen instanceof Error) throw seen
        await open(one, process).complete?.({ name: one.name, id: seen.identity.id, hostKeys })
        return seen.identity.id
      }),
    )
    for (const [at, end] of ends.entries())
      if (!(end instanceof Error)) expect(again[at]).toBe(end.identity.id)
    const all = await instances()
    const living = all.filter(isLiving)
    expect(living.map(({ InstanceId }) => InstanceId).sort()).toEqual([...again].sort())
    expect(new Set(living.map((one) => tagOf(one, 'drover:machine'))).size).toBe(repetitions)
    expect(all).toHaveLength(made * repetitions)
    for (const instance of living) expect(tagOf(instance, 'drover:expires')).toBeUndefined()
  }

  const grid = classes.flatMap((one) =>
    (['before', 'after'] as const).map((at) => [one.name, at, one] as const),
  )
  test.each(grid)(
    'a launch makes one machine at most when EC2 answers %s, %s the effect',
    async (_name, at, { faults, passing, lasting, hint }) => {
      const memories = wanted.map((): JsonObject[] => [])
      for (const { name, repetition, isLasting } of wanted) {
        const fault = faults[repetition % faults.length] ?? faults[0]
        const times = isLasting ? 10_000 : 1 + (repetition % 3)
        bench.proxy.inject({ action: 'RunInstances', fault, at, times, when: isOf(name) })
      }
      const process = faults.includes('timeout') ? impatient : makeProcess
      const ends = await Promise.all(
        wanted.map((one, index) =>
          launch(one, { runId: 'run-1', memory: memories[index] ?? [], process: process() }),
        ),
      )
      for (const { name, isLasting } of wanted) {
        const isMet = bench.proxy.calls.some((call) => call.fault !== undefined && isOf(name)(call))
        expect(isMet, `${name} met the error`).toBe(true)
        const expected = at === 'after' ? 'made' : isLasting ? lasting : passing
        expectEnd(ends[Number(name.slice(2))], { name, expected, hint })
      }
      await expectLiving(ends)
      await expectNextRun(ends, { memories })
    },
  )

  test('a machine is made once when it is not visible for a while (InvalidInstanceID.NotFound, before)', async () => {
    const memories = wanted.map((): JsonObject[] => [])
    bench.proxy.delays.visibilityMs = 600
    const ends = await Promise.all(
      wanted.map((one, index) => launch(one, { runId: 'run-1', memory: memories[index] ?? [] })),
    )
    for (const end of ends) expect(end).toMatchObject({ presence: 'running' })
    expect(bench.proxy.calls.filter(({ action }) => action === 'RunInstances')).toHaveLength(repetitions)
    await expectLiving(ends)
    await expectNextRun(ends, { memories })
  })

  test('a machine is made once when the answer is lost too (InvalidInstanceID.NotFound, after)', async () => {
    const memories = wanted.map((): JsonObject[] => [])
    bench.proxy.delays.visibilityMs = 600
    for (const { name, repetition } of wanted) {
      const fault = repetition % 2 === 0 ? 'reset' : 'insufficient-capacity'
      bench.proxy.inject({ action: 'RunInstances', fault, at: 'after', when: isOf(name) })
    }
    const ends = await Promise.all(
      wanted.map((one, index) => launch(one, { runId: 'run-1', memory: memories[index] ?? [] })),
    )
    for (const end of ends) expect(end).toMatchObject({ presence: 'running' })
    await expectLiving(ends)
    await expectNextRun(ends, { memories })
  })

  /** A process that is killed when EC2 has made its machine. */
  const dying = (): Process => {
    const { clock, calls } = makeProcess()
    const call: Ec2Calls['call'] = async (name, options) => {
      const answer = await calls.call(name, options)
      if (name === 'RunInstances') throw new Error('killed')
      return answer
    }
    return { clock, calls: { call } }
  }
  /** EC2 shows nothing until it is asked to launch. */
  const blind = (): Process => {
    const { clock, calls } = makeProcess()
    let isBlind = true
    const call: Ec2Calls['call'] = async (name, options) => {
      if (name === 'RunInstances') isBlind = false
      const answer = await calls.call(name, options)
      return isBlind && name === 'DescribeInstances' ? { ...answer, Reservations: [] } : answer
    }
    return { clock, calls: { call } }
  }
  /** Its credentials expire when EC2 has made its machine. */
  const expiring = (): Process => {
    const { clock, calls } = makeProcess()
    let isExpired = false
    const call: Ec2Calls['call'] = async (name, options) => {
      if (isExpired) bench.proxy.inject({ action: name, fault: 'request-expired' })
      const answer = await calls.call(name, options)
      isExpired ||= name === 'RunInstances'
      return answer
    }
    return { clock, calls: { call } }
  }

  test('a launch takes the machine that its token made (IdempotentParameterMismatch)', async () => {
    const memories = wanted.map((): JsonObject[] => [])
    const ends = await Promise.all(
      wanted.map(async (one, index) => {
        const memory = memories[index] ?? []
        expect(await launch(one, { runId: 'run-1', memory, process: dying() })).toMatchObject({
          message: 'killed',
        })
        const steps: string[] = []
        const settings = { ...settingsOf(one.repetition), tags: { changed: 'meanwhile' } }
        const end = await launch(one, { runId: 'run-2', memory, settings, process: blind(), steps })
        expect(steps).toContain('find the machine of an earlier launch')
        return end
      }),
    )
    for (const end of ends) expect(end).toMatchObject({ presence: 'running' })
    await expectLiving(ends)
    await expectNextRun(ends, { memories })
  })

  test('a launch does not use a token again whose machine is gone (IdempotentInstanceTerminated)', async () => {
    const memories = wanted.map((): JsonObject[] => [])
    await Promise.all(
      wanted.map((one, index) =>
        launch(one, { runId: 'run-1', memory: memories[index] ?? [], process: dying() }),
      ),
    )
    const first = (await instances()).flatMap(({ InstanceId = '' }) => InstanceId)
    expect(first).toHaveLength(repetitions)
    await bench.ec2.send(new TerminateInstancesCommand({ InstanceIds: first }))
    const ends = await Promise.all(
      wanted.map((one, index) => launch(one, { runId: 'run-1', memory: memories[index] ?? [] })),
    )
    for (const end of ends) expect(end).toMatchObject({ presence: 'running' })
    for (const memory of memories) expect(new Set(memory.map(({ nonce }) => nonce)).size).toBe(2)
    await expectLiving(ends, 2)
    await expectNextRun(ends, { memories, made: 2 })
  })

  test('a machine whose credentials expired between the effect and the answer is taken over by the next run', async () => {
    const memories = wanted.map((): JsonObject[] => [])
    const ends = await Promise.all(
      wanted.map((one, index) =>
        launch(one, { runId: 'run-1', memory: memories[index] ?? [], process: expiring() }),
      ),
    )
    for (const end of ends) expect(end).toMatchObject({ reason: 'no-credentials' })
    expect((await instances()).filter(isLiving)).toHaveLength(repetitions)
    await expectNextRun(ends, { memories })
  })
})

interface Expected {
  readonly name: string
  readonly expected: 'made' | ReasonCode
  readonly hint: RegExp
}

function expectEnd(end: ProviderMachine | Error | undefined, { name, expected, hint }: Expected): void {
  if (expected === 'made') {
    expect(end).toMatchObject({ name, presence: 'running' })
    return
  }
  expect(end).toBeInstanceOf(DroverError)
  expect(end).toMatchObject({ reason: expected, hint: expect.stringMatching(hint) })
  expect((end as Error).message).toMatch(new RegExp(`^${name}: `))
}
