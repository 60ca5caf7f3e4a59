import { SecretBytes } from '../base/secret-bytes.js'
import { encodeFollowUp } from './follow-up.js'
import { followUpArgv } from './follow-up-argv.js'
import { encodeManaged } from './managed.js'
import { places, seconds } from './places.js'
import type { Transaction } from './transaction.js'
import type { PutFile, TransactionFile } from './transaction-file.js'
import { undoFiles, undoLinks } from './undo.js'

/** Drover's own files are put whatever was there. */
type PlannedFile = TransactionFile & { readonly own?: true }

/**
 * What the machine is told of a change (`src/programs/machine/plan.py` reads it): records of fields, each ended by NUL,
 * which no path, name or command can hold. A record begins with its kind and the number of its fields.
 */
export function encodePlan(transaction: Transaction, files: readonly PlannedFile[]): Buffer {
  const { id, holder, validations, followUps, checks, undoes = '', observedGeneration = '?' } = transaction
  const records: readonly (readonly [string, ...(readonly string[])])[] = [
    ['id', id],
    ['generation', observedGeneration],
    ['undoes', undoes],
    ['holder', holder],
    ['undo', `${JSON.stringify(undoOf(transaction))}\n`],
    ...Object.entries(plannedPlaces).map(([name, path]) => ['place', name, path] as const),
    ...Object.entries(plannedSeconds(transaction)).map(
      ([name, is]) => ['seconds', name, String(is)] as const,
    ),
    ...validations.map((command) => ['validation', command] as const),
    ...followUps.map((one) => ['follow', encodeFollowUp(one), ...followUpArgv(one)] as const),
    ...checks.map(({ name, command }) => ['check', name, command] as const),
    ...files.map((file) => ['file', ...fileFields(file)] as const),
  ]
  const fields = records.flatMap(([kind, ...rest]) => [`${kind} ${rest.length}`, ...rest])
  return Buffer.from(fields.map((field) => `${field}\0`).join(''))
}

const plannedPlaces = {
  library: places.library,
  transactions: places.transactions,
  undo: places.undo,
  current: places.current,
  last: places.last,
  program: places.program,
  stamp: places.stamp,
  lock: places.lock,
  holder: places.holder,
  token: places.token,
  hold: places.hold,
  'recover-unit': places.recoverUnit,
} as const

function plannedSeconds(transaction: Transaction): Readonly<Record<string, number>> {
  return {
    'lock-wait': transaction.lockWaitSeconds,
    confirm: seconds.confirm,
    validation: seconds.validation,
    'follow-up': seconds.followUp,
    'last-follow-up': seconds.lastFollowUp,
    check: seconds.check,
    'check-retry': seconds.checkRetry,
    watch: seconds.watch,
    'hard-limit': hardLimit(transaction),
  }
}

/** Past all limits of what a process that still works may be waiting for. */
function hardLimit({ followUps, checks }: Transaction): number {
  return (
    seconds.confirm +
    30 +
    2 * followUps.length * seconds.followUp +
    checks.length * (seconds.check + seconds.checkRetry)
  )
}

/** Operation, target, owner, group, mode, what the look saw, where a link leads, bytes. */
function fileFields(file: PlannedFile): readonly string[] {
  switch (file.op) {
    case 'put': {
      const seen = file.own || file.unseen ? '?' : (file.observedSha256 ?? '-')
      const mode = file.mode.toString(8).padStart(4, '0')
      return ['put', file.target, file.owner, file.group, mode, seen, '-', String(file.bytes.reveal().length)]
    }
    case 'remove':
      return ['remove', file.target, '-', '-', '0', file.observedSha256, '-', '0']
    case 'link': {
      const seen = file.observedLink === undefined ? '-' : `to:${file.observedLink}`
      return ['link', file.target, '-', '-', '0', seen, file.to, '0']
    }
    case 'unlink':
      return ['unlink', file.target, '-', '-', '0', `to:${file.observedLink}`, '-', '0']
  }
}

function undoOf({ files, followUps }: Transaction): object {
  return {
    files: undoFiles(files),
    links: undoLinks(files),
    followUps: followUps.map(encodeFollowUp),
  }
}

/** Drover's own files come last: the stamp must not say what is not there yet. */
export function allFiles({ files, stamp, stampEnv, managed }: Transaction): readonly PlannedFile[] {
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

/** What a link will lead to is whole before the link leads there; what goes is still there until then. */
function inOrder(files: readonly TransactionFile[]): readonly TransactionFile[] {
  const turns = ['put', 'link', 'unlink', 'remove'] as const
  return turns.flatMap((turn) => files.filter(({ op }) => op === turn))
}
