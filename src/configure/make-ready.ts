import type { Identity } from '../base/identity.js'
import type { Tree } from '../base/tree.js'
import type { RoleEnd } from '../roles/commands/role-ends.js'
import type { Sighting } from './commands/observe.js'
import type { Session } from '../remote/session.js'
import { prepareArtifacts } from '../artifacts/prepare-artifacts.js'
import { runBaseline } from '../roles/run-baseline.js'
import { prepareCode } from '../code/prepare-code.js'
import type { Job } from '../task/task.js'
import { reopenSession } from '../task/sessions.js'
import type { ConfigurePlan } from './plan/plan.js'
import { relocate } from './plan/relocate.js'
import type { WantedMachine } from './desired-machines.js'

/** How long a machine that was at long work may take to answer again. */
const reopenMs = 60_000

export interface MakeReady {
  readonly session: Session
  readonly identity: Identity
  readonly wanted: WantedMachine
  readonly plan: ConfigurePlan
  readonly sighting: Sighting
  /** The config branch. */
  readonly tree: Tree
}

export interface Ready {
  /** What became of the roles; absent when none was pending. */
  readonly ran?: readonly RoleEnd[]
}

/**
 * All that is slow and touches nothing that serves: runs the pending roles, makes releases of code, puts artifacts
 * there. What is done already is not done again. Then hands a session to `next`: the link may have been lost meanwhile.
 */
export async function withMachineReady<T>(
  job: Job,
  work: MakeReady,
  next: (session: Session, ready: Ready) => Promise<T>,
): Promise<T> {
  const { identity, wanted, plan, tree } = work
  const link = keepSession(job, { session: work.session, identity })
  await using _link = link
  const ran = await runRoles(job, work, link)
  const present = presentOf(work)
  if (plan.links.length > 0) {
    const { isLinkLost } = await prepareCode(job, {
      session: link.session(),
      identity,
      wanted: wanted.code,
      present,
    })
    if (isLinkLost) await link.renew()
    await prepareArtifacts(job, { session: link.session(), wanted: wanted.artifacts, tree, present })
  }
  return await next(link.session(), ran === undefined ? {} : { ran })
}

async function runRoles(
  job: Job,
  { identity, wanted: { baseline }, plan: { pending, baselineDigest } }: MakeReady,
  link: KeptSession,
): Promise<readonly RoleEnd[] | undefined> {
  if (baseline === undefined || baselineDigest === undefined || pending.length === 0) return undefined
  const plan = { pending, digest: baselineDigest }
  const { roles, isLinkLost } = await runBaseline(job, { session: link.session(), identity, baseline, plan })
  if (isLinkLost) await link.renew()
  return roles
}

/** What links lead to now: it is there, and whole. */
function presentOf({ wanted: { links }, sighting }: MakeReady): ReadonlySet<string> {
  return new Set(
    links.flatMap(({ path, to }) => {
      const found = sighting.found.get(relocate(path, links))
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
  job: Job,
  { session: first, identity }: { readonly session: Session; readonly identity: Identity },
): KeptSession {
  let renewed: Session | undefined
  return {
    session: () => renewed ?? first,
    renew: async () => {
      await renewed?.close()
      renewed = await reopenSession(job, identity, reopenMs)
    },
    [Symbol.asyncDispose]: async () => renewed?.close(),
  }
}
