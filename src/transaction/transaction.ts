import type { Command } from '../base/command.js'
import type { FollowUp } from '../base/follow-up.js'
import { programCommand } from '../programs/program.js'
import { machineProgram } from './machine-program.js'
import type { Managed } from './managed.js'
import { places } from './places.js'
import { allFiles, encodePlan } from './plan-records.js'
import type { TransactionFile } from './transaction-file.js'

export type { ArchiveFile } from './archive-file.js'

interface Check {
  readonly name: string
  readonly command: string
}

export interface Transaction {
  /** 16 hexadecimal digits; new for each attempt. */
  readonly id: string
  /** 32 hexadecimal digits: what the machine says begins with them. */
  readonly marker: string
  readonly files: readonly TransactionFile[]
  readonly validations: readonly string[]
  readonly followUps: readonly FollowUp[]
  readonly checks: readonly Check[]
  readonly stamp: string
  readonly stampEnv: string
  /** Every path that Drover has put on the machine once this is done. */
  readonly managed: Managed
  /** What the look saw of the changes before this one. When it is no longer so, this one is refused. */
  readonly observedGeneration?: string | undefined
  /** Name of the kept undo that this transaction carries out, and that ends with it. */
  readonly undoes?: string
  /** One line that tells a contender who holds the lock. */
  readonly holder: string
  readonly lockWaitSeconds: number
}

/** What may go to the machine: the change, and the program when that is not there. */
export interface TransactionBytes {
  readonly change: Buffer
  readonly program: Buffer
}

/**
 * Receives a change (its size is the first thing known of it) on standard input, then listens there for signs of life, a
 * line every few seconds. Answers in frames, see `readTransaction`; asks for its program when the machine has another one.
 */
export function transactionCommand(
  { id, marker }: Pick<Transaction, 'id' | 'marker'>,
  { change, program }: TransactionBytes,
): Command {
  const values = { place_program: places.program, place_transactions: places.transactions }
  const args = [marker, id, String(change.length), machineProgram().digest, String(program.length)]
  return programCommand('machine/start.sh', { values, args })
}

/** What a second connection says: whoever can say it has a way to the machine. Exit status 3: nothing waits for it. */
export function confirmCommand({ id }: Pick<Transaction, 'id'>): Command {
  const values = { place_transactions: places.transactions, place_current: places.current }
  return programCommand('configure/confirm.sh', { values, args: [id] })
}

/** Prints how a transaction ended, `ID KIND WHY`; nothing while that is not decided. */
export function lastCommand({ id }: Pick<Transaction, 'id'>): Command {
  const { transactions, current, last } = places
  const values = { place_transactions: transactions, place_current: current, place_last: last }
  return programCommand('configure/last.sh', { values, args: [id] })
}

/** Answers with an archive of the newest kept change: `NAME/undo.json` and `NAME/old/…`; with nothing when none is kept. */
export const undoCommand: Command = programCommand('configure/read-undo.sh', {
  values: { place_undo: places.undo },
})

/** What is sent: the plan, and behind it the bytes of the files in their order. */
export function transactionChange(transaction: Transaction): Buffer {
  const files = allFiles(transaction)
  const plan = encodePlan(transaction, files)
  const bytes = files.flatMap((file) => (file.op === 'put' ? [file.bytes.reveal()] : []))
  return Buffer.concat([Buffer.from(`${plan.length}\n`), plan, ...bytes])
}
