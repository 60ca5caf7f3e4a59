import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomeKinds } from '../base/outcome.js'
import { beginSchedule, type Decision, next, type Policy, type ScheduleEvent } from './schedule.js'

interface History {
  readonly started: readonly string[]
  readonly notReached: readonly string[]
  readonly maxRunning: number
  readonly startedAfterCancel: number
}

/** Plays a schedule to its end; `choices` say which running machine ends next, and when the run is cancelled. */
function play(policy: Policy, choices: readonly number[], cancelAt?: number): History {
  let state = beginSchedule(policy)
  const running: string[] = []
  const started: string[] = []
  let maxRunning = 0
  let startedAfterCancel = 0
  let isCancelled = false
  const tell = (event: ScheduleEvent): Decision => {
    const told = next(state, event)
    state = told.state
    const { decision } = told
    if (decision.kind === 'start') {
      running.push(...decision.machines)
      started.push(...decision.machines)
      if (isCancelled) startedAfterCancel += decision.machines.length
    }
    maxRunning = Math.max(maxRunning, running.length)
    return decision
  }
  let decision = tell({ kind: 'begun' })
  for (let turn = 0; decision.kind !== 'stop'; turn += 1) {
    if (turn > policy.order.length * 2 + 2) throw new Error('the schedule does not end')
    if (turn === cancelAt && !isCancelled) {
      isCancelled = true
      decision = tell({ kind: 'cancelled' })
      continue
    }
    const choice = choices[turn % Math.max(1, choices.length)] ?? 0
    const [machine = ''] = running.splice(choice % running.length, 1)
    decision = tell({ kind: 'ended', machine, outcome: outcomeKinds[choice % outcomeKinds.length] ?? 'ok' })
  }
  return { started, notReached: decision.notReached, maxRunning, startedAfterCancel }
}

const policies = fc.record({
  order: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 40 }),
  parallel: fc.integer({ min: -1, max: 50 }),
})

test('a schedule starts every machine once, in order, and ends, whatever the machines do', () => {
  fc.assert(
    fc.property(policies, fc.array(fc.nat(100)), (policy, choices) => {
      const { started, notReached } = play(policy, choices)
      expect(started).toEqual(policy.order)
      expect(notReached).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('a schedule never works on more machines at the same time than its policy says, and on at least one', () => {
  fc.assert(
    fc.property(policies, fc.array(fc.nat(100)), (policy, choices) => {
      const limit = Math.min(policy.order.length, Math.max(1, policy.parallel))
      expect(play(policy, choices).maxRunning).toBe(limit)
    }),
    { numRuns: 2000 },
  )
})

test('after a cancel no machine is started, and each one that was not reached is named', () => {
  fc.assert(
    fc.property(policies, fc.array(fc.nat(100)), fc.nat(60), (policy, choices, cancelAt) => {
      const { started, notReached, startedAfterCancel } = play(policy, choices, cancelAt)
      expect(startedAfterCancel).toBe(0)
      expect([...started, ...notReached]).toEqual(policy.order)
    }),
    { numRuns: 2000 },
  )
})

test('a schedule of no machines stops at once', () => {
  const { decision } = next(beginSchedule({ order: [], parallel: 3 }), { kind: 'begun' })
  expect(decision).toEqual({ kind: 'stop', notReached: [] })
})

test('the same events give the same decisions', () => {
  const begun = next(beginSchedule({ order: ['a', 'b', 'c'], parallel: 2 }), { kind: 'begun' })
  expect(begun.decision).toEqual({ kind: 'start', machines: ['a', 'b'] })
  const ended = { kind: 'ended', machine: 'b', outcome: 'failed' } as const
  expect(next(begun.state, ended)).toEqual(next(begun.state, ended))
  expect(next(begun.state, ended).decision).toEqual({ kind: 'start', machines: ['c'] })
})
