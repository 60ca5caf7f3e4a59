import type { Command } from '../base/command.js'
import type { FollowUp } from '../base/follow-up.js'
import { quoteCommand, quoteWord } from '../base/quote.js'
import { encodeFollowUp } from './follow-up.js'
import { transactionLibrary } from './transaction-library.js'

export interface TransactionFile {
  /** Real path, links followed. */
  readonly target: string
  readonly owner: string
  readonly group: string
  readonly mode: number
  readonly bytes: Buffer
  /** SHA-256 of what the look saw there; absent when nothing was. The change is refused when it is no longer so. */
  readonly seenSha256?: string
}

export interface Transaction {
  /** Letters and digits; new for each attempt. */
  readonly id: string
  readonly files: readonly TransactionFile[]
  readonly validations: readonly string[]
  readonly followUps: readonly FollowUp[]
  readonly stamp: string
  readonly stampEnv: string
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

const library = '/var/lib/drover'
const lockPath = '/run/drover.lock'
const holderPath = '/run/drover.holder'

/**
 * Takes the lock, receives the archive on standard input and runs it. The lock
 * comes first so that what an earlier run left may be removed safely. Children
 * get their own input and no lock (`9>&-`), so that a daemon they start cannot
 * keep it.
 */
export function transactionCommand(
  transaction: Pick<Transaction, 'id' | 'lockWaitSeconds' | 'holder'>,
): Command {
  const script = `set -u; umask 077; trap '' PIPE HUP
id=$1; wait=$2; tx=${library}/tx/$id
exec 9>>${lockPath}
if ! flock -w "$wait" 9; then
  printf '%s busy %s\\n' "$id" "$(head -c 300 ${holderPath} 2>/dev/null | tr '\\n' ' ')"; exit 75
fi
printf '%s\\n' "$3" >${holderPath}
rm -rf ${library}/tx && mkdir -p "$tx" && tar -x -f - -C "$tx" && . "$tx/library.sh" && . "$tx/plan.sh" && transact
status=$?
rm -rf "$tx"
exit $status`
  return {
    argv: [
      'sh',
      '-c',
      script,
      'drover',
      transaction.id,
      String(transaction.lockWaitSeconds),
      transaction.holder,
    ],
  }
}

/** What the archive holds: the new tree below `new/`, the stamp, and the script. */
export function transactionArchive(transaction: Transaction): readonly ArchiveFile[] {
  const text = (path: string, content: string): ArchiveFile => ({
    path,
    mode: 0o600,
    bytes: Buffer.from(content),
  })
  return [
    text('library.sh', transactionLibrary),
    text('plan.sh', transactionPlan(transaction)),
    text('stamp.json', transaction.stamp),
    text('stamp.env', transaction.stampEnv),
    text('pending', transaction.followUps.map((followUp) => `${encodeFollowUp(followUp)}\n`).join('')),
    ...transaction.files.map((file) => ({ path: `new${file.target}`, mode: 0o600, bytes: file.bytes })),
  ]
}

/** The part of the script that differs from one change to the next: lists, no logic. */
export function transactionPlan({ files, validations, followUps }: Transaction): string {
  const facts = (file: TransactionFile): string =>
    quoteCommand([
      file.target,
      file.owner,
      file.group,
      file.mode.toString(8).padStart(4, '0'),
      file.seenSha256 ?? '-',
    ])
  return [
    list(
      'each_file',
      files.map((file) => `"$1" ${facts(file)}`),
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
    `has_validations=${validations.length > 0 ? 'yes' : 'no'}\n`,
  ].join('')
}

function list(name: string, calls: readonly string[]): string {
  return `${name}() {\n${calls.map((call) => `  ${call} || return 1\n`).join('')}  :\n}\n`
}

/** `reload-or-restart`: a unit that is stopped is started, as somebody who asks for its new configuration expects. */
export function followUpArgv(followUp: FollowUp): readonly string[] {
  switch (followUp.kind) {
    case 'daemon-reload':
      return ['systemctl', 'daemon-reload']
    case 'reload':
      return ['systemctl', 'reload-or-restart', followUp.unit]
    case 'restart':
      return ['systemctl', 'restart', followUp.unit]
    case 'command':
      return ['sh', '-c', followUp.command]
  }
}
