import { DroverError } from '../base/errors.js'
import type { Session } from '../remote/session.js'
import { answerOf } from '../task/answer-of.js'
import type { Task } from '../task/task.js'
import {
  type ObservedCertificates,
  observeCertificatesCommand,
  parseCertificates,
} from './commands/observe-certificates.js'

/** Throws `command-failed` for an answer that is not whole. */
export async function observeCertificates(
  { machine, ports }: Task,
  session: Session,
): Promise<ObservedCertificates> {
  const answer = await answerOf(session, {
    command: observeCertificatesCommand,
    subject: `${machine.name}: look at certificates`,
    hint: 'Run the operation again.',
    signal: ports.signal,
  })
  const observed = parseCertificates(answer)
  if (observed !== undefined) return observed
  throw new DroverError(`${machine.name}: look at certificates: the answer is not whole`, {
    reason: 'command-failed',
    hint: 'Ensure that the login shell of the machine prints nothing by itself, then run this again.',
  })
}
