import { prepareArtifacts } from '../artifacts/prepare-artifacts.js'
import type { Identity } from '../base/identity.js'
import type { Tree } from '../base/tree.js'
import { prepareCode } from '../code/prepare-code.js'
import type { DesiredMachine } from '../desired/desired-machines.js'
import type { Session } from '../remote/session.js'
import type { RoleOutcome } from '../roles/commands/role-ends.js'
import { runBaseline } from '../roles/run-baseline.js'
import { reopenSession } from '../task/sessions.js'
import type { Task } from '../task/task.js'
import type { Observed } from './commands/observe.js'
import type { ConfigurePlan } from './plan/plan.js'
import { relocate } from './plan/relocate.js'

/** How long a machine that was at long work may take to answer again. */
const reopenMs = 60_000

export interface MakeReady {
  readonly session: Session
  readonly identity: Identity
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
 * there. What is done already is not done again. Then hands a session to `next`: the link may have been lost meanwhile.
 */
export async function withMachineReady<T>(
  task: Task,
  work: MakeReady,
  next: (session: Session, ready: Ready) => Promise<T>,
): Promise<T> {
  const { identity, desired, plan, tree } = work
  const link = keepSession(task, { session: work.session, identity })
  await using _link = link
  const ran = await runRoles(task, work, link)
  const present = presentOf(work)
  if (plan.links.length > 0) {
    const { isLinkLost } = await prepareCode(task, {
      session: link.session(),
      identity,
      desired: desired.code,
      present,
    })
    if (isLinkLost) await link.renew()
    await prepareArtifacts(task, { session: link.session(), desired: desired.artifacts, tree, present })
  }
  return await next(link.session(), ran === undefined ? {} : { ran })
}

async function runRoles(
  task: Task,
  { identity, desired: { baseline }, plan: { pending, baselineDigest } }: MakeReady,
  link: KeptSession,
): Promise<readonly RoleOutcome[] | undefined> {
  if (baseline === undefined || baselineDigest === undefined || pending.length === 0) return undefined
  const plan = { pending, digest: baselineDigest }
  const { roles, isLinkLost } = await runBaseline(task, { session: link.session(), identity, baseline, plan })
  if (isLinkLost) await link.renew()
  return roles
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

interface KeptSession extends AsyncDisposable {
  readonly session: () => Session
  /** A new one in place of one that is lost; it is closed in the end, the first one is its owner's. */
  readonly renew: () => Promise<void>
}

function keepSession(
  task: Task,
  { session: first, identity }: { readonly session: Session; readonly identity: Identity },
): KeptSession {
  let renewed: Session | undefined
  return {
    session: () => renewed ?? first,
    renew: async () => {
      await renewed?.close()
      renewed = await reopenSession(task, identity, reopenMs)
    },
    [Symbol.asyncDispose]: async () => renewed?.close(),
  }
}
