import { sha256 } from '../../base/digest.js'
import type { Tree, TreeMode } from '../../base/tree.js'
import { encodeLogLine, heldRecords, logPath } from '../../events/log-event.js'
import type { LedgerRecord, TreeChange } from '../../events/record.js'
import type { MachineEntry, Snapshot } from '../ledger.js'
import { machinePath, parseCertificate, parseIdentity, parseLaunch, parseState } from '../machine-files.js'
import { formatCommitMessage } from './commit-message.js'

interface DashboardTime {
  /** UTC, ISO 8601: the newest of the records that it is made for. */
  readonly at: string
}

export type RenderDashboard = (entries: ReadonlyMap<string, MachineEntry>, time: DashboardTime) => string

/** One change that a commit makes to the tree of its parent. Removing a folder removes everything below it. */
export type FileOperation =
  | { readonly kind: 'put'; readonly path: string; readonly mode: TreeMode; readonly bytes: Buffer }
  | { readonly kind: 'remove'; readonly path: string }

export interface PlannedCommit {
  readonly message: string
  readonly authoredAtMs: number
  readonly operations: readonly FileOperation[]
}

/** The records that the branch does not hold yet and whose `over` still matches the branch; the first of two with the same id. */
export function missingRecords(head: Snapshot, records: readonly LedgerRecord[]): readonly LedgerRecord[] {
  const seen = new Set<string>()
  const ids = new Set(records.map(({ id }) => id))
  const days = new Map<string, ReadonlySet<string>>()
  return records.filter((record) => {
    const path = logPath(record.time)
    const known = days.get(path) ?? heldRecords(head.tree.get(path)?.bytes.toString('utf8') ?? '', ids)
    days.set(path, known)
    const isNew = !known.has(record.id) && !seen.has(record.id)
    seen.add(record.id)
    return isNew && holdsOver(record, head.tree)
  })
}

/** Whether the files that a record is to replace are those of the tree. */
export function holdsOver({ over }: Pick<LedgerRecord, 'over'>, tree: Tree): boolean {
  if (over === undefined) return true
  const file = tree.get(over.path)
  return (file === undefined ? undefined : sha256(file.bytes)) === over.sha256
}

/**
 * One commit a record. The log and the dashboard grow with the day and the flock, so only the last commit
 * changes them, for all records: all commits are pushed at once or not at all (docs/decisions/0009).
 */
export function planCommits(
  records: readonly LedgerRecord[],
  { head, renderDashboard }: { readonly head: Snapshot; readonly renderDashboard: RenderDashboard },
): readonly PlannedCommit[] {
  const machines = new Map(head.machines)
  for (const record of records) {
    setEntry(machines, { name: record.machine, entry: entryAfter(machines.get(record.machine), record) })
  }
  const shared = [
    ...logsAfter(head, records),
    toFile('README.md', Buffer.from(renderDashboard(sortByName(machines), { at: newest(records) }))),
  ]
  return records.map((record, index) => ({
    message: formatCommitMessage(record),
    authoredAtMs: Date.parse(record.time),
    operations: [...record.changes.map(toOperation), ...(index === records.length - 1 ? shared : [])],
  }))
}

/** The time comes from the records and not from the clock, so that a repeated push has the same content. */
function newest(records: readonly LedgerRecord[]): string {
  return records.reduce((last, { time }) => (Date.parse(time) > Date.parse(last) ? time : last), epoch)
}

const epoch = '1970-01-01T00:00:00Z'

function logsAfter(head: Snapshot, records: readonly LedgerRecord[]): readonly FileOperation[] {
  const lines = new Map<string, string[]>()
  for (const record of records) {
    const path = logPath(record.time)
    const day = lines.get(path) ?? []
    day.push(encodeLogLine(record))
    lines.set(path, day)
  }
  return [...lines].map(([path, day]) => toFile(path, withLines(head.tree.get(path)?.bytes, day.join(''))))
}

function toFile(path: string, bytes: Buffer): FileOperation {
  return { kind: 'put', path, mode: '100644', bytes }
}

function toOperation(change: TreeChange): FileOperation {
  return change.kind === 'clear' ? { kind: 'remove', path: change.folder } : change
}

function entryAfter(before: MachineEntry | undefined, { machine, changes }: LedgerRecord): MachineEntry {
  const after = <T>(value: T | undefined, { file, parse }: EntryFile<T>): T | undefined => {
    const path = machinePath(machine, file)
    return changes.reduce((last, change) => valueAfter(last, { change, path, parse }), value)
  }
  const identity = after(before?.identity, { file: 'machine.json', parse: parseIdentity })
  const launch = after(before?.launch, { file: 'launch.json', parse: parseLaunch })
  const state = after(before?.state, { file: 'state.json', parse: parseState })
  const certificate = after(before?.certificate, { file: 'certificate.json', parse: parseCertificate })
  return {
    ...(identity === undefined ? {} : { identity }),
    ...(launch === undefined ? {} : { launch }),
    ...(state === undefined ? {} : { state }),
    ...(certificate === undefined ? {} : { certificate }),
  }
}

interface EntryFile<T> {
  readonly file: string
  readonly parse: (text: string, file: string) => T
}

interface FileChange<T> {
  readonly change: TreeChange
  readonly path: string
  readonly parse: (text: string, file: string) => T
}

function valueAfter<T>(before: T | undefined, { change, path, parse }: FileChange<T>): T | undefined {
  if (change.kind === 'put') return change.path === path ? parse(change.bytes.toString('utf8'), path) : before
  return covers(change.kind === 'clear' ? change.folder : change.path, path) ? undefined : before
}

function covers(path: string, file: string): boolean {
  return file === path || file.startsWith(`${path}/`)
}

function setEntry(
  machines: Map<string, MachineEntry>,
  { name, entry }: { readonly name: string; readonly entry: MachineEntry },
): void {
  if (Object.keys(entry).length === 0) machines.delete(name)
  else machines.set(name, entry)
}

function sortByName(machines: ReadonlyMap<string, MachineEntry>): ReadonlyMap<string, MachineEntry> {
  return new Map([...machines].sort(([a], [b]) => (a < b ? -1 : 1)))
}

// A person's editor may have left the last line without an end: our line must not become part of it.
function withLines(log: Buffer | undefined, lines: string): Buffer {
  const before = log ?? Buffer.alloc(0)
  const open = before.length > 0 && before.at(-1) !== 0x0a
  return Buffer.concat([before, Buffer.from(open ? `\n${lines}` : lines)])
}
