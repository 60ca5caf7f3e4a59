import { z } from 'zod'
import { succeeded } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import { SecretBytes } from '../base/secret-bytes.js'
import { countOf } from '../base/text/count-of.js'
import type { MachineConnection } from '../connection/machine-connection.js'
import { observeLimits } from '../remote/connection-policy.js'
import type { Session } from '../remote/session.js'
import { type TarEntry, unpackTar } from '../remote/tar.js'
import type { Task, TaskOutcome } from '../task/task.js'
import { parseFollowUp } from '../transaction/follow-up.js'
import { parseManaged } from '../transaction/managed.js'
import { places } from '../transaction/places.js'
import { undoCommand } from '../transaction/transaction.js'
import type { TransactionFile } from '../transaction/transaction-file.js'
import type { UndoFile, UndoSymlink } from '../transaction/undo.js'
import { makeTransaction } from './apply.js'
import { type Observed, type ObservedPath, observeCommand, parseObserved } from './commands/observe.js'
import { executeTransaction } from './execute-transaction.js'
import { concludeTransaction } from './plan/conclude.js'

const undoSchema = z.object({
  files: z.array(z.object({ target: z.string(), newSha256: z.string().nullable(), existed: z.boolean() })),
  // Changes before there were links have none.
  links: z
    .array(z.object({ target: z.string(), newLink: z.string().nullable(), oldLink: z.string().nullable() }))
    .default([]),
  followUps: z.array(z.string()),
})

interface Kept {
  readonly name: string
  readonly files: readonly UndoFile[]
  readonly links: readonly UndoSymlink[]
  readonly followUps: readonly string[]
  readonly old: ReadonlyMap<string, TarEntry>
}

/**
 * Undoes the newest change that the machine keeps, as a transaction like any
 * other: validated by its checks, confirmed, and itself undone when it fails.
 * A file or link that somebody changed since is not overwritten.
 */
export async function rollbackMachine(task: Task, connection: MachineConnection): Promise<TaskOutcome> {
  const kept = await task.step({ kind: 'observe', text: 'read the undo' }, () => readUndo(task, connection))
  const observed = await look(connection, kept)
  requireUnchanged(task, kept, observed)
  requireTargets(task, kept, observed)
  const text = (path: string): string => kept.old.get(path)?.bytes.toString('utf8') ?? ''
  const transaction = makeTransaction(task, {
    files: [
      ...kept.files.flatMap((file) => undoFile(file, { kept, observed })),
      ...kept.links.flatMap(undoLink),
    ],
    validations: [],
    followUps: kept.followUps.flatMap((line) => parseFollowUp(line) ?? []),
    checks: task.machine.checks,
    stamp: text(places.stamp),
    stampEnv: text(places.stampEnv),
    managed: parseManaged(text(places.files)),
    undoes: kept.name,
    observedGeneration: observed.generation,
  })
  const executed = await executeTransaction(task, connection, transaction)
  return concludeTransaction(executed, {
    changed: `undid the last change: ${describeKept(kept)}`,
    changes: [],
    links: [],
  })
}

async function readUndo({ machine }: Task, session: Session): Promise<Kept> {
  const ended = await session.exec(undoCommand, { ...observeLimits, maxBytes: 64 * 1024 * 1024 })
  const entries = succeeded(ended) && ended.stdout.length > 0 ? await unpackTar(ended.stdout) : []
  const index = entries.find((entry) => entry.path.endsWith('/undo.json'))
  if (index === undefined) {
    throw new DroverError(`${machine.name}: no earlier change is kept that could be undone`, {
      reason: 'nothing-to-undo',
      hint: `Give --to COMMIT to go back to an earlier commit of the branch; "drover history ${machine.name}" shows them.`,
    })
  }
  const [name = ''] = index.path.split('/')
  const prefix = `${name}/old`
  const old = entries.flatMap((entry): [string, TarEntry][] =>
    entry.path.startsWith(prefix) ? [[entry.path.slice(prefix.length), entry]] : [],
  )
  return { name, ...undoSchema.parse(JSON.parse(index.bytes.toString('utf8'))), old: new Map(old) }
}

async function look(session: Session, kept: Kept): Promise<Observed> {
  const ends = kept.links.flatMap(({ oldLink }) => oldLink ?? [])
  const paths = [...kept.files.map((file) => file.target), ...ends]
  const links = kept.links.map(({ target }) => ({ path: target, place: target, to: '' }))
  const looked = observeCommand(paths, { links, managed: { files: [], links: [] } })
  const { stdout } = await session.exec(looked, { ...observeLimits, maxBytes: 16 * 1024 * 1024 })
  return parseObserved(stdout, paths)
}

function requireUnchanged({ machine }: Task, kept: Kept, { found }: Observed): void {
  const changed = [
    ...kept.files.filter((file) => (found.get(file.target)?.sha256 ?? null) !== file.newSha256),
    ...kept.links.filter(({ target, newLink }) => !isLinkAsLeft(found.get(target), newLink)),
  ]
  if (changed.length === 0) return
  const names = changed.map(({ target }) => target).join(', ')
  throw new DroverError(`${machine.name}: changed since the change that would be undone: ${names}`, {
    reason: 'machine-changed',
    hint: 'Capture what is there with "drover downloadconfig", or run "drover configure" to put the desired files back first.',
  })
}

/** A file or folder in the place of a link is no link as it was left. */
function isLinkAsLeft(found: ObservedPath | undefined, newLink: string | null): boolean {
  return (found?.link ?? null) === newLink && (found?.link !== undefined || found?.stat === undefined)
}

/** Releases and artifacts that nothing leads to are taken away after a while. */
function requireTargets({ machine }: Task, kept: Kept, { found }: Observed): void {
  const gone = kept.links.flatMap(({ oldLink }) =>
    oldLink === null || found.get(oldLink)?.stat !== undefined ? [] : [oldLink],
  )
  if (gone.length === 0) return
  throw new DroverError(
    `${machine.name}: what a link led to before the last change is gone: ${gone.join(', ')}`,
    {
      reason: 'nothing-to-undo',
      hint: `Give --to COMMIT to go back to an earlier commit of the branch: then it is made ready again. "drover history ${machine.name}" shows them.`,
    },
  )
}

function describeKept({ files, links }: Kept): string {
  return [
    ...(files.length > 0 || links.length === 0 ? [countOf(files.length, 'file')] : []),
    ...(links.length > 0 ? [countOf(links.length, 'link')] : []),
  ].join(', ')
}

interface Undoing {
  readonly kept: Kept
  readonly observed: Observed
}

function undoFile(file: UndoFile, { kept, observed }: Undoing): readonly TransactionFile[] {
  const sha256 = observed.found.get(file.target)?.sha256
  const observedSha256 = sha256 === undefined ? {} : { observedSha256: sha256 }
  const old = kept.old.get(file.target)
  if (old === undefined) {
    return file.existed || sha256 === undefined
      ? []
      : [{ op: 'remove', target: file.target, observedSha256: sha256 }]
  }
  const { owner, group, mode, bytes } = old
  return [
    { op: 'put', target: file.target, owner, group, mode, bytes: new SecretBytes(bytes), ...observedSha256 },
  ]
}

function undoLink({ target, newLink, oldLink }: UndoSymlink): readonly TransactionFile[] {
  const observedLink = newLink === null ? {} : { observedLink: newLink }
  if (oldLink !== null) return [{ op: 'link', target, to: oldLink, ...observedLink }]
  return newLink === null ? [] : [{ op: 'unlink', target, observedLink: newLink }]
}
