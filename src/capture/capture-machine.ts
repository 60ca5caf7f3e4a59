import { describeEnd, succeeded } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import { countOf } from '../base/text/count-of.js'
import { type FlockView, identityOf } from '../branch/flock-view.js'
import { openConnection } from '../connection/open-connection.js'
import type { RenderedFlock } from '../desired/render-machines.js'
import { observeLimits } from '../remote/connection-policy.js'
import type { Session } from '../remote/session.js'
import { type TarEntry, unpackTar } from '../remote/tar.js'
import type { Task, TaskOutcome } from '../task/task.js'
import { captureCommand, parseLeftOut } from './commands/capture.js'
import { maxCapturedBytes, planCapture } from './plan-capture.js'

export interface Download {
  readonly view: FlockView
  readonly desired: RenderedFlock
}

/** Captures the found files of one machine. */
export async function captureMachine(task: Task, { view, desired: flock }: Download): Promise<TaskOutcome> {
  const { machine } = task
  const desired = flock.of(machine.name)
  if (desired.captures.length === 0) {
    return { kind: 'ok', reason: 'already-so', message: 'no manifest asks for a capture' }
  }
  await using session = await openConnection(task, identityOf(view, machine.name))
  const paths = desired.captures.map((capture) => capture.destination)
  const { entries, leftOut } = await task.step({ kind: 'capture', text: 'capture' }, () =>
    readPaths(session, paths),
  )
  const capture = planCapture({
    machine: machine.name,
    entries,
    leftOut,
    desired,
    secrets: flock.secrets,
  })
  const count = countOf(capture.files, 'path')
  if (capture.refused.length === 0) {
    return { kind: 'ok', reason: 'done', message: `captured ${count}`, changes: capture.changes }
  }
  const names = capture.refused.map(({ path, why }) => `${path} ${why}`).join('; ')
  return {
    kind: 'failed',
    reason: 'capture-refused',
    message: `captured ${count}, and not ${capture.refused.length}: ${names}`,
    hint: 'Name narrower paths in files.yml, or move what is named here elsewhere.',
    changes: capture.changes,
  }
}

interface Read {
  readonly entries: readonly TarEntry[]
  readonly leftOut: ReturnType<typeof parseLeftOut>
}

async function readPaths(session: Session, paths: readonly string[]): Promise<Read> {
  const ended = await session.exec(captureCommand(paths), {
    ...observeLimits,
    timeoutMs: 5 * 60_000,
    // Headers and padding of the archive come on top of what it holds.
    maxBytes: maxCapturedBytes * 2,
  })
  const stderr = ended.stderr.toString('utf8')
  if (!succeeded(ended) || ended.truncated) {
    const why = ended.truncated
      ? 'there is more than one capture may hold'
      : stderr.replaceAll('\0', ' ').slice(-300)
    throw new DroverError(`capture: the shell ${describeEnd(ended)}: ${why}`, {
      reason: ended.signal === null ? 'command-failed' : 'killed',
      hint: 'Ensure that tar and find of GNU are installed, and name narrower paths in files.yml.',
    })
  }
  return { entries: await unpackTar(ended.stdout), leftOut: parseLeftOut(stderr) }
}
