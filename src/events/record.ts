import type { JsonObject } from '../base/json.js'
import type { OutcomeKind, StepLabel } from '../base/outcome.js'
import type { ReasonCode } from '../base/reasons.js'
import type { Run } from '../base/run.js'
import type { TreeMode } from '../base/tree.js'

/** One change of the record to the tree. Paths are below `machines/M/`, or below `config/machines/M/` for an adopted file. */
export type TreeChange =
  | { readonly kind: 'put'; readonly path: string; readonly mode: TreeMode; readonly bytes: Buffer }
  | { readonly kind: 'remove'; readonly path: string }
  /** Removes all below a folder; comes before the puts that fill it again. */
  | { readonly kind: 'clear'; readonly folder: string }

/** What one task did to one machine, ready to be committed. */
export interface LedgerRecord {
  /** Unique for this machine, operation, run and attempt: the trailer `Drover-Record`, by which a push whose answer was lost is recognised. */
  readonly id: string
  readonly run: Run
  readonly operation: string
  readonly machine: string
  readonly outcome: OutcomeKind
  readonly reason: ReasonCode
  /** One line, scrubbed. */
  readonly message: string
  /** UTC, ISO 8601, start of the operation. */
  readonly time: string
  readonly durationMs: number
  /** Commit of the config branch that the operation worked from. */
  readonly config: string
  readonly changes: readonly TreeChange[]
  /** Committed only over this: what a machine has once, somebody else may have pushed first. Else it is left out, without a failure. */
  readonly over?: Over
  /** What more its line in `log/` tells; absent when it ended and there is no more to tell. */
  readonly event?: RecordEvent
}

/** What happened, beside how it ended. `facts` are keys of the operation's own for the line in `log/`. */
export type RecordEvent =
  /** Written down while the work went on: no end of it. */
  | { readonly kind: 'note'; readonly facts?: JsonObject }
  /** `step`: at which it failed or was cut off. */
  | {
      readonly kind: 'ended'
      readonly step?: Pick<StepLabel, 'kind' | 'text'>
      readonly facts?: JsonObject
    }

/** What must be at a path of the branch. */
export interface Over {
  readonly path: string
  /** Of the file; absent when there must be none. */
  readonly sha256?: string
}
