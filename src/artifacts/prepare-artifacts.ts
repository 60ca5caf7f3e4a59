import { readFile } from 'node:fs/promises'
import { describeEnd, succeeded } from '../base/command.js'
import { DroverError, InputError } from '../base/errors.js'
import type { Tree } from '../base/tree.js'
import type { ArtifactEntry } from '../flock/flock.js'
import type { Session } from '../remote/session.js'
import { answerOf } from '../task/answer-of.js'
import type { Task } from '../task/task.js'
import {
  artifactPlace,
  parseSettled,
  receiveArtifact,
  receiveStatus,
  settleArtifacts,
} from './commands/artifact-place.js'
import { findArtifact } from './find-artifact.js'

export interface ArtifactsToPrepare {
  readonly session: Session
  readonly desired: readonly ArtifactEntry[]
  /** The config branch. */
  readonly tree: Tree
  /** Paths of versions that are known to be there as they are wanted, such as those that links lead to now. */
  readonly present: ReadonlySet<string>
}

/**
 * Puts every wanted version on the machine, ready to be switched to; nothing is switched. Asks the machine
 * nothing when all are present, and sends a version only to a machine that has it not. Throws, among what
 * `ArtifactSource` throws, `missing-file`, `artifact-differs`, `disk-full`, `connection-lost`.
 */
export async function prepareArtifacts(
  task: Task,
  { session, desired, tree, present }: ArtifactsToPrepare,
): Promise<void> {
  const unknown = desired.filter((entry) => !present.has(artifactPlace(entry).path))
  if (unknown.length === 0) return
  const there = await settle(task, session, unknown)
  for (const entry of unknown.filter((_entry, at) => !there.has(at))) {
    await task.step({ kind: 'transfer', text: `send ${artifactPlace(entry).label}` }, async () => {
      await send(task, session, { entry, bytes: await bytesOf(task, entry, tree) })
    })
  }
}

async function settle(
  task: Task,
  session: Session,
  desired: readonly ArtifactEntry[],
): Promise<ReadonlySet<number>> {
  const subject = `${task.machine.name}: look at artifacts`
  const answer = await answerOf(session, {
    command: settleArtifacts(desired.map((entry) => ({ ...entry, place: artifactPlace(entry) }))),
    subject,
    hint: 'Ensure that the owner and group of each artifact exist on the machine.',
    signal: task.ports.signal,
  })
  const there = parseSettled(answer)
  if (there !== undefined) return there
  throw new DroverError(`${subject}: the answer of the machine is not whole`, {
    reason: 'connection-lost',
    hint: 'Run the operation again.',
  })
}

async function bytesOf({ ports }: Task, entry: ArtifactEntry, tree: Tree): Promise<Buffer> {
  const origin = findArtifact(entry, tree)
  if (!('kind' in origin)) throw new InputError([origin])
  if (origin.kind === 'bytes') return origin.bytes
  const { path } =
    origin.kind === 'url'
      ? await ports.artifacts.download({ url: origin.url, sha256: entry.sha256 })
      : await ports.artifacts.fromLfs(origin.pointer)
  return await readFile(path)
}

interface Sending {
  readonly entry: ArtifactEntry
  readonly bytes: Buffer
}

/** A machine behind a slow line takes its time; what is larger may take longer. */
const slowestBytesPerMs = 50

async function send({ machine, ports }: Task, session: Session, { entry, bytes }: Sending): Promise<void> {
  const ended = await session.exec(receiveArtifact({ ...entry, place: artifactPlace(entry), bytes }), {
    timeoutMs: 120_000 + bytes.length / slowestBytesPerMs,
    ...(ports.signal === undefined ? {} : { signal: ports.signal }),
  })
  if (succeeded(ended)) return
  const why = ended.stderr.toString('utf8').trim().slice(-300)
  const { reason, hint } = failures.get(ended.code ?? -1) ?? other
  throw new DroverError(
    `${machine.name}: artifact "${entry.name}" could not be put on the machine: ${why || describeEnd(ended)}`,
    { reason: ended.signal === null ? reason : 'killed', hint },
  )
}

const other = {
  reason: 'command-failed',
  hint: 'Ensure that the owner and group of the artifact exist on the machine.',
} as const

const failures = new Map<number, { readonly reason: DroverError['reason']; readonly hint: string }>([
  [receiveStatus.diskFull, { reason: 'disk-full', hint: 'Make room on the machine.' }],
  [receiveStatus.differs, { reason: 'connection-lost', hint: 'Run the operation again.' }],
])
