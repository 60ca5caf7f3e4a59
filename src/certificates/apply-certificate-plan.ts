import { DroverError } from '../base/errors.js'
import type { AcmeCertificate } from '../flock/desired-certificate.js'
import type { Task, TaskOutcome } from '../task/task.js'
import type { Around } from './certify.js'
import { orderScript, serveScript } from './commands/order.js'
import { givenScript, selfSignedScript } from './commands/own.js'
import { certificatePlaces } from './commands/places.js'
import type { UnitReport } from './commands/read-unit.js'
import { restoreScript } from './commands/restore.js'
import { limitFailures } from './plan/limit-failures.js'
import { outcomeOfOrder } from './plan/order-end.js'
import { isSameNames, type Order } from './plan/order-events.js'
import { lineageOf } from './plan/plan-certificate.js'
import { checkReach } from './preflight.js'
import { decryptLineages } from './restore-lineages.js'
import { runUnit, type UnitWork, unitFailure } from './run-unit.js'

/** Does what the plan says; answers with an outcome only when an order failed. Other failures are thrown. */
export async function applyCertificatePlan(task: Task, around: Around): Promise<TaskOutcome | undefined> {
  const { plan, desired, progress } = around
  switch (plan.kind) {
    case 'nothing':
      return undefined
    case 'serve':
      await runOrThrow(task, around, {
        script: serveScript({ folder: plan.folder, ...caOf(around) }),
        files: [],
      })
      progress.done.push('is served now')
      return undefined
    case 'restore':
      await restore(task, around)
      return undefined
    case 'order':
      return desired.from === 'acme'
        ? await order(task, { ...around, desired, isForced: plan.isForced })
        : undefined
    case 'make':
      if (desired.from !== 'self-signed') return undefined
      await runOrThrow(task, around, selfSignedScript(desired, plan.id))
      progress.isForced = false
      progress.done.push('made, self-signed')
      return undefined
    case 'put':
      if (desired.from !== 'secret') return undefined
      await runOrThrow(task, around, givenScript({ id: plan.id, ...around.given(desired) }))
      progress.done.push('put from secrets')
      return undefined
  }
}

function caOf({ desired }: Around): { readonly ca?: string } {
  return desired.from === 'acme' && desired.ca !== undefined ? { ca: desired.ca } : {}
}

async function runOrThrow(
  task: Task,
  { connection, plan }: Around,
  work: Pick<UnitWork, 'script' | 'files'>,
): Promise<UnitReport> {
  const names = { serve: 'serve', restore: 'restore', make: 'make', put: 'put', order: 'order', nothing: '' }
  return await task.step({ kind: 'certificate', text: `${names[plan.kind]} the certificate` }, async () => {
    const { report, isDone } = await runUnit(task, { connection, ...work })
    if (!isDone) throw unitFailure(task, report)
    return report
  })
}

async function restore(task: Task, around: Around): Promise<void> {
  const { view, progress, observed, desired } = around
  const { recorded } = progress
  progress.isRestorable = false
  if (recorded?.lineage === undefined) return
  const archive = await decryptLineages(task, view)
  const { lineage, sha256: digest } = recorded
  const report = await runOrThrow(
    task,
    around,
    restoreScript({ lineage, archive, ...caOf({ ...around, desired }) }),
  )
  // With others beside it the whole is another.
  if (observed.digest === undefined && report.restored !== digest) {
    throw new DroverError(`${task.machine.name}: what was restored is not what was captured`, {
      reason: 'follow-up-failed',
      hint: `Ensure that the disk of the machine is sound, remove ${certificatePlaces.letsencrypt} there and run this again.`,
    })
  }
  progress.done.push('restored')
}

type Ordering = Around & { readonly desired: AcmeCertificate; readonly isForced: boolean }

async function order(
  task: Task,
  { connection, desired, isForced, ...around }: Ordering,
): Promise<TaskOutcome | undefined> {
  const { machine } = task
  const { contact } = desired
  if (contact === undefined) {
    throw new DroverError(`${machine.name}: no contact is given for the ACME account: nothing was ordered`, {
      reason: 'missing-contact',
      hint: 'Add "contact: ADDRESS" to "certificate" in flock.yml.',
    })
  }
  await limitFailures(task, { names: desired.names, observed: around.observed, history: around.history })
  const webroot = webrootOf(task)
  await checkReach(task, { session: connection, identity: connection.identity, desired, webroot })
  const placed: Order = {
    machine: machine.name,
    names: desired.names,
    acme: desired.acme,
    isRenewal: isRenewal(desired, around),
    atMs: task.ports.clock.now(),
  }
  around.budget.spend(placed)
  const script = orderScript({ desired, lineage: lineageOf(desired), contact, webroot, isForced })
  const unit = await task.step(
    { kind: 'order', text: 'order' },
    () => runUnit(task, { connection, ...script }),
    {
      isFailed: ({ report }) => report.attempts.at(-1)?.kind !== 'done',
    },
  )
  const end = outcomeOfOrder(unit, { placed, desired })
  if (end.kind === 'failed') return end.outcome
  around.progress.isForced = false
  if (end.event !== undefined) around.progress.hasOrdered = end.event
  around.progress.done.push(...end.said)
  return undefined
}

/** As the certificate authority sees it: it has issued one for just these names. */
function isRenewal(
  { names, acme }: AcmeCertificate,
  { observed, progress }: Pick<Around, 'observed' | 'progress'>,
): boolean {
  const { recorded } = progress
  const known = [
    ...observed.lineages.map((one) => ({ names: one.facts?.names ?? [], acme: one.acme })),
    ...(recorded === undefined ? [] : [{ names: recorded.names, acme: recorded.acme }]),
  ]
  return known.some((one) => one.acme === acme && isSameNames(one.names, names))
}

const plainPath = /^(?:\/(?!\.\.?(?:\/|$))[A-Za-z0-9._-]+)+$/

/** The role nginx_site answers from there, wherever its variable says. */
function webrootOf({ machine }: Task): string {
  const given = machine.vars.nginx_site_acme_root
  return typeof given === 'string' && plainPath.test(given) ? given : certificatePlaces.webroot
}
