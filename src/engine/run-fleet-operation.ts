import { chooserOf } from '../branch/choose-machines.js'
import { requireProtectedOrigin } from '../branch/environment.js'
import { readFlock } from '../branch/flock-view.js'
import type { FleetOperation, ResultDraft } from '../operations/operation.js'
import { findOperation, mayChangeMachines } from '../operations/registry.js'
import type { BaseRequest } from '../request/request.js'
import type { Ports } from '../task/ports.js'
import { runTasks } from './run-tasks.js'

/** The way of every operation on machines: read the branch, choose, check all input, then work on each. */
export async function runFleetOperation<R extends BaseRequest>(
  operation: FleetOperation<R>,
  { ports, request }: { readonly ports: Ports; readonly request: R },
): Promise<ResultDraft> {
  const reading = readFlock(ports)
  // What fails here fails again, and is told, when a connection is wanted.
  if (operation.connects) ports.sshKey().catch(() => {})
  const view = await reading
  const { operation: name, parallel } = request
  const machines = await chooserOf(findOperation(name)?.traits?.chooses)(ports, view, request)
  const records = operation.records(request)
  if (records && mayChangeMachines(name)) {
    requireProtectedOrigin(machines, { flock: view.flock, origin: ports.origin })
  }
  const work = await operation.prepare(ports, { view, machines, request })
  return await runTasks(ports, { operation: name, machines, parallel, view, records, work })
}
