import pLimit from 'p-limit'
import type { DroverError } from '../base/errors.js'
import type { Outcome } from '../base/outcome.js'
import type { Machine } from '../flock/flock.js'
import type { LedgerRecord } from '../ledger/ledger.js'
import { asDroverError, kindOfFailure, reportDefect } from '../task/failure.js'
import type { Ports } from '../task/ports.js'
import { createTask, type Task, type TaskOutcome } from '../task/task.js'
import { trackCutOff } from './cut-off.js'
import { makeRecorder } from './recorder.js'

export interface FleetWork {
  readonly operation: string
  readonly machines: readonly Machine[]
  readonly parallel: number
  /** Commit of the config branch that is worked from. */
  readonly config: string
  /** True for an operation that leaves a record of each machine. */
  readonly records: boolean
  readonly ownerOfKey: Task['ownerOfKey']
  readonly verb: (task: Task) => Promise<TaskOutcome>
}

export interface TasksResult {
  readonly outcomes: readonly Outcome[]
  readonly commit?: string
  readonly failure?: DroverError
}

/**
 * Does one verb on many machines. Never throws for what happens to a machine:
 * each gets one outcome, also those that were not reached before a cancel.
 */
export async function runFleet(ports: Ports, work: FleetWork): Promise<TasksResult> {
  const recorder = makeRecorder(ports)
  const limit = pLimit(Math.max(1, work.parallel))
  const outcomes = await Promise.all(
    work.machines.map((machine) =>
      limit(async () => {
        const { outcome, record } = await runJob(ports, { work, machine })
        ports.reporter.report({ kind: 'finished', machine: machine.name, outcome })
        if (record !== undefined) recorder.add(record)
        return outcome
      }),
    ),
  )
  return { outcomes, ...(await recorder.close()) }
}

interface OneMachine {
  readonly work: FleetWork
  readonly machine: Machine
}

async function runJob(
  ports: Ports,
  { work, machine }: OneMachine,
): Promise<{ readonly outcome: Outcome; readonly record?: LedgerRecord }> {
  const { clock, reporter } = ports
  const startedMs = clock.elapsed()
  const elapsed = (): number => Math.round(clock.elapsed() - startedMs)
  const { operation, ownerOfKey } = work
  if (ports.signal?.aborted) {
    const task = createTask(machine, { ports, ownerOfKey })
    return { outcome: toOutcome(notTouched, { task, operation, durationMs: elapsed() }) }
  }
  reporter.report({ kind: 'started', machine: machine.name, operation })
  if (!work.records) {
    const task = createTask(machine, { ports, ownerOfKey })
    return { outcome: toOutcome(await attempt(task, work.verb), { task, operation, durationMs: elapsed() }) }
  }
  const frame = {
    id: newRecordId(ports, { operation, machine: machine.name }),
    run: ports.run,
    operation,
    machine: machine.name,
    time: new Date(clock.now()).toISOString(),
    config: work.config,
  }
  const tracked = trackCutOff({ journal: ports.journal, signal: ports.signal, frame, elapsed })
  const task = createTask(machine, { ports: { ...ports, reporter: tracked.reporter(reporter) }, ownerOfKey })
  const done = await attempt(task, work.verb)
  const outcome = toOutcome(done, { task, operation, durationMs: elapsed() })
  const record = { ...frame, ...toRecord(outcome, done) }
  tracked.end(record)
  return { outcome, record }
}

const notTouched: TaskOutcome = {
  kind: kindOfFailure('not-touched'),
  reason: 'not-touched',
  message: 'the run was cancelled before this machine was reached',
}

/** Does the work on one machine; a failure is an end like any other. */
export async function attempt(task: Task, verb: FleetWork['verb']): Promise<TaskOutcome> {
  try {
    return await verb(task)
  } catch (thrown) {
    const error = asDroverError(thrown)
    reportDefect(task.ports, error)
    return failureDone(task, error)
  }
}

/** The machine's name stands before every message already: it is not said twice. */
function failureDone(task: Task, error: DroverError): TaskOutcome {
  const prefix = `${task.machine.name}: `
  const message = error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message
  return {
    kind: kindOfFailure(error.reason),
    reason: error.reason,
    message,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    ...(error.at === undefined ? {} : { at: error.at }),
  }
}

interface Framing {
  readonly task: Task
  readonly operation: string
  readonly durationMs: number
}

function toOutcome(done: TaskOutcome, { task, operation, durationMs }: Framing): Outcome {
  const { clean } = task.ports
  const line = (text: string): string => clean(text).replaceAll(/\s*\n\s*/g, ' ')
  return {
    machine: task.machine.name,
    operation,
    kind: done.kind,
    reason: done.reason,
    message: line(done.message),
    ...(done.hint === undefined ? {} : { hint: line(done.hint) }),
    ...(done.at === undefined ? {} : { at: done.at }),
    ...(done.data === undefined ? {} : { data: done.data }),
    steps: task.steps,
    durationMs: Math.round(durationMs),
  }
}

type Ended = Omit<LedgerRecord, 'id' | 'run' | 'operation' | 'machine' | 'time' | 'config'>

function toRecord(outcome: Outcome, done: TaskOutcome): Ended {
  const { kind, reason, message, durationMs } = outcome
  return {
    outcome: kind,
    reason,
    message,
    durationMs,
    changes: done.changes ?? [],
    ...eventOf(outcome, done),
  }
}

/** More for the log than every record has: what the operation says, and the step that failed. */
function eventOf({ steps }: Outcome, { event }: TaskOutcome): Pick<LedgerRecord, 'event'> {
  const failed = steps.findLast(({ status }) => status === 'failed')
  if (event === undefined && failed === undefined) return {}
  return { event: { ...event, ...(failed === undefined ? {} : { step: failed.name }) } }
}

/** Unique for this machine, operation, run and attempt, and for one that does the same twice. */
export function newRecordId(
  { run, clock }: Pick<Ports, 'run' | 'clock'>,
  { operation, machine }: { readonly operation: string; readonly machine: string },
): string {
  const chance = Math.floor(clock.random() * 0xffffffff)
  return `${run.id}.${run.attempt}.${operation}.${machine}.${chance.toString(16).padStart(8, '0')}`
}
