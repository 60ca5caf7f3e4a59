import { DroverError } from '../base/errors.js'
import { noAnswer } from '../connection/connection-failure.js'
import { startDeadline } from '../connection/deadline.js'
import type { MachineConnection } from '../connection/machine-connection.js'
import { lockPatienceSeconds } from '../remote/connection-policy.js'
import { splitLines } from '../remote/lines.js'
import type { Session } from '../remote/session.js'
import { packTar } from '../remote/tar.js'
import { answerOf } from '../task/answer-of.js'
import { holderLine, newId } from '../task/lock-holder.js'
import type { Task } from '../task/task.js'
import { aliveSeconds, followCommand, parseFollowed, type UnitExit } from './commands/follow.js'
import {
  parseState,
  startCommand,
  stateCommand,
  type Transient,
  type TransientState,
  transientArchive,
} from './commands/transient.js'

/** How often a run looks whether other work of the same kind has ended. */
const lookAgainMs = 3000

export interface LongWork extends Omit<Transient, 'run' | 'holder' | 'lockWaitSeconds'> {
  /** Shorter than usual. */
  readonly lockWaitSeconds?: number
  /** Each line that the work prints, once, in order. */
  readonly onLine: (line: string) => void
}

/**
 * Does long work on a machine as a systemd unit, which goes on when the connection or this process ends, and
 * answers with the exit status of the script. The connection is opened again when it is lost. A unit
 * that does the same work (same kind and key) is joined, its output told from the start; other work of the
 * kind, and whoever else holds the machine's lock, is waited for. Errors: `machine-locked`,
 * `connection-lost` (no answer for two minutes; the work goes on), `timed-out`, `killed`, `cancelled` (the
 * work goes on), `missing-tool` (no systemd), `command-failed` (could not be started).
 */
export async function runTransient(
  task: Task,
  connection: MachineConnection,
  work: LongWork,
): Promise<number> {
  const subject = `${task.machine.name}: ${work.kind}`
  const transient = {
    lockWaitSeconds: lockPatienceSeconds.longWork,
    ...work,
    run: newId(task.ports.clock),
    holder: holderLine(task),
  }
  const run = await start(task, connection, transient)
  const end = await follow(task, connection, { ...work, ...transient, run })
  if (end.kind === 'exited') return end.code
  throw failureOf(end, { subject, work })
}

/** Waits until the unit is free, starts it, and answers with the run to follow: ours, or one that does the same. */
async function start(task: Task, connection: MachineConnection, transient: Transient): Promise<string> {
  const { clock } = task.ports
  const subject = `${task.machine.name}: ${transient.kind}`
  const deadline = startDeadline(task, transient.lockWaitSeconds * 1000)
  for (;;) {
    const waitedSeconds = deadline.elapsedMs() / 1000
    const lockWaitSeconds = Math.max(1, transient.lockWaitSeconds - waitedSeconds)
    const state = await connection.repeat(subject, () =>
      claim(task, connection, { ...transient, lockWaitSeconds }),
    )
    if (state.kind === 'ours') {
      if (state.run !== transient.run)
        task.stepStarted({ kind: 'long-work', text: `follow the ${transient.kind} that already runs` })
      return state.run
    }
    const holder = state.kind === 'other' ? state.holder : ''
    if (deadline.isOver()) throw locked(subject, holder)
    deadline.tell(`wait for ${holder || 'another run'}`)
    await connection.pause(subject, lookAgainMs * (0.5 + clock.random()))
  }
}

/** What is sent may be large: it is sent only to a unit that is free. */
async function claim(task: Task, session: Session, transient: Transient): Promise<TransientState> {
  const observed = await ask(task, session, { transient })
  if (observed.kind !== 'free') return observed
  return await ask(task, session, { transient, archive: await packTar(transientArchive(transient)) })
}

interface Asked {
  readonly transient: Transient
  /** Absent to ask only for the state. */
  readonly archive?: Buffer
}

async function ask(task: Task, session: Session, { transient, archive }: Asked): Promise<TransientState> {
  const subject = `${task.machine.name}: ${transient.kind}`
  const command =
    archive === undefined
      ? stateCommand(transient)
      : { ...startCommand(transient, archive.length), stdin: archive }
  const state = parseState(
    await answerOf(session, {
      command,
      subject: `${subject}: could not be started`,
      hint: 'Ensure that systemd is at work on the machine, and that /var/lib has room.',
      timeoutMs: archive === undefined ? 90_000 : 15 * 60_000,
      signal: task.ports.signal,
    }),
  )
  if (state === undefined) {
    throw new DroverError(`${subject}: could not be started: the machine gives no answer that is known`, {
      reason: 'command-failed',
      hint: 'Ensure that the login shell of the machine prints nothing by itself.',
    })
  }
  if (state.kind !== 'no-systemd') return state
  throw new DroverError(`${subject}: the machine does not run systemd`, {
    reason: 'missing-tool',
    hint: 'Long work must outlive the connection, which Drover leaves to systemd. Use a machine that boots with it.',
  })
}

/** Tells each line once, over as many connections as it takes. */
async function follow(
  task: Task,
  connection: MachineConnection,
  work: LongWork & Pick<Transient, 'run' | 'lockWaitSeconds'>,
): Promise<UnitExit> {
  const reader = readLines(task, work)
  let offset = 0
  let end: UnitExit | undefined
  const onLine = (line: string): void => {
    const followed = parseFollowed(line)
    if (followed?.kind === 'end') end = followed.end
    // After a lost connection the same bytes may come again.
    if (followed?.kind !== 'data' || followed.offset !== offset) return
    offset += followed.bytes.length
    reader.write(followed.bytes)
  }
  const { signal } = task.ports
  const subject = `${task.machine.name}: ${work.kind}`
  const seconds = work.timeoutSeconds + work.lockWaitSeconds + 600
  while (end === undefined) {
    await connection.repeat(subject, async () => {
      await connection.exec(followCommand(work, offset), {
        timeoutMs: seconds * 1000,
        idleMs: 4 * aliveSeconds * 1000,
        maxBytes: 0,
        onLine: (line, stream) => stream === 'stdout' && onLine(line),
        ...(signal === undefined ? {} : { signal }),
      })
      if (end === undefined) throw noAnswer(subject)
    })
  }
  reader.end()
  return end
}

/** Parts the words of the unit itself from those of the work. */
function readLines(
  task: Task,
  { run, onLine }: LongWork & Pick<Transient, 'run'>,
): ReturnType<typeof splitLines> {
  return splitLines((line) => {
    const [, word, rest = ''] = new RegExp(`^${run} (\\S+) ?(.*)$`).exec(line) ?? []
    if (word === undefined) onLine(line)
    if (word === 'waiting')
      task.stepStarted({ kind: 'long-work', text: `wait for ${rest.trim() || 'another run'}` })
    if (word === 'undoing')
      task.stepStarted({ kind: 'long-work', text: 'undo what an earlier run left half done' })
  })
}

interface Around {
  readonly subject: string
  readonly work: LongWork
}

function failureOf(
  end: Exclude<UnitExit, { readonly kind: 'exited' }>,
  { subject, work }: Around,
): DroverError {
  const again = 'Run the operation again: it looks first and finishes what is missing.'
  switch (end.kind) {
    case 'busy':
      return locked(subject, end.holder)
    case 'killed':
      return new DroverError(`${subject}: was cut off on the machine: ${end.why}`, {
        reason: 'killed',
        hint: again,
      })
    case 'timed-out':
      return new DroverError(`${subject}: was not done within ${work.timeoutSeconds} s and was ended`, {
        reason: 'timed-out',
        hint: `The lines above say what took so long. ${again}`,
      })
    case 'replaced':
      return new DroverError(`${subject}: how it ended is not known: other runs have begun since`, {
        reason: 'connection-lost',
        hint: again,
      })
  }
}

function locked(subject: string, holder: string): DroverError {
  return new DroverError(
    `${subject}: another run is changing the machine: ${holder || 'it does not say which'}`,
    {
      reason: 'machine-locked',
      hint: 'Wait until that run is done, then run this again.',
    },
  )
}
