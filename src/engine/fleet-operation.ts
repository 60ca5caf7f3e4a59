import type { Json } from '../base/json.js'
import type { Machine } from '../flock/flock.js'
import { chooserOf } from '../branch/choose-machines.js'
import { requireProtectedOrigin } from '../branch/environment.js'
import type { FleetEnd } from './run-tasks.js'
import { runFleet } from './run-tasks.js'
import type { Done, Job } from '../task/task.js'
import type { Ports } from '../task/ports.js'
import { mayChangeMachines } from '../request/registry.js'
import type { Request } from '../request/request.js'
import { ownerOfKey, readFlock, type Survey } from '../branch/flock-view.js'

/** What an operation gives back; `runOperation` makes the Result of it. */
export interface OperationEnd extends Partial<FleetEnd> {
  readonly data?: Json
  readonly message?: string
}

export type Operation = (ports: Ports, request: Request) => Promise<OperationEnd>

export interface Chosen {
  readonly survey: Survey
  readonly machines: readonly Machine[]
  readonly request: Request
}

export interface FleetOperation {
  readonly records: (request: Request) => boolean
  /** True when machines will be connected to. */
  readonly connects?: boolean
  /** Everything that can be refused before any machine is touched; answers with the verb for one machine. */
  readonly prepare: (ports: Ports, chosen: Chosen) => Promise<(job: Job) => Promise<Done>>
}

/** The way of every operation on machines: read the branch, choose, check all input, then work on each. */
export function defineFleetOperation(definition: FleetOperation): Operation {
  return async (ports, request) => {
    const reading = readFlock(ports)
    // What fails here fails again, and is told, when a connection is wanted.
    if (definition.connects) ports.sshKey().catch(() => {})
    const survey = await reading
    const machines = await chooserOf(request.operation)(ports, survey, request)
    const acts = definition.records(request)
    if (acts && mayChangeMachines(request.operation)) {
      requireProtectedOrigin(machines, { flock: survey.flock, origin: ports.origin })
    }
    const verb = await definition.prepare(ports, { survey, machines, request })
    return runFleet(ports, {
      operation: request.operation,
      machines,
      parallel: request.parallel,
      config: survey.snapshot.commit,
      records: acts,
      ownerOfKey: ownerOfKey(survey),
      verb,
    })
  }
}
