import { DroverError } from '../base/errors.js'
import type { CertificateWish } from '../flock/certificate-wish.js'
import type { CertificateSighting } from './commands/observe-certificates.js'
import type { CertificateFacts } from './commands/read-certificate.js'
import type { Session } from '../remote/session.js'
import type { Done, Job } from '../task/task.js'
import { judgeCertificate, spanOf } from './plan/judge-certificate.js'
import { openSession } from '../task/sessions.js'
import { identityOf } from '../branch/flock-view.js'
import { actOn } from './apply-certificate-plan.js'
import { captureIfChanged, recordOf } from './capture-lineages.js'
import {
  type CertificateRecord,
  certificateIn,
  putCertificate,
  sealedLineagesPath,
} from './certificate-file.js'
import { lookAtMachine } from './observe-certificates.js'
import { isSameNames, orderEvent } from './plan/order-events.js'
import { type CertificatePlan, lineageOf, planCertificate } from './plan/plan-certificate.js'
import type { Certify, Progress } from './certify.js'
import { registeredDomain } from './registered-domain.js'

/** Restored, ordered, served: no machine needs more, and one more look that finds nothing to do. */
const mostRounds = 4

/**
 * Gives one machine the certificate that it is to have. Looks again after each act, so that what is told at the end
 * is what was found. Cut off anywhere, the next run goes on from what it finds: an order that the machine has
 * begun goes on without us, and one that it has finished is found as a certificate.
 */
export async function certifyMachine(job: Job, work: Certify): Promise<Done> {
  const { machine, ports } = job
  const wish = machine.certificate
  if (wish === undefined) {
    return { kind: 'ok', reason: 'already-so', message: 'flock.yml asks for no certificate' }
  }
  const identity = identityOf(work.survey, machine.name)
  const { tree } = work.survey.snapshot
  const isSealed = tree.has(sealedLineagesPath(machine.name))
  const progress: Progress = {
    recorded: certificateIn(tree, machine.name),
    isRestorable: isSealed,
    isForced: work.isForced,
    done: [],
  }
  for (let round = 0; round < mostRounds; round += 1) {
    await using session = await openSession(job, identity)
    const sighting = await job.step('look at certificates', () => lookAtMachine(job, session))
    const plan = planCertificate({
      wish,
      sighting,
      sealed: progress.isRestorable ? progress.recorded : undefined,
      nowMs: ports.clock.now(),
      isForced: progress.isForced,
      given: wish.from === 'secret' ? work.given(wish).sha256 : undefined,
    })
    if (work.isDryRun) return tellPlan(plan, sighting)
    if (progress.hasOrdered) await keepOrder(job, session, { work, wish, sighting, progress })
    if (plan.kind === 'nothing') return await conclude(job, session, { wish, sighting, progress })
    const failed = await actOn(job, { ...work, session, identity, wish, sighting, plan, progress })
    if (failed !== undefined) return failed
  }
  throw new DroverError(`${machine.name}: the certificate was put and is not what is asked for`, {
    reason: 'follow-up-failed',
    hint: 'Look at what "drover certbot --dry-run" says of the machine: something else may change it.',
  })
}

function tellPlan(plan: CertificatePlan, sighting: CertificateSighting): Done {
  if (plan.kind === 'nothing') return alreadySo(sighting)
  const words = {
    serve: () => 'would serve the certificate that is there',
    restore: (why: string) => `would restore what the branch has sealed: ${why}`,
    order: (why: string) => `would order a certificate: ${why}`,
    make: () => 'would make a self-signed certificate',
    put: () => 'would put the certificate that the secrets hold',
  }
  return { kind: 'ok', reason: 'planned', message: words[plan.kind]('why' in plan ? plan.why : '') }
}

interface Kept {
  readonly work: Certify
  readonly wish: CertificateWish
  readonly sighting: CertificateSighting
  readonly progress: Progress
}

/** On the branch before anything else is done: what was ordered counts, and must not be ordered again. */
async function keepOrder(
  job: Job,
  session: Session,
  { work, wish, sighting, progress }: Kept,
): Promise<void> {
  const captured = await captureIfChanged(job, session, {
    sighting,
    recorded: progress.recorded,
    lineage: lineageOf(wish),
  })
  await job.step('record the order', () =>
    work.pushNow(job, {
      operation: work.operation,
      config: work.survey.snapshot.commit,
      message: `ordered a certificate for ${wish.names.join(', ')}`,
      changes: captured?.changes ?? [],
      ...(progress.hasOrdered === undefined ? {} : { event: progress.hasOrdered }),
    }),
  )
  progress.hasOrdered = undefined
  progress.isRestorable = false
  if (captured !== undefined) progress.recorded = captured.record
}

type Ending = Pick<Kept, 'wish' | 'sighting' | 'progress'>

async function conclude(job: Job, session: Session, { wish, sighting, progress }: Ending): Promise<Done> {
  for (const file of sighting.rewritten) {
    job.warn(
      `${file} was written by certbot: the role nginx_site, or a file of files.yml, can take its place`,
    )
  }
  const facts = sighting.served?.facts
  const { done, recorded } = progress
  const captured =
    wish.from === 'acme'
      ? await captureIfChanged(job, session, { sighting, recorded, lineage: lineageOf(wish) })
      : recordOwn(job, { wish, facts, recorded })
  if (captured !== undefined && done.length === 0) done.push('recorded what is there')
  const ended: Done =
    done.length === 0
      ? alreadySo(sighting)
      : {
          kind: 'changed',
          reason: 'done',
          message: `certificate ${done.join(', ')}; ${until(facts)}`,
          ...(captured === undefined ? {} : { changes: captured.changes }),
          ...renewedEvent(captured?.record, recorded),
        }
  return facts === undefined ? ended : judged(job, { ended, facts, wish })
}

/** What the timer of the machine renewed, or a run ordered that ended before it could say so, counts as ordered. */
function renewedEvent(
  found: CertificateRecord | undefined,
  recorded: CertificateRecord | undefined,
): Pick<Done, 'event'> {
  if (found?.acme === undefined || found.serial === recorded?.serial) return {}
  const { acme, names, notBefore } = found
  const isRenewal = recorded?.acme === acme && isSameNames(recorded.names, names)
  return { event: orderEvent({ names, acme, isRenewal, atMs: Date.parse(notBefore) }, registeredDomain) }
}

/** What is done is done; that the certificate ends all the same is a failure. */
function judged(
  job: Job,
  {
    ended,
    facts,
    wish,
  }: { readonly ended: Done; readonly facts: CertificateFacts; readonly wish: CertificateWish },
): Done {
  const { names, issuer } = facts
  const known = { names, issuer, ...spanOf(facts), from: wish.from }
  const { data, fault, warning } = judgeCertificate(known, job.ports.clock.now())
  if (warning !== undefined) job.warn(warning)
  return {
    ...ended,
    data: { certificate: data },
    ...(fault === undefined ? {} : { kind: 'failed', ...fault }),
  }
}

function recordOwn(
  { machine }: Job,
  {
    wish,
    facts,
    recorded,
  }: Pick<Ending, 'wish'> & {
    readonly facts: CertificateFacts | undefined
    readonly recorded: CertificateRecord | undefined
  },
): { readonly changes: readonly ReturnType<typeof putCertificate>[]; readonly record?: never } | undefined {
  if (facts === undefined || (recorded?.from === wish.from && recorded.sha256 === facts.sha256))
    return undefined
  return { changes: [putCertificate(machine.name, { ...recordOf(facts), from: wish.from })] }
}

function alreadySo({ served }: CertificateSighting): Done {
  return { kind: 'ok', reason: 'already-so', message: `certificate ${until(served?.facts)}` }
}

function until(facts: CertificateFacts | undefined): string {
  if (facts === undefined) return 'cannot be read'
  return `is good until ${new Date(facts.notAfterMs).toISOString().slice(0, 10)}`
}
