import { prepareArtifacts } from '../artifacts/prepare-artifacts.js'
import type { Tree } from '../base/tree.js'
import { prepareCode } from '../code/prepare-code.js'
import type { MachineConnection } from '../connection/machine-connection.js'
import type { DesiredMachine } from '../desired/desired-machines.js'
import type { RoleOutcome } from '../roles/commands/role-ends.js'
import { runBaseline } from '../roles/run-baseline.js'
import type { Task } from '../task/task.js'
import type { Observed } from './commands/observe.js'
import type { ConfigurePlan } from './plan/plan.js'
import { relocate } from './plan/relocate.js'

export interface MakeReady {
  readonly connection: MachineConnection
  readonly desired: DesiredMachine
  readonly plan: ConfigurePlan
  readonly observed: Observed
  /** The config branch. */
  readonly tree: Tree
}

export interface Ready {
  /** What became of the roles; absent when none was pending. */
  readonly ran?: readonly RoleOutcome[]
}

/**
 * All that is slow and touches nothing that serves: runs the pending roles, makes releases of code, puts artifacts
 * there. What is done already is not done again.
 */
export async function makeMachineReady(task: Task, work: MakeReady): Promise<Ready> {
  const { connection, desired, plan, tree } = work
  const ran = await runRoles(task, work)
  const present = presentOf(work)
  if (plan.links.length > 0) {
    await prepareCode(task, { connection, desired: desired.code, present })
    await prepareArtifacts(task, { session: connection, desired: desired.artifacts, tree, present })
  }
  return ran === undefined ? {} : { ran }
}

async function runRoles(
  task: Task,
  { connection, desired: { baseline }, plan: { pending, baselineDigest } }: MakeReady,
): Promise<readonly RoleOutcome[] | undefined> {
  if (baseline === undefined || baselineDigest === undefined || pending.length === 0) return undefined
  const plan = { pending, digest: baselineDigest }
  return await runBaseline(task, { connection, baseline, plan })
}

/** What links lead to now: it is there, and whole. */
function presentOf({ desired: { links }, observed }: MakeReady): ReadonlySet<string> {
  return new Set(
    links.flatMap(({ path, to }) => {
      const found = observed.found.get(relocate(path, links))
      return found?.link === to && found.isDangling !== true ? [to] : []
    }),
  )
}
