import type { TreeChange } from '../ledger/ledger.js'
import { asDroverError } from '../task/failure.js'
import type { Job } from '../task/task.js'
import { openSession } from '../task/sessions.js'
import { identityOf, type Survey } from '../branch/flock-view.js'
import { captureIfChanged } from './capture-lineages.js'
import { certificateIn } from './certificate-file.js'
import { lookAtMachine } from './observe-certificates.js'
import { lineageOf } from './plan/plan-certificate.js'

/**
 * What a machine's own timer renewed since, sealed before the machine ends. What cannot be captured is no
 * reason to keep a machine: that is said, and the branch keeps what it has.
 */
export async function captureCertificate(job: Job, survey: Survey): Promise<readonly TreeChange[]> {
  const { certificate: wish, name } = job.machine
  if (wish?.from !== 'acme') return []
  try {
    await using session = await openSession(job, identityOf(survey, name))
    const sighting = await lookAtMachine(job, session)
    const recorded = certificateIn(survey.snapshot.tree, name)
    const captured = await captureIfChanged(job, session, { sighting, recorded, lineage: lineageOf(wish) })
    return captured?.changes ?? []
  } catch (thrown) {
    job.warn(`is ended with its certificate as the branch has it: ${asDroverError(thrown).message}`)
    return []
  }
}
