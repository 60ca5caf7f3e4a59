import type { JsonObject } from '../base/json.js'
import { cleanTexts } from '../base/text/clean-texts.js'
import type { LedgerRecord, Over, TreeChange } from '../events/record.js'
import { recordOf } from '../events/record-of.js'
import type { BranchPorts, ReportPorts, RunPorts } from './ports.js'
import { newRecordId } from './record-id.js'
import type { Task } from './task.js'

interface Note {
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

interface Noted extends Pick<Task, 'machine' | 'operation'> {
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
  { ports, machine: { name: machine }, operation }: Noted,
  { config, message, changes, over, event }: Note,
): LedgerRecord {
  return recordOf(
    {
      machine,
      operation,
      kind: 'changed',
      reason: 'done',
      message: ports.clean(message),
      steps: [],
      durationMs: 0,
    },
    {
      id: newRecordId(ports, { operation, machine }),
      run: ports.run,
      time: new Date(ports.clock.now()).toISOString(),
      config,
      changes,
      ...(over === undefined ? {} : { over }),
      facts: event === undefined ? undefined : cleanTexts(event, ports.clean),
      isNote: true,
    },
  )
}
