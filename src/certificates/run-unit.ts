import { sha256 } from '../base/digest.js'
import { DroverError } from '../base/errors.js'
import type { MachineConnection } from '../connection/machine-connection.js'
import { runTransient } from '../long-work/run-long-work.js'
import type { Task } from '../task/task.js'
import type { ArchiveFile } from '../transaction/transaction.js'
import { readUnit, type UnitReport } from './commands/read-unit.js'

/** Packages, five attempts, and what they wait for. */
const timeoutSeconds = 45 * 60

export interface UnitWork {
  readonly connection: MachineConnection
  readonly script: string
  readonly files: readonly ArchiveFile[]
}

export interface UnitEnd {
  readonly report: UnitReport
  readonly isDone: boolean
}

/** Work on a machine's certificates as a unit that goes on when the connection or this process ends. */
export async function runUnit(task: Task, { connection, script, files }: UnitWork): Promise<UnitEnd> {
  const reader = readUnit({ onStep: (name) => task.stepStarted({ kind: 'certificate', text: name }) })
  // A file may be a secret, which a digest must not tell: what the script says of it is enough.
  const told = files.filter(({ path }) => path === 'order.json').map(({ bytes }) => bytes.toString('utf8'))
  const code = await runTransient(task, connection, {
    kind: 'certificate',
    key: sha256(JSON.stringify([script, told])),
    script,
    files,
    timeoutSeconds,
    onLine: (line) => {
      if (!reader.line(line)) task.output(line, 'stdout')
    },
  })
  const report = reader.result()
  return { report, isDone: code === 0 && report.served !== undefined }
}

/** Of a unit that ordered nothing. */
export function unitFailure({ machine }: Task, { failed, uninstallable }: UnitReport): DroverError {
  const what = uninstallable === undefined ? failed : `lacks the program ${uninstallable}`
  return new DroverError(
    `${machine.name}: the certificate could not be put: ${what ?? 'the unit ended before it said how'}`,
    {
      reason: uninstallable === undefined ? 'follow-up-failed' : 'missing-tool',
      hint: 'Mend what it says, then run the operation again: it looks first and finishes what is missing.',
    },
  )
}
