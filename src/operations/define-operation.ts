import type { Problem } from '../base/errors.js'
import type { GeneralOptionName } from '../request/general-options.js'
import type { AnyRequest, BaseRequest, OptionSet, RequestOf } from '../request/request.js'
import type { Operation } from './operation.js'

/** The headings of the help and of the reference. */
export const operationGroups = ['every day', 'machines', 'fleet', 'repository', 'used by workflows'] as const
type OperationGroup = (typeof operationGroups)[number]

/** What the rest of Drover needs to know of an operation and cannot see from outside; all are false or usual when absent. */
interface Traits {
  /** Which machines can be chosen: those of `flock.yml`; also left over ones by their names; also left over ones by any selector. */
  readonly chooses?: 'flock' | 'with-leftovers' | 'all'
  /** Its answer is what would change, line by line. */
  readonly showsPlan?: true
  /** Takes a command line: behind `--`, or as the input "command". */
  readonly takesCommand?: true
  /** The names of the machines are to be typed again. */
  readonly needsConfirmation?: true
  readonly makesMachines?: true
  readonly endsMachines?: true
  /** Renders the files of its machines with the run's secrets before it begins. */
  readonly rendersFiles?: true
  /** Gives the terminal to another program. */
  readonly takesTerminal?: true
  /** May ask the person at the terminal. */
  readonly asksPerson?: true
  /** Is about a run and not about machines, so no jobs can be planned for it. */
  readonly isAboutRuns?: true
  /** Works from records and not from the files of the branch: edits that are not pushed do not matter. */
  readonly overlooksEdits?: true
}

/** The form of a button in the Actions tab (`workflow_dispatch`), and what its run passes on. */
export interface WorkflowButton {
  /** Inputs of the form, in order: own options, and those that `shard` and `record` take. */
  readonly inputs: readonly string[]
  /** How the form asks for an input, where the option's own words do not fit. */
  readonly labels?: Readonly<Record<string, string>>
  /** May be asked for by `repository_dispatch`, and with which of its options. */
  readonly requests?: readonly string[]
  /** Minutes that a job may take, where it is not the usual hour. */
  readonly timeoutMinutes?: number
}

/** One operation as data, beside its code. Facts about it stand here and nowhere else. */
export interface OperationDefinition<O extends OptionSet = OptionSet> {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly group: OperationGroup
  /** A sentence without its full stop. */
  readonly summary: string
  /** Whether machines must, may or cannot be named. */
  readonly machines: 'required' | 'optional' | 'none'
  /** What its arguments are when they are no machines. */
  readonly placeholder?: 'FILE' | 'FOLDER'
  /** One of these words must stand before its arguments, and is the first of the selectors: `drover workflows sync`. */
  readonly words?: readonly [string, ...string[]]
  readonly options: O
  /** Those of the general options that it takes; all when absent. */
  readonly general?: readonly GeneralOptionName[]
  /**
   * `reads`: leaves machines and branch as they are. `observes`: leaves machines as they are, and records what
   * it saw. `changes`: may change machines.
   */
  readonly effect: 'reads' | 'observes' | 'changes'
  /** Where it can be asked for; both when absent. */
  readonly only?: 'cli'
  readonly traits?: Traits
  readonly workflow?: WorkflowButton
  /** What is wrong with the form of a request as a whole. */
  readonly problems?: (request: RequestOf<O>) => readonly Problem[]
  /** Loads its code, and nothing of the others. */
  readonly load: () => Promise<Operation<RequestOf<O>>>
}

/** A definition whose options are not known here. */
export interface AnyDefinition extends Omit<OperationDefinition, 'problems' | 'load'> {
  readonly problems?: (request: AnyRequest) => readonly Problem[]
  readonly load: () => Promise<Operation<BaseRequest & AnyRequest>>
}

export function defineOperation<const O extends OptionSet>(
  definition: OperationDefinition<O>,
): AnyDefinition {
  // The registry holds all alike; a request is made from the very options of its definition (`parseRequest`).
  return definition as unknown as AnyDefinition
}
