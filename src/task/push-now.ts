import { cleanTexts } from '../base/clean-texts.js'
import type { JsonObject } from '../base/json.js'
import type { LedgerRecord, Over, TreeChange } from '../events/record.js'
import type { BranchPorts, ReportPorts, RunPorts } from './ports.js'
import { newRecordId } from './record-id.js'
import type { Task } from './task.js'

interface Note {
  readonly operation: string
  /** Commit of the config branch that is worked from. */
  readonly config: string
  readonly message: string
  readonly changes: readonly TreeChange[]
  /** Left out when the branch no longer has this. */
  readonly over?: Over
  /** More keys for the event in `log/`. */
  readonly event?: JsonObject
}

/**
 * Resolves when the note is on the branch. Not left to the recorder: what is done next to the
 * machine may not happen before.
 */
export type PushNow = (about: Noted, note: Note) => Promise<void>

export interface Noted extends Pick<Task, 'machine'> {
  readonly ports: RunPorts & Pick<ReportPorts, 'clean'>
}

/** What comes while a push is under way goes with the next one, however many machines it is for. */
export function makePushNow({ ledger }: Pick<BranchPorts, 'ledger'>): PushNow {
  let waiting: LedgerRecord[] = []
  let last: Promise<unknown> = Promise.resolve()
  let next: Promise<void> | undefined
  const pushWaiting = async (): Promise<void> => {
    const batch = waiting
    waiting = []
    next = undefined
    await ledger.push(batch)
  }
  return (task, note) => {
    waiting.push(toRecord(task, note))
    if (next === undefined) {
      next = last.then(pushWaiting)
      last = next.catch(() => undefined)
    }
    return next
  }
}

function toRecord(
  { ports, machine }: Noted,
  { operation, config, message, changes, over, event }: Note,
): LedgerRecord {
  return {
    id: newRecordId(ports, { operation, machine: machine.name }),
    run: ports.run,
    operation,
    machine: machine.name,
    outcome: 'changed',
    reason: 'done',
    message: ports.clean(message),
    time: new Date(ports.clock.now()).toISOString(),
    durationMs: 0,
    config,
    changes,
    ...(over === undefined ? {} : { over }),
    event: { ...cleanTexts(event, ports.clean), note: true },
  }
}
