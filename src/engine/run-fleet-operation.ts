import { requireProtectedOrigin } from '../branch/environment.js'
import type { FleetOperation, ResultDraft } from '../operations/operation.js'
import { mayChangeMachines } from '../operations/registry.js'
import type { BaseRequest } from '../request/request.js'
import type { FleetPorts, RecordPorts } from '../task/ports.js'
import { chooseFor } from './choose.js'
import { cleanReporter } from './clean-reporter.js'
import { learnSecrets } from './learn-secrets.js'
import { runTasks } from './run-tasks.js'

/** What an operation on machines may touch, and what its records need. */
export type EnginePorts = FleetPorts & RecordPorts

/** The way of every operation on machines: read the branch, choose, learn secrets, check all input, work on each. */
export async function runFleetOperation<R extends BaseRequest>(
  operation: FleetOperation<R>,
  { ports, request }: { readonly ports: EnginePorts; readonly request: R },
): Promise<ResultDraft> {
  const { connects = false } = operation
  const choosing = chooseFor(ports, request)
  // What fails here fails again, and is told, when a connection is wanted.
  if (connects) ports.sshKey().catch(() => {})
  const { view, machines } = await choosing
  const { operation: name, parallel } = request
  const records = operation.records(request)
  if (records && mayChangeMachines(name)) {
    requireProtectedOrigin(machines, { flock: view.flock, origin: ports.origin })
  }
  await learnSecrets(ports, { view, machines, connects })
  const work = await operation.prepare(
    { ...ports, reporter: cleanReporter(ports) },
    { view, machines, request },
  )
  return await runTasks(ports, { operation: name, machines, parallel, view, records, work })
}
