import { asDroverError } from '../base/failure.js'
import { type FlockView, identityOf } from '../branch/flock-view.js'
import { openConnection } from '../connection/open-connection.js'
import type { TreeChange } from '../events/record.js'
import type { Task } from '../task/task.js'
import { captureIfChanged } from './capture-lineages.js'
import { certificateIn } from './certificate-file.js'
import { observeCertificates } from './observe-certificates.js'
import { lineageOf } from './plan/plan-certificate.js'

/**
 * What a machine's own timer renewed since, sealed before the machine ends. What cannot be captured is no
 * reason to keep a machine: that is said, and the branch keeps what it has.
 */
export async function captureCertificate(task: Task, view: FlockView): Promise<readonly TreeChange[]> {
  const { certificate: desired, name } = task.machine
  if (desired?.from !== 'acme') return []
  try {
    await using session = await openConnection(task, identityOf(view, name))
    const observed = await observeCertificates(task, session)
    const recorded = certificateIn(view.snapshot.tree, name)
    const captured = await captureIfChanged(task, session, {
      observed,
      recorded,
      lineage: lineageOf(desired),
    })
    return captured?.changes ?? []
  } catch (thrown) {
    task.warn(`is ended with its certificate as the branch has it: ${asDroverError(thrown).message}`)
    return []
  }
}
