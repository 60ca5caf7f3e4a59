import { type CommandExit, describeEnd, succeeded } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import type { ReasonCode } from '../base/reasons.js'
import { runProcess } from './run-process.js'

export interface RootScript {
  /** What needs root, for the error when root is not available: `local machines`. */
  readonly subject: string
  /** Hint for that error. */
  readonly rootHint: string
  /** What the script does, for the error when it fails: `web-1: could not be made`. */
  readonly failure: string
  readonly reason: ReasonCode
  /** A POSIX shell script that takes everything that varies as arguments. */
  readonly script: string
  readonly args: readonly string[]
  readonly stdin?: string | Buffer
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

/** Exit status of a script that says on its last line of stderr, in our words, why it gives up. */
const refusedStatus = 90

/**
 * Runs a script as root, through sudo if necessary, and returns its standard output.
 * A started script runs to its end even when this process is killed, and each script
 * must be able to run again.
 */
export async function runAsRoot(root: RootScript): Promise<string> {
  await requireRoot(root)
  return runScript({ ...root, before: isRoot() ? [] : sudo })
}

/** Does the same as `runAsRoot`, with the rights of this process. */
export async function runAsSelf(script: RootScript): Promise<string> {
  return runScript({ ...script, before: [] })
}

async function runScript({
  before,
  ...root
}: RootScript & { readonly before: readonly string[] }): Promise<string> {
  const ended = await runProcess({
    argv: [...before, 'sh', '-c', root.script, 'drover', ...root.args],
    stdin: root.stdin ?? '',
    timeoutMs: root.timeoutMs,
    ...(root.signal === undefined ? {} : { signal: root.signal }),
  })
  if (succeeded(ended)) return ended.stdout.toString()
  throw new DroverError(`${root.failure}: ${why(ended)}`, { reason: root.reason })
}

function why(ended: CommandExit): string {
  const lines = ended.stderr.toString().trim().split('\n')
  const last = lines.at(-1) ?? ''
  if (ended.code === refusedStatus && last !== '') return last
  return last === '' ? describeEnd(ended) : `${describeEnd(ended)}: ${last}`
}

const isRoot = (): boolean => process.getuid?.() === 0

const sudo = ['sudo', '-n', '--']

async function requireRoot({ subject, rootHint }: RootScript): Promise<void> {
  if (isRoot()) return
  const allowed = await runProcess({ argv: [...sudo, 'true'] }).then(succeeded, () => false)
  if (allowed) return
  throw new DroverError(`${subject}: need root: sudo asks for a password or is not installed`, {
    reason: 'missing-tool',
    hint: rootHint,
  })
}
