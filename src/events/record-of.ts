import type { Json, JsonObject } from '../base/json.js'
import type { Outcome } from '../base/outcome.js'
import { isStepKind } from '../base/step-kinds.js'
import type { LogEvent } from './log-event.js'
import type { LedgerRecord, RecordEvent } from './record.js'

/** What a record is of: all but how it ended. */
export type RecordFrame = Pick<LedgerRecord, 'id' | 'run' | 'time' | 'config'>

/** What a record holds beside the outcome. */
export interface RecordBody extends Partial<Pick<LedgerRecord, 'changes' | 'over'>> {
  readonly facts?: JsonObject | undefined
  /** True for what is written down while the work goes on. */
  readonly isNote?: boolean
}

/** An outcome as the ledger takes it. Of its steps the last one that failed is kept. */
export function recordOf(
  outcome: Pick<Outcome, 'machine' | 'operation' | 'kind' | 'reason' | 'message' | 'durationMs' | 'steps'>,
  { changes = [], over, facts, isNote = false, ...frame }: RecordFrame & RecordBody,
): LedgerRecord {
  const { machine, operation, kind, reason, message, durationMs, steps } = outcome
  const failed = steps.findLast(({ status }) => status === 'failed')
  const more = facts === undefined ? {} : { facts }
  const step = failed === undefined ? {} : { step: { kind: failed.kind, text: failed.text } }
  const event: RecordEvent = isNote ? { kind: 'note', ...more } : { kind: 'ended', ...step, ...more }
  return {
    ...frame,
    operation,
    machine,
    outcome: kind,
    reason,
    message,
    durationMs,
    changes,
    ...(over === undefined ? {} : { over }),
    ...(isNote || Object.keys(event).length > 1 ? { event } : {}),
  }
}

/** What `log/` keeps of a record. The record's own keys win over those of the operation. */
export function logEventOf(record: LedgerRecord): LogEvent & JsonObject {
  const { run } = record
  return {
    ...(record.event === undefined ? {} : keysOfEvent(record.event)),
    time: record.time,
    machine: record.machine,
    operation: record.operation,
    outcome: record.outcome,
    reason: record.reason,
    message: record.message,
    duration_ms: Math.round(record.durationMs),
    config: record.config,
    run_id: run.id,
    run_attempt: run.attempt,
    ...(run.url === undefined ? {} : { run_url: run.url }),
    actor: run.actor,
    record: record.id,
  }
}

/** The outcome that a line of `log/` tells of, as far as it tells. */
export function outcomeOfEvent(event: LogEvent): Outcome {
  const { machine, operation, outcome, reason, message, duration_ms, step } = event
  const label = step === undefined ? undefined : labelOf(step, event.step_kind)
  return {
    machine,
    operation,
    kind: outcome,
    reason,
    message,
    steps: label === undefined ? [] : [{ ...label, status: 'failed' }],
    durationMs: duration_ms,
  }
}

/** What an event adds to the keys of its line; back by `eventOfKeys`. */
export function keysOfEvent(event: RecordEvent): JsonObject {
  if (event.kind === 'note') return { ...event.facts, note: true }
  const { facts, step } = event
  return { ...facts, ...(step === undefined ? {} : { step: step.text, step_kind: step.kind }) }
}

/** The event that has these keys, of this or an earlier version. */
export function eventOfKeys({ note, step, step_kind: kind, ...facts }: JsonObject): RecordEvent {
  const more = Object.keys(facts).length === 0 ? {} : { facts }
  if (note === true) return { kind: 'note', ...more }
  return { kind: 'ended', ...(typeof step === 'string' ? { step: labelOf(step, kind) } : {}), ...more }
}

function labelOf(
  text: string,
  kind: Json | undefined,
): NonNullable<Extract<RecordEvent, { kind: 'ended' }>['step']> {
  return { kind: isStepKind(kind) ? kind : 'other', text }
}
