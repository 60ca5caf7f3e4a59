import type { OutcomeKind } from '../base/outcome.js'

/** Under which rules one change goes over many machines. */
export interface Policy {
  /** Names of the machines, in the order in which they are started; each once. */
  readonly order: readonly string[]
  /** How many are worked on at the same time; at least 1. */
  readonly parallel: number
}

/** What a scheduler knows: made by `beginSchedule`, changed by `next` only. */
export interface ScheduleState {
  readonly policy: Policy
  /** How many of the order were started. */
  readonly started: number
  readonly running: number
  /** No more machines are to be started. */
  readonly isClosed: boolean
}

/** What happened, in the order in which the executor saw it. */
export type ScheduleEvent =
  | { readonly kind: 'begun' }
  /** The work on a machine that was started has ended. */
  | { readonly kind: 'ended'; readonly machine: string; readonly outcome: OutcomeKind }
  /** Whoever asked for it wants no more. */
  | { readonly kind: 'cancelled' }

/** What the executor is to do now. */
export type Decision =
  /** Start the work on each of these machines. */
  | { readonly kind: 'start'; readonly machines: readonly string[] }
  /** Something runs: tell of the next event. */
  | { readonly kind: 'wait' }
  /** Nothing runs, and nothing will be started: these machines were never reached. */
  | { readonly kind: 'stop'; readonly notReached: readonly string[] }

export function beginSchedule(policy: Policy): ScheduleState {
  return {
    policy: { ...policy, parallel: Math.max(1, policy.parallel) },
    started: 0,
    running: 0,
    isClosed: false,
  }
}

/**
 * Pure: what to do after an event. It has no clock and starts nothing itself, so the same rules drive a pool in
 * one job, and whatever else can tell it what happened. Each machine is started at most once, never more than
 * `parallel` at the same time; after `stop` nothing more has to be told.
 */
export function next(
  state: ScheduleState,
  event: ScheduleEvent,
): { readonly state: ScheduleState; readonly decision: Decision } {
  return decide(take(state, event))
}

function take(state: ScheduleState, event: ScheduleEvent): ScheduleState {
  if (event.kind === 'ended') return { ...state, running: state.running - 1 }
  return event.kind === 'cancelled' ? { ...state, isClosed: true } : state
}

function decide(state: ScheduleState): { readonly state: ScheduleState; readonly decision: Decision } {
  const { policy, started, running, isClosed } = state
  const { order, parallel } = policy
  const machines = isClosed ? [] : order.slice(started, started + parallel - running)
  if (machines.length > 0) {
    const after = { ...state, started: started + machines.length, running: running + machines.length }
    return { state: after, decision: { kind: 'start', machines } }
  }
  if (running > 0) return { state, decision: { kind: 'wait' } }
  return { state, decision: { kind: 'stop', notReached: order.slice(started) } }
}
