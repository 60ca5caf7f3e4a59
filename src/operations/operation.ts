import type { DroverError } from '../base/errors.js'
import type { Outcome } from '../base/outcome.js'
import type { FlockView } from '../branch/flock-view.js'
import type { Machine } from '../flock/flock.js'
import type { Ledger } from '../ledger/ledger.js'
import type { ResultData } from '../report/result-data.js'
import type { BaseRequest } from '../request/request.js'
import type { FleetPorts, Ports } from '../task/ports.js'
import type { Task, TaskOutcome } from '../task/task.js'

/** What an operation gives back; the engine makes the Result of it. */
export interface ResultDraft {
  readonly outcomes?: readonly Outcome[]
  /** Commit on the config branch that holds the records. */
  readonly commit?: string
  readonly failure?: DroverError
  readonly data?: ResultData
  readonly message?: string
  /** Goes to standard output at a shell as it is, in place of everything else: into a file, a pipe or another program. */
  readonly output?: string
}

interface Chosen<R> {
  readonly view: FlockView
  readonly machines: readonly Machine[]
  readonly request: R
}

/** An operation that does the same to each machine; the engine chooses, shares out, records and gathers. */
export interface FleetOperation<R extends BaseRequest> {
  readonly kind: 'fleet'
  /** True when each machine's outcome is to be recorded on the branch. */
  readonly records: (request: R) => boolean
  /** True when machines will be connected to. */
  readonly connects?: boolean
  /** Everything that can be refused before any machine is touched; answers with the work on one machine. Takes the ports that it names. */
  readonly prepare: (ports: FleetPorts, chosen: Chosen<R>) => Promise<(task: Task) => Promise<TaskOutcome>>
}

/** An operation that goes its own way. Each says by its own signature which of the ports it takes. */
export interface WholeOperation<R extends BaseRequest> {
  readonly kind: 'whole'
  readonly run: (ports: Ports, request: R, engine: Engine) => Promise<ResultDraft>
}

export type Operation<R extends BaseRequest> = FleetOperation<R> | WholeOperation<R>

/** Work on several machines. */
export interface FleetWork {
  readonly operation: string
  readonly machines: readonly Machine[]
  readonly parallel: number
  readonly view: FlockView
  /** True when each machine's outcome is to be recorded on the branch. */
  readonly records: boolean
  readonly work: (task: Task) => Promise<TaskOutcome>
}

/** What the engine does for an operation that goes its own way over machines. */
export interface Engine {
  /** The branch and the machines that the request names; their secrets are known to `clean` before it answers. */
  readonly choose: (
    request: BaseRequest,
  ) => Promise<{ readonly view: FlockView; readonly machines: readonly Machine[] }>
  /** One outcome for each machine; never throws for what happens to one. */
  readonly runTasks: (work: FleetWork) => Promise<ResultDraft & Pick<Required<ResultDraft>, 'outcomes'>>
  /** Carries out another operation's way over machines; with `ledger` on another branch than the run's. */
  readonly runFleet: <R extends BaseRequest>(
    operation: FleetOperation<R>,
    asked: { readonly request: R; readonly ledger?: Ledger },
  ) => Promise<ResultDraft>
}

export function fleetOperation<R extends BaseRequest>(
  operation: Omit<FleetOperation<R>, 'kind'>,
): FleetOperation<R> {
  return { kind: 'fleet', ...operation }
}

export function wholeOperation<R extends BaseRequest>(run: WholeOperation<R>['run']): WholeOperation<R> {
  return { kind: 'whole', run }
}
