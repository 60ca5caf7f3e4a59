import type { Problem } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { Outcome, OutcomeKind } from '../base/outcome.js'
import type { ReasonCode } from '../base/reasons.js'
import type { Run } from '../base/run.js'

/** When `update` reboots a machine: `auto` is when it needs that to use what is new. */
export const rebootPolicies = ['never', 'auto', 'always'] as const
export type RebootPolicy = (typeof rebootPolicies)[number]

/** What a person asked for, checked for form only. */
export interface Request {
  readonly operation: string
  readonly selectors: readonly string[]
  /** For `run`: one shell command line. */
  readonly command?: string
  /** Names typed again, or `yes` when the person said that no second typing is wanted. */
  readonly confirm?: 'yes' | readonly string[]
  readonly since?: string
  readonly dryRun: boolean
  /** Approved digests: by machine, or one for the only machine under the name ''. */
  readonly planDigests?: ReadonlyMap<string, string>
  readonly rollback: boolean
  /** All roles run, also those that ran with the same digest before. */
  readonly baseline: boolean
  readonly to?: string
  readonly parallel: number
  readonly limit: number
  /** How many machines the run may make. */
  readonly budget: number
  /** For `terminate`: end without a final capture. */
  readonly noCapture: boolean
  /** For `update`: leave what no security archive has. */
  readonly securityOnly?: boolean
  /** For `certbot`: order also what is still good. */
  readonly force?: boolean
  /** For `update`; never when absent. */
  readonly reboot?: RebootPolicy
  /** For `plan` and `record`: the operation of the jobs. */
  readonly for?: string
  readonly shards: number
  readonly canary?: number
  readonly environment?: string
  /** For `record`: `success`, `failure`, `cancelled` or `skipped`, for all jobs or for canaries and others. */
  readonly jobResults?: readonly string[]
  readonly deployment: boolean
  /** `OWNER/REPO@REF` that the workflows use. */
  readonly toolkit?: string
  /** For `init`: the name of the flock. */
  readonly name?: string
  /** For what is about a folder: `OWNER/NAME` on GitHub. */
  readonly repository?: string
  readonly defaultBranch?: string
  /** For `import`: the folder with the flock's own files. */
  readonly flockConfig?: string
  /** For `workflows`: only compare. */
  readonly check?: boolean
  /** For `workflows`: edits made by hand are replaced, too. */
  readonly overwrite?: boolean
  /** For `backup`: as they were given, a `?` at the end of those that may be missing. */
  readonly paths?: readonly string[]
  readonly recipients?: readonly string[]
  /** For `upload`: on this computer. */
  readonly file?: string
  /** For `download`: on the machine. */
  readonly from?: string
  readonly mode?: string
  readonly owner?: string
  /** For `history`: join with what GitHub knows of the runs. */
  readonly github: boolean
}

/** 0 all holds; 1 some machines did not; 2 the user's input; 3 cloud, machine or network kept us from an outcome; 70 a defect of ours. */
export type ExitCode = 0 | 1 | 2 | 3 | 70

/** The end of a run: what both front doors show, each in its way. */
export interface Result {
  readonly operation: string
  readonly run: Run
  /** Worst of the outcomes; `failed` when the run ended before any machine was looked at. */
  readonly kind: OutcomeKind
  readonly reason: ReasonCode
  readonly message: string
  readonly hint?: string
  readonly exitCode: ExitCode
  /** One for each machine that was asked for, in order of `flock.yml`. */
  readonly outcomes: readonly Outcome[]
  /** What is wrong with the input, when that is why the run ended. */
  readonly problems: readonly Problem[]
  /** Commit on the config branch that holds this run's records. */
  readonly commit?: string
  /** Answer of an operation that is not about machines one by one (`history`: the events). */
  readonly data?: Json
  readonly durationMs: number
}
