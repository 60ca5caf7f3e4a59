import { DroverError } from '../base/errors.js'
import type { AcmeCertificate } from '../flock/certificate-wish.js'
import { orderScript, serveScript } from './commands/order.js'
import { givenScript, selfSignedScript } from './commands/own.js'
import { certificatePlaces } from './commands/places.js'
import type { UnitReport } from './commands/read-unit.js'
import { restoreScript } from './commands/restore.js'
import type { Done, Job } from '../task/task.js'
import { limitFailures } from './plan/limit-failures.js'
import { endOfOrder } from './plan/order-end.js'
import { isSameNames, type Order } from './plan/order-events.js'
import { lineageOf } from './plan/plan-certificate.js'
import { checkReach } from './preflight.js'
import type { Around } from './certify.js'
import { openSealedLineages } from './restore-lineages.js'
import { runUnit, type UnitWork, unitFailure } from './run-unit.js'

/** Does what the plan says; answers with an outcome only when an order failed. Other failures are thrown. */
export async function actOn(job: Job, around: Around): Promise<Done | undefined> {
  const { plan, wish, progress } = around
  switch (plan.kind) {
    case 'nothing':
      return undefined
    case 'serve':
      await runOrThrow(job, around, {
        script: serveScript({ folder: plan.folder, ...caOf(around) }),
        files: [],
      })
      progress.done.push('is served now')
      return undefined
    case 'restore':
      await restore(job, around)
      return undefined
    case 'order':
      return wish.from === 'acme' ? await order(job, { ...around, wish, isForced: plan.isForced }) : undefined
    case 'make':
      if (wish.from !== 'self-signed') return undefined
      await runOrThrow(job, around, selfSignedScript(wish, plan.id))
      progress.isForced = false
      progress.done.push('made, self-signed')
      return undefined
    case 'put':
      if (wish.from !== 'secret') return undefined
      await runOrThrow(job, around, givenScript({ id: plan.id, ...around.given(wish) }))
      progress.done.push('put from secrets')
      return undefined
  }
}

function caOf({ wish }: Around): { readonly ca?: string } {
  return wish.from === 'acme' && wish.ca !== undefined ? { ca: wish.ca } : {}
}

async function runOrThrow(
  job: Job,
  { session, identity, plan }: Around,
  work: Pick<UnitWork, 'script' | 'files'>,
): Promise<UnitReport> {
  const names = { serve: 'serve', restore: 'restore', make: 'make', put: 'put', order: 'order', nothing: '' }
  return await job.step(`${names[plan.kind]} the certificate`, async () => {
    const { report, isDone } = await runUnit(job, { session, identity, ...work })
    if (!isDone) throw unitFailure(job, report)
    return report
  })
}

async function restore(job: Job, around: Around): Promise<void> {
  const { survey, progress, sighting, wish } = around
  const { recorded } = progress
  progress.isRestorable = false
  if (recorded?.lineage === undefined) return
  const archive = await openSealedLineages(job, survey)
  const { lineage, sha256: digest } = recorded
  const report = await runOrThrow(
    job,
    around,
    restoreScript({ lineage, archive, ...caOf({ ...around, wish }) }),
  )
  // With others beside it the whole is another.
  if (sighting.digest === undefined && report.restored !== digest) {
    throw new DroverError(`${job.machine.name}: what was restored is not what was captured`, {
      reason: 'follow-up-failed',
      hint: `Ensure that the disk of the machine is sound, remove ${certificatePlaces.letsencrypt} there and run this again.`,
    })
  }
  progress.done.push('restored')
}

type Ordering = Around & { readonly wish: AcmeCertificate; readonly isForced: boolean }

async function order(
  job: Job,
  { session, identity, wish, isForced, ...around }: Ordering,
): Promise<Done | undefined> {
  const { machine } = job
  const { contact } = wish
  if (contact === undefined) {
    throw new DroverError(`${machine.name}: no contact is given for the ACME account: nothing was ordered`, {
      reason: 'missing-contact',
      hint: 'Add "contact: ADDRESS" to "certificate" in flock.yml.',
    })
  }
  await limitFailures(job, { names: wish.names, sighting: around.sighting })
  const webroot = webrootOf(job)
  await checkReach(job, { session, identity, wish, webroot })
  const placed: Order = {
    machine: machine.name,
    names: wish.names,
    acme: wish.acme,
    isRenewal: isRenewal(wish, around),
    atMs: job.ports.clock.now(),
  }
  around.budget.spend(placed)
  const script = orderScript({ wish, lineage: lineageOf(wish), contact, webroot, isForced })
  const unit = await job.step('order', () => runUnit(job, { session, identity, ...script }), {
    isFailed: ({ report }) => report.attempts.at(-1)?.kind !== 'done',
  })
  const end = endOfOrder(unit, { placed, wish })
  if (end.kind === 'failed') return end.outcome
  around.progress.isForced = false
  if (end.event !== undefined) around.progress.hasOrdered = end.event
  around.progress.done.push(...end.said)
  return undefined
}

/** As the certificate authority sees it: it has issued one for just these names. */
function isRenewal(
  { names, acme }: AcmeCertificate,
  { sighting, progress }: Pick<Around, 'sighting' | 'progress'>,
): boolean {
  const { recorded } = progress
  const known = [
    ...sighting.lineages.map((one) => ({ names: one.facts?.names ?? [], acme: one.acme })),
    ...(recorded === undefined ? [] : [{ names: recorded.names, acme: recorded.acme }]),
  ]
  return known.some((one) => one.acme === acme && isSameNames(one.names, names))
}

const plainPath = /^(?:\/(?!\.\.?(?:\/|$))[A-Za-z0-9._-]+)+$/

/** The role nginx_site answers from there, wherever its variable says. */
function webrootOf({ machine }: Job): string {
  const given = machine.vars.nginx_site_acme_root
  return typeof given === 'string' && plainPath.test(given) ? given : certificatePlaces.webroot
}
