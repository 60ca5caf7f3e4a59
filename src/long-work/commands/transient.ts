import type { Command } from '../../base/command.js'
import { programCommand, programText } from '../../programs/program.js'
import { places } from '../../transaction/places.js'
import { sharedValues } from '../../transaction/shared-values.js'
import type { ArchiveFile } from '../../transaction/transaction.js'

/** Kinds of long work. A machine does one of each kind at a time, and one of all at a time. */
type TransientKind = 'baseline' | 'certificate' | 'code' | 'update'

/** Long work on a machine, done by a systemd unit of its own. */
export interface Transient {
  readonly kind: TransientKind
  /** `[0-9a-z]+`: what the work is. A unit with the same key does the same, so it can be joined. */
  readonly key: string
  /** Hexadecimal digits; new for each attempt. */
  readonly run: string
  /** bash, run in the folder of the files. */
  readonly script: string
  /** Taken away when the work has ended: they may hold secrets. */
  readonly files: readonly ArchiveFile[]
  readonly timeoutSeconds: number
  readonly lockWaitSeconds: number
  /** One line that tells a contender who holds the lock. */
  readonly holder: string
}

/** In whose hands the unit of a kind is. */
export type TransientState =
  | { readonly kind: 'free' }
  /** It does, or has done, what was asked for: `run` can be followed. */
  | { readonly kind: 'ours'; readonly run: string }
  | { readonly kind: 'other'; readonly holder: string }
  | { readonly kind: 'no-systemd' }

/** How much longer the unit may live than its work: an unfinished change is undone first. */
const spareSeconds = 120

const values = { place_transient: places.transient }

/** Says in whose hands the unit is, and changes nothing. */
export function stateCommand({ kind, run, key }: Pick<Transient, 'kind' | 'run' | 'key'>): Command {
  return programCommand('long-work/state.sh', { values, args: [kind, run, key] })
}

/**
 * Receives the archive (`bytes` of it) on standard input and starts the unit, if the unit is free. Answers
 * as `stateCommand` does; `ours` when it runs. May be sent again when its answer was lost.
 */
export function startCommand(transient: Transient, bytes: number): Command {
  const { kind, run, key, holder, lockWaitSeconds, timeoutSeconds } = transient
  const args = [
    ...[kind, run, key, String(bytes), holder],
    ...[String(Math.ceil(lockWaitSeconds)), String(timeoutSeconds)],
  ]
  return programCommand('long-work/start.sh', { values: { ...values, spare_seconds: spareSeconds }, args })
}

/** What is sent. `complete` is last: an archive that was cut off lacks it. */
export function transientArchive({
  script,
  files,
}: Pick<Transient, 'script' | 'files'>): readonly ArchiveFile[] {
  const text = (path: string, content: string): ArchiveFile => ({
    path,
    mode: 0o600,
    bytes: Buffer.from(content),
  })
  return [
    text('unit.sh', programText('long-work/unit.sh', sharedValues)),
    text('ended.sh', programText('long-work/ended.sh')),
    text('script.sh', script),
    ...files.map((file) => ({ ...file, path: `files/${file.path}` })),
    text('complete', ''),
  ]
}

/** Undefined when the answer is none. */
export function parseState(answer: string): TransientState | undefined {
  const [, word, rest = ''] = /^(\S+) ?(.*)$/.exec(answer.trim()) ?? []
  if (word === 'free' || word === 'no-systemd') return { kind: word }
  if (word === 'ours' && rest !== '') return { kind: 'ours', run: rest }
  return word === 'other' ? { kind: 'other', holder: rest } : undefined
}
