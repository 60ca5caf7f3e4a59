import { DroverError } from '../base/errors.js'
import { asDroverError } from '../base/failure.js'
import type { LedgerRecord } from '../events/record.js'
import type { BranchPorts, RecordPorts, RunPorts } from './ports.js'

/** How long the first finished machine waits for others before its record is pushed. */
const gatherMs = 2000

export interface Recorder {
  add(record: LedgerRecord): void
  /** Pushes what is left; resolves when every record is on the branch or kept as a file. */
  close(): Promise<{ readonly commit?: string; readonly failure?: DroverError }>
}

type Recording = Pick<BranchPorts, 'ledger'> &
  Pick<RecordPorts, 'keepRecords' | 'journal'> &
  Pick<RunPorts, 'clock'>

/**
 * Pushes records while other machines are still at work, several at a time: a
 * run that is killed has lost at most what it finished in the last seconds, and
 * a fleet of a thousand does not push a thousand times.
 */
export function makeRecorder(ports: Recording): Recorder {
  const waiting: LedgerRecord[] = []
  const stop = new AbortController()
  let commit: string | undefined
  let failure: DroverError | undefined
  let pushing: Promise<void> | undefined

  const push = async (): Promise<void> => {
    const batch = waiting.splice(0)
    if (batch.length === 0) return
    try {
      commit = (await ports.ledger.push(batch)).commit
      ports.journal.drop(batch)
    } catch (thrown) {
      failure = await keepInstead(ports, { batch, error: asDroverError(thrown) })
    }
  }
  const gather = async (): Promise<void> => {
    await ports.clock.sleep(gatherMs, stop.signal).catch(() => {})
    await push()
    pushing = undefined
    if (waiting.length > 0 && !stop.signal.aborted) pushing = gather()
  }
  return {
    add: (record) => {
      waiting.push(record)
      pushing ??= gather()
    },
    close: async () => {
      stop.abort()
      await pushing
      await push()
      return { ...(commit === undefined ? {} : { commit }), ...(failure === undefined ? {} : { failure }) }
    },
  }
}

interface Unpushed {
  readonly batch: readonly LedgerRecord[]
  readonly error: DroverError
}

/** Never throws: a full disk on top of a closed branch must not hide what happened to the machines. */
async function keepInstead(
  { keepRecords }: Pick<RecordPorts, 'keepRecords'>,
  { batch, error }: Unpushed,
): Promise<DroverError> {
  const way = await keepRecords(batch).then(
    (files) =>
      `Nothing is lost: when the repository can be pushed to again, run "drover replay ${files.join(' ')}".`,
    (cause: unknown) =>
      `The records could not be kept as files either (${asDroverError(cause).message}): run the operation again, it looks at the machines and records what holds.`,
  )
  return new DroverError(error.message, {
    reason: error.reason,
    hint: error.hint === undefined ? way : `${error.hint} ${way}`,
    cause: error,
  })
}
