import { describeEnd, type Ended, succeeded } from '../../base/command.js'
import { DroverError } from '../../base/errors.js'
import { runProcess } from '../../system/run-process.js'

export interface RootScript {
  /** What it does, for the error: `web-1: could not be made`. */
  readonly failure: string
  /** A POSIX shell script that takes everything that varies as arguments. */
  readonly script: string
  readonly args: readonly string[]
  readonly stdin?: string
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

/** Exit status of a script that says on its last line of stderr, in our words, why it gives up. */
export const refusedStatus = 90

/**
 * Runs a script as root, through sudo where we are not, and gives its standard output.
 * A script that was started goes on to its end when we are killed: each must leave things
 * so that it can run again.
 */
export async function runAsRoot(root: RootScript): Promise<string> {
  await requireRoot()
  const ended = await runProcess({
    argv: [...sudo(), 'sh', '-c', root.script, 'drover', ...root.args],
    stdin: root.stdin ?? '',
    timeoutMs: root.timeoutMs,
    ...(root.signal === undefined ? {} : { signal: root.signal }),
  })
  if (succeeded(ended)) return ended.stdout.toString()
  throw new DroverError(`${root.failure}: ${why(ended)}`, { reason: 'provider-failed' })
}

function why(ended: Ended): string {
  const lines = ended.stderr.toString().trim().split('\n')
  const last = lines.at(-1) ?? ''
  if (ended.code === refusedStatus && last !== '') return last
  return last === '' ? describeEnd(ended) : `${describeEnd(ended)}: ${last}`
}

const isRoot = (): boolean => process.getuid?.() === 0

const sudo = (): readonly string[] => (isRoot() ? [] : ['sudo', '-n', '--'])

async function requireRoot(): Promise<void> {
  if (isRoot()) return
  const allowed = await runProcess({ argv: ['sudo', '-n', '--', 'true'] }).then(succeeded, () => false)
  if (allowed) return
  throw new DroverError('local machines: need root: sudo asks for a password or is not installed', {
    reason: 'missing-tool',
    hint: 'Run it again as root ("sudo npm run demo"), or allow this user sudo without a password.',
  })
}
