import { kindOfFailure } from '../base/failure.js'
import type { Outcome } from '../base/outcome.js'
import { cleanTexts, cleanUnion } from '../base/text/clean-texts.js'
import { ownerOfKey } from '../branch/flock-view.js'
import type { LedgerRecord } from '../events/record.js'
import { recordOf } from '../events/record-of.js'
import type { Machine } from '../flock/flock.js'
import type { FleetWork, ResultDraft } from '../operations/operation.js'
import { attempt } from '../task/attempt.js'
import type { BranchPorts, RecordPorts, ReportPorts, TaskPorts } from '../task/ports.js'
import { newRecordId } from '../task/record-id.js'
import { makeRecorder } from '../task/recorder.js'
import { createTask, type Task, type TaskOutcome } from '../task/task.js'
import { cleanReporter } from './clean-reporter.js'
import { trackCutOff } from './cut-off.js'
import { executeSchedule } from './execute-schedule.js'

export type TasksPorts = TaskPorts & Pick<BranchPorts, 'ledger'> & RecordPorts

export interface TasksResult extends ResultDraft {
  readonly outcomes: readonly Outcome[]
}

/**
 * Does one verb on many machines. Never throws for what happens to a machine:
 * each gets one outcome, also those that were not reached before a cancel.
 */
export async function runTasks(ports: TasksPorts, work: FleetWork): Promise<TasksResult> {
  const recorder = makeRecorder(ports)
  const owner = ownerOfKey(work.view)
  const outcomes = new Map<string, Outcome>()
  const byName = new Map(work.machines.map((machine) => [machine.name, machine]))
  const take = async (name: string): Promise<Outcome> => {
    const machine = byName.get(name)
    if (machine === undefined) throw new Error(`the scheduler named "${name}", which was not in its order`)
    const { outcome, record } = await runTask(ports, { work, machine, ownerOfKey: owner })
    outcomes.set(name, outcome)
    ports.reporter.report({ kind: 'finished', machine: name, outcome })
    if (record !== undefined) recorder.add(record)
    return outcome
  }
  const notReached = await executeSchedule(
    { order: [...byName.keys()], parallel: work.parallel },
    { start: async (name) => (await take(name)).kind, signal: ports.signal },
  )
  // Each still gets its outcome: that it was not touched.
  for (const name of notReached) await take(name)
  return {
    outcomes: work.machines.flatMap(({ name }) => outcomes.get(name) ?? []),
    ...(await recorder.close()),
  }
}

interface OneMachine {
  readonly work: FleetWork
  readonly ownerOfKey: Task['ownerOfKey']
  readonly machine: Machine
}

async function runTask(
  ports: TasksPorts,
  { work, machine, ownerOfKey: owner }: OneMachine,
): Promise<{ readonly outcome: Outcome; readonly record?: LedgerRecord }> {
  const { clock, reporter } = ports
  const startedMs = clock.elapsed()
  const elapsed = (): number => Math.round(clock.elapsed() - startedMs)
  const { operation, view } = work
  if (ports.signal?.aborted) {
    const task = createTask(machine, { ports, ownerOfKey: owner, operation })
    return { outcome: toOutcome(notTouched, { task, durationMs: elapsed() }) }
  }
  reporter.report({ kind: 'started', machine: machine.name, operation })
  if (!work.records) {
    const task = createTask(machine, {
      ports: { ...ports, reporter: cleanReporter(ports) },
      ownerOfKey: owner,
      operation,
    })
    return { outcome: toOutcome(await attempt(task, work.work), { task, durationMs: elapsed() }) }
  }
  const frame = {
    id: newRecordId(ports, { operation, machine: machine.name }),
    run: ports.run,
    time: new Date(clock.now()).toISOString(),
    config: view.snapshot.commit,
  }
  const tracked = trackCutOff({
    journal: ports.journal,
    signal: ports.signal,
    machine: machine.name,
    operation,
    frame,
    elapsed,
  })
  const task = createTask(machine, {
    ports: {
      ...ports,
      reporter: cleanReporter({ reporter: tracked.reporter(reporter), clean: ports.clean }),
    },
    ownerOfKey: owner,
    operation,
  })
  const done = await attempt(task, work.work)
  const outcome = toOutcome(done, { task, durationMs: elapsed() })
  const record = recordOf(outcome, { ...frame, changes: done.changes ?? [], facts: cleanEvent(done, ports) })
  tracked.end(record)
  return { outcome, record }
}

const notTouched: TaskOutcome = {
  kind: kindOfFailure('not-touched'),
  reason: 'not-touched',
  message: 'the run was cancelled before this machine was reached',
}

interface Framing {
  readonly task: Task
  readonly durationMs: number
}

function toOutcome(done: TaskOutcome, { task, durationMs }: Framing): Outcome {
  const { clean } = task.ports
  const line = (text: string): string => clean(text).replaceAll(/\s*\n\s*/g, ' ')
  return {
    machine: task.machine.name,
    operation: task.operation,
    kind: done.kind,
    reason: done.reason,
    message: line(done.message),
    ...(done.hint === undefined ? {} : { hint: line(done.hint) }),
    ...(done.at === undefined ? {} : { at: cleanTexts(done.at, clean) }),
    ...(done.data === undefined ? {} : { data: cleanUnion(done.data, clean) }),
    steps: task.steps,
    durationMs: Math.round(durationMs),
  }
}

function cleanEvent({ event }: TaskOutcome, { clean }: ReportPorts): TaskOutcome['event'] {
  return event === undefined ? undefined : cleanTexts(event, clean)
}
