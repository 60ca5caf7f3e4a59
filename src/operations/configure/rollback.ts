import { z } from 'zod'
import { succeeded } from '../../base/command.js'
import { DroverError } from '../../base/errors.js'
import type { Identity } from '../../base/identity.js'
import { parseFollowUp } from '../../recipes/follow-up.js'
import { lookCommand, parseLook, type Sighting } from '../../recipes/look.js'
import { places } from '../../recipes/transaction/places.js'
import { type TransactionFile, type UndoFile, undoCommand } from '../../recipes/transaction/transaction.js'
import type { Session } from '../../remote/session.js'
import { type TarEntry, unpackTar } from '../../remote/tar.js'
import type { Done, Job } from '../job.js'
import { lookLimits } from '../sessions.js'
import { makeTransaction } from './apply.js'
import { concludeTransaction } from './conclude.js'
import { converse } from './converse.js'

const undoSchema = z.object({
  files: z.array(z.object({ target: z.string(), newSha256: z.string().nullable(), existed: z.boolean() })),
  followUps: z.array(z.string()),
})

interface Kept {
  readonly name: string
  readonly files: readonly UndoFile[]
  readonly followUps: readonly string[]
  readonly old: ReadonlyMap<string, TarEntry>
}

/**
 * Undoes the newest change that the machine keeps, as a transaction like any
 * other: validated by its checks, confirmed, and itself undone when it fails.
 * A file that somebody changed since is not overwritten.
 */
export async function rollbackMachine(job: Job, session: Session, identity: Identity): Promise<Done> {
  const kept = await job.step('read the undo', () => readUndo(job, session))
  const sighting = await look(session, kept)
  refuseIfChanged(job, kept, sighting)
  const text = (path: string): string => kept.old.get(path)?.bytes.toString('utf8') ?? ''
  const transaction = makeTransaction(job, {
    files: kept.files.flatMap((file) => undoFile(file, { kept, sighting })),
    validations: [],
    followUps: kept.followUps.flatMap((line) => parseFollowUp(line) ?? []),
    checks: job.machine.checks,
    stamp: text(places.stamp),
    stampEnv: text(places.stampEnv),
    managed: text(places.files)
      .split('\n')
      .filter((path) => path !== ''),
    undoes: kept.name,
    seenGeneration: sighting.generation,
  })
  const conversed = await converse(job, { session, identity, transaction })
  const count = `${kept.files.length} ${kept.files.length === 1 ? 'file' : 'files'}`
  return concludeTransaction(conversed, { changed: `undid the last change: ${count}`, changes: [] })
}

async function readUndo({ machine }: Job, session: Session): Promise<Kept> {
  const ended = await session.exec(undoCommand, { ...lookLimits, maxBytes: 64 * 1024 * 1024 })
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

async function look(session: Session, kept: Kept): Promise<Sighting> {
  const paths = kept.files.map((file) => file.target)
  const { stdout } = await session.exec(lookCommand(paths), { ...lookLimits, maxBytes: 16 * 1024 * 1024 })
  return parseLook(stdout, paths)
}

function refuseIfChanged({ machine }: Job, kept: Kept, { found }: Sighting): void {
  const changed = kept.files.filter((file) => (found.get(file.target)?.sha256 ?? null) !== file.newSha256)
  if (changed.length === 0) return
  const names = changed.map((file) => file.target).join(', ')
  throw new DroverError(`${machine.name}: changed since the change that would be undone: ${names}`, {
    reason: 'machine-changed',
    hint: 'Capture what is there with "drover downloadconfig", or run "drover configure" to put the desired files back first.',
  })
}

interface Undoing {
  readonly kept: Kept
  readonly sighting: Sighting
}

function undoFile(file: UndoFile, { kept, sighting }: Undoing): readonly TransactionFile[] {
  const seen = sighting.found.get(file.target)?.sha256
  const seenSha256 = seen === undefined ? {} : { seenSha256: seen }
  const old = kept.old.get(file.target)
  if (!file.existed)
    return seen === undefined ? [] : [{ op: 'remove', target: file.target, seenSha256: seen }]
  if (old === undefined) return []
  const { owner, group, mode, bytes } = old
  return [{ op: 'put', target: file.target, owner, group, mode, bytes, ...seenSha256 }]
}
