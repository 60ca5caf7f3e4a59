import { type Command, describeEnd, succeeded } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import type { ReasonCode } from '../base/reasons.js'
import type { Session } from '../remote/session.js'

export interface Question {
  readonly command: Command
  /** Before the colon of an error. */
  readonly subject: string
  readonly hint: string
  readonly timeoutMs?: number
  /** Reason when it exits with another status than 0. */
  readonly reason?: ReasonCode
  readonly signal?: AbortSignal | undefined
}

/** What a command printed; throws when it did not exit with 0. */
export async function answerOf(session: Session, question: Question): Promise<string> {
  const { command, subject, hint, timeoutMs = 60_000, reason = 'command-failed', signal } = question
  const ended = await session.exec(command, { timeoutMs, ...(signal === undefined ? {} : { signal }) })
  if (succeeded(ended)) return ended.stdout.toString('utf8')
  const why = ended.stderr.toString('utf8').trim().slice(-300)
  throw new DroverError(`${subject}: the command ${describeEnd(ended)}: ${why}`, {
    reason: ended.signal === null ? reason : 'killed',
    hint,
  })
}
