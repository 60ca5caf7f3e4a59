import type { Json } from '../base/json.js'
import { chooserOf } from '../branch/choose-machines.js'
import { requireProtectedOrigin } from '../branch/environment.js'
import { type FlockView, ownerOfKey, readFlock } from '../branch/flock-view.js'
import type { Machine } from '../flock/flock.js'
import { mayChangeMachines } from '../request/registry.js'
import type { Request } from '../request/request.js'
import type { Ports } from '../task/ports.js'
import type { Task, TaskOutcome } from '../task/task.js'
import type { TasksResult } from './run-tasks.js'
import { runFleet } from './run-tasks.js'

/** What an operation gives back; `runOperation` makes the Result of it. */
export interface ResultDraft extends Partial<TasksResult> {
  readonly data?: Json
  readonly message?: string
}

export type Operation = (ports: Ports, request: Request) => Promise<ResultDraft>

export interface Chosen {
  readonly view: FlockView
  readonly machines: readonly Machine[]
  readonly request: Request
}

export interface FleetOperation {
  readonly records: (request: Request) => boolean
  /** True when machines will be connected to. */
  readonly connects?: boolean
  /** Everything that can be refused before any machine is touched; answers with the verb for one machine. */
  readonly prepare: (ports: Ports, chosen: Chosen) => Promise<(task: Task) => Promise<TaskOutcome>>
}

/** The way of every operation on machines: read the branch, choose, check all input, then work on each. */
export function defineFleetOperation(definition: FleetOperation): Operation {
  return async (ports, request) => {
    const reading = readFlock(ports)
    // What fails here fails again, and is told, when a connection is wanted.
    if (definition.connects) ports.sshKey().catch(() => {})
    const view = await reading
    const machines = await chooserOf(request.operation)(ports, view, request)
    const acts = definition.records(request)
    if (acts && mayChangeMachines(request.operation)) {
      requireProtectedOrigin(machines, { flock: view.flock, origin: ports.origin })
    }
    const verb = await definition.prepare(ports, { view, machines, request })
    return runFleet(ports, {
      operation: request.operation,
      machines,
      parallel: request.parallel,
      config: view.snapshot.commit,
      records: acts,
      ownerOfKey: ownerOfKey(view),
      verb,
    })
  }
}
