import { DroverError } from '../base/errors.js'
import {
  type CertificateSighting,
  lookAtCertificates,
  parseCertificates,
} from './commands/observe-certificates.js'
import type { Session } from '../remote/session.js'
import { answerOf } from '../task/answer-of.js'
import type { Job } from '../task/task.js'

/** Throws `command-failed` for an answer that is not whole. */
export async function lookAtMachine({ machine, ports }: Job, session: Session): Promise<CertificateSighting> {
  const answer = await answerOf(session, {
    command: lookAtCertificates,
    subject: `${machine.name}: look at certificates`,
    hint: 'Run the operation again.',
    signal: ports.signal,
  })
  const sighting = parseCertificates(answer)
  if (sighting !== undefined) return sighting
  throw new DroverError(`${machine.name}: look at certificates: the answer is not whole`, {
    reason: 'command-failed',
    hint: 'Ensure that the login shell of the machine prints nothing by itself, then run this again.',
  })
}
