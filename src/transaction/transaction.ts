import type { Command } from '../base/command.js'
import type { FollowUp } from '../base/follow-up.js'
import type { Json } from '../base/json.js'
import { SecretBytes } from '../base/secret-bytes.js'
import { quoteCommand, quoteWord } from '../base/text/quote.js'
import type { ProgramValues } from '../programs/assemble-program.js'
import { programCommand, programText } from '../programs/program.js'
import { encodeFollowUp } from './follow-up.js'
import { followUpArgv } from './follow-up-argv.js'
import { encodeManaged, type Managed } from './managed.js'
import { places, seconds, undosKept } from './places.js'
import { sharedValues } from './shared-values.js'
import type { PutFile, TransactionFile } from './transaction-file.js'
import { undoFiles, undoLinks } from './undo.js'

interface Check {
  readonly name: string
  readonly command: string
}

export interface Transaction {
  /** Letters and digits; new for each attempt. */
  readonly id: string
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

/** A file of the archive that the transaction is sent as. Nothing of it is in an argument of a process. */
export interface ArchiveFile {
  readonly path: string
  readonly mode: number
  readonly bytes: Buffer
}

/**
 * Receives the archive (its size is the first thing known of it) on standard
 * input, then listens there for signs of life, a line every few seconds.
 */
export function transactionCommand(
  transaction: Pick<Transaction, 'id' | 'lockWaitSeconds' | 'holder'>,
  archiveBytes: number,
): Command {
  const { id, lockWaitSeconds, holder } = transaction
  return programCommand('configure/receive.sh', {
    values: { place_transactions: places.transactions },
    args: [id, String(archiveBytes), String(lockWaitSeconds), holder],
  })
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

/** What the archive holds: the new tree below `new/`, and the script. */
export function transactionArchive(transaction: Transaction): readonly ArchiveFile[] {
  const text = (path: string, content: string): ArchiveFile => ({
    path,
    mode: 0o600,
    bytes: Buffer.from(content),
  })
  return [
    text('script.sh', `${transactionProgram(transaction)}\n${transactionPlan(transaction)}`),
    text('recover.service', recoverUnit),
    text('undo.json', `${JSON.stringify(undoOf(transaction))}\n`),
    ...allFiles(transaction).flatMap((file) =>
      file.op === 'put' ? [{ path: `new${file.target}`, mode: 0o600, bytes: file.bytes.reveal() }] : [],
    ),
  ]
}

function undoOf({ files, followUps }: Transaction): Json {
  return {
    files: undoFiles(files).map((file) => ({ ...file })),
    links: undoLinks(files).map((link) => ({ ...link })),
    followUps: followUps.map(encodeFollowUp),
  }
}

/** What a link will lead to is whole before the link leads there; what goes is still there until then. */
function inOrder(files: readonly TransactionFile[]): readonly TransactionFile[] {
  const turns = ['put', 'link', 'unlink', 'remove'] as const
  return turns.flatMap((turn) => files.filter(({ op }) => op === turn))
}

/** Drover's own files come last: the stamp must not say what is not there yet. */
function allFiles({
  files,
  stamp,
  stampEnv,
  managed,
}: Transaction): readonly (TransactionFile & { own?: true })[] {
  const own = (target: string, mode: number, content: string): PutFile & { own: true } => ({
    op: 'put',
    own: true,
    target,
    owner: 'root',
    group: 'root',
    mode,
    bytes: new SecretBytes(Buffer.from(content)),
  })
  return [
    ...inOrder(files),
    own(places.files, 0o600, encodeManaged(managed)),
    own(places.stampEnv, 0o644, stampEnv),
    own(places.stamp, 0o644, stamp),
  ]
}

/** The program, with what it is told by name. */
export function transactionProgram(transaction: Transaction): string {
  const { validations, undoes = '', observedGeneration = '?' } = transaction
  return programText('configure/transaction.sh', {
    ...sharedValues,
    ...ownValues,
    has_validations: validations.length > 0 ? 'yes' : 'no',
    undoes,
    seen_generation: observedGeneration,
    hard_limit: hardLimit(transaction),
  })
}

/** What `configure/check.sh` wants, in a transaction and for checks by themselves. */
export const checkValues: ProgramValues = {
  seconds_check: seconds.check,
  seconds_check_retry: seconds.checkRetry,
  // Room for the line about the exit within what a step tells.
  try_bytes: 16_000,
}

const ownValues: ProgramValues = {
  place_transactions: places.transactions,
  place_undo: places.undo,
  place_recover_unit: places.recoverUnit,
  seconds_heartbeat: seconds.heartbeat,
  seconds_confirm: seconds.confirm,
  seconds_validation: seconds.validation,
  seconds_follow_up: seconds.followUp,
  ...checkValues,
  seconds_watch: seconds.watch,
  undos_kept: undosKept,
}

/** What differs from one change to the next: lists, no logic. */
export function transactionPlan(transaction: Transaction): string {
  const { validations, followUps, checks } = transaction
  return [
    list(
      'each_file',
      allFiles(transaction).map((file) => `"$1" ${fileWords(file)}`),
    ),
    list(
      'validations',
      validations.map((command) => `validation ${quoteWord(command)}`),
    ),
    list(
      'follow_ups',
      followUps.map(
        (followUp) => `follow_up ${quoteCommand([encodeFollowUp(followUp), ...followUpArgv(followUp)])}`,
      ),
    ),
    list(
      'checks',
      checks.map(({ name, command }) => `check ${quoteCommand([name, command])}`),
    ),
  ].join('')
}

function fileWords(file: TransactionFile & { own?: true }): string {
  if (file.op === 'link' || file.op === 'unlink') {
    const observedLink = file.observedLink === undefined ? '-' : `to:${file.observedLink}`
    return quoteCommand([file.op, file.target, file.op === 'link' ? file.to : '-', '-', '-', observedLink])
  }
  if (file.op === 'remove') return quoteCommand(['remove', file.target, '-', '-', '-', file.observedSha256])
  const seen = file.own || file.unseen ? '?' : (file.observedSha256 ?? '-')
  return quoteCommand([
    'put',
    file.target,
    file.owner,
    file.group,
    file.mode.toString(8).padStart(4, '0'),
    seen,
  ])
}

/** Past all limits of what a supervisor that still works may be waiting for. */
function hardLimit({ followUps, checks }: Transaction): number {
  return (
    seconds.confirm +
    30 +
    2 * followUps.length * seconds.followUp +
    checks.length * (seconds.check + seconds.checkRetry)
  )
}

function list(name: string, calls: readonly string[]): string {
  return `${name}() {\n${calls.map((call) => `  ${call} || return 1\n`).join('')}  :\n}\n`
}

/** A machine that went down in the middle of a change comes back with the old files, before any service reads them. */
const recoverUnit = `[Unit]
Description=Put back what a change by Drover left half done
DefaultDependencies=no
After=local-fs.target
Before=sysinit.target
ConditionPathIsSymbolicLink=${places.current}

[Service]
Type=oneshot
ExecStart=/bin/bash -c 'tx=$$(readlink ${places.current}); id=$$(basename "$$tx"); . "$$tx/script.sh"; recover_at_boot'
`
