import { createTwoFilesPatch } from 'diff'
import type { PlanData, PlannedChange } from '../base/outcome-data.js'
import type { Secret } from '../base/secret.js'
import { captureCommand } from '../capture/commands/capture.js'
import { observeLimits } from '../remote/connection-policy.js'
import type { Session } from '../remote/session.js'
import { unpackTar } from '../remote/tar.js'
import { restorePlaceholders } from '../secrets/restore-placeholders.js'
import type { Task } from '../task/task.js'
import { encodeFollowUp } from '../transaction/follow-up.js'
import type { ConfigurePlan, FileChange } from './plan/plan.js'
import { describeSymlink, shortEnd } from './plan/plan-links.js'

export interface Shown {
  readonly plan: ConfigurePlan
  readonly secrets: readonly Secret[]
  /** What the pending roles would do. */
  readonly roles?: readonly PlannedChange[]
}

/** The plan as people read it: the `data` of an outcome, with a diff for each file whose content is not secret. */
export async function showPlan(task: Task, session: Session, shown: Shown): Promise<PlanData> {
  const { plan, secrets, roles = [] } = shown
  const replaced = plan.changes.filter((change) => change.action === 'replace' || change.unseen)
  const before = await readObserved(task, session, replaced.map(whereBefore))
  return {
    kind: 'plan',
    digest: plan.digest,
    changes: [
      ...roles,
      ...plan.changes.map((change) => {
        const diff = diffOf(change, before.get(whereBefore(change)), secrets)
        return {
          path: change.file.destination,
          action: change.action,
          ...(diff === undefined ? {} : { diff: task.ports.clean(diff) }),
          after: change.file.after.map(encodeFollowUp),
        }
      }),
      ...plan.removals.map(({ path }) => ({ path, action: 'remove', after: [] })),
      ...plan.links.map((change) => ({
        path: change.link.path,
        action: `${change.action} link`,
        diff: task.ports.clean(`${describeSymlink(change)}\n`),
        after: change.link.after.map(encodeFollowUp),
      })),
      ...plan.linkRemovals.map(({ path, observedLink }) => ({
        path,
        action: 'remove link',
        diff: task.ports.clean(`${shortEnd(observedLink)} -> nothing\n`),
        after: [],
      })),
    ],
    followUps: plan.followUps.map(encodeFollowUp),
    stampOnly: plan.stampOnly,
  }
}

/** What serves now in place of a file that a link is about to lead to is what its path shows now. */
function whereBefore({ file, target, unseen }: FileChange): string {
  return unseen ? file.destination : target
}

async function readObserved(
  task: Task,
  session: Session,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  if (paths.length === 0) return new Map()
  return task.step({ kind: 'observe', text: 'read what is to be replaced' }, async () => {
    const ended = await session.exec(captureCommand(paths), { ...observeLimits, maxBytes: 64 * 1024 * 1024 })
    const entries = await unpackTar(ended.stdout)
    return new Map(entries.filter((entry) => entry.type === 'file').map((entry) => [entry.path, entry.bytes]))
  })
}

function diffOf(
  change: FileChange,
  found: Buffer | undefined,
  secrets: readonly Secret[],
): string | undefined {
  const { file } = change
  if (change.action === 'set-mode') return undefined
  const old = found === undefined ? Buffer.alloc(0) : restorePlaceholders({ found, file: undefined, secrets })
  if (old === undefined || !isText(old) || !isText(file.shown)) return undefined
  // The same as in the revision before: it is only put again.
  if (change.unseen && found !== undefined && old.equals(file.shown)) return undefined
  return createTwoFilesPatch(
    file.destination,
    file.destination,
    old.toString('utf8'),
    file.shown.toString('utf8'),
    'found',
    'desired',
    { context: 3 },
  )
}

function isText(bytes: Buffer): boolean {
  return !bytes.includes(0) && Buffer.from(bytes.toString('utf8')).equals(bytes)
}
