import { DroverError } from '../base/errors.js'
import { identityOf } from '../branch/flock-view.js'
import { openConnection } from '../connection/open-connection.js'
import type { DesiredCertificate } from '../flock/desired-certificate.js'
import type { Session } from '../remote/session.js'
import type { Task, TaskOutcome } from '../task/task.js'
import { applyCertificatePlan } from './apply-certificate-plan.js'
import { captureIfChanged, recordOf } from './capture-lineages.js'
import {
  type CertificateRecord,
  certificateIn,
  putCertificate,
  sealedLineagesPath,
} from './certificate-file.js'
import type { Certify, Progress } from './certify.js'
import type { ObservedCertificates } from './commands/observe-certificates.js'
import type { CertificateFacts } from './commands/read-certificate.js'
import { observeCertificates } from './observe-certificates.js'
import { judgeCertificate, spanOf } from './plan/judge-certificate.js'
import { isSameNames, orderEvent } from './plan/order-events.js'
import { type CertificatePlan, lineageOf, planCertificate } from './plan/plan-certificate.js'
import { registeredDomain } from './plan/registered-domain.js'

/** Restored, ordered, served: no machine needs more, and one more look that finds nothing to do. */
const maxRounds = 4

/**
 * Gives one machine the certificate that it is to have. Looks again after each act, so that what is told at the end
 * is what was found. Cut off anywhere, the next run goes on from what it finds: an order that the machine has
 * begun goes on without us, and one that it has finished is found as a certificate.
 */
export async function certifyMachine(task: Task, work: Certify): Promise<TaskOutcome> {
  const { machine, ports } = task
  const desired = machine.certificate
  if (desired === undefined) {
    return { kind: 'ok', reason: 'already-so', message: 'flock.yml asks for no certificate' }
  }
  const identity = identityOf(work.view, machine.name)
  const { tree } = work.view.snapshot
  const isSealed = tree.has(sealedLineagesPath(machine.name))
  const progress: Progress = {
    recorded: certificateIn(tree, machine.name),
    isRestorable: isSealed,
    isForced: work.isForced,
    done: [],
  }
  for (let round = 0; round < maxRounds; round += 1) {
    await using connection = await openConnection(task, identity)
    const observed = await task.step({ kind: 'observe', text: 'look at certificates' }, () =>
      observeCertificates(task, connection),
    )
    const plan = planCertificate({
      desired,
      observed,
      sealed: progress.isRestorable ? progress.recorded : undefined,
      nowMs: ports.clock.now(),
      isForced: progress.isForced,
      given: desired.from === 'secret' ? work.given(desired).sha256 : undefined,
    })
    if (work.isDryRun) return tellPlan(plan, observed)
    if (progress.hasOrdered) await keepOrder(task, connection, { work, desired, observed, progress })
    if (plan.kind === 'nothing') return await conclude(task, connection, { desired, observed, progress })
    const failed = await applyCertificatePlan(task, {
      ...work,
      connection,
      desired,
      observed,
      plan,
      progress,
    })
    if (failed !== undefined) return failed
  }
  throw new DroverError(`${machine.name}: the certificate was put and is not what is asked for`, {
    reason: 'follow-up-failed',
    hint: 'Look at what "drover certbot --dry-run" says of the machine: something else may change it.',
  })
}

function tellPlan(plan: CertificatePlan, observed: ObservedCertificates): TaskOutcome {
  if (plan.kind === 'nothing') return alreadySo(observed)
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
  readonly desired: DesiredCertificate
  readonly observed: ObservedCertificates
  readonly progress: Progress
}

/** On the branch before anything else is done: what was ordered counts, and must not be ordered again. */
async function keepOrder(
  task: Task,
  session: Session,
  { work, desired, observed, progress }: Kept,
): Promise<void> {
  const captured = await captureIfChanged(task, session, {
    observed,
    recorded: progress.recorded,
    lineage: lineageOf(desired),
  })
  await task.step({ kind: 'record', text: 'record the order' }, () =>
    work.pushNow(task, {
      config: work.view.snapshot.commit,
      message: `ordered a certificate for ${desired.names.join(', ')}`,
      changes: captured?.changes ?? [],
      ...(progress.hasOrdered === undefined ? {} : { event: progress.hasOrdered }),
    }),
  )
  progress.hasOrdered = undefined
  progress.isRestorable = false
  if (captured !== undefined) progress.recorded = captured.record
}

type Ending = Pick<Kept, 'desired' | 'observed' | 'progress'>

async function conclude(
  task: Task,
  session: Session,
  { desired, observed, progress }: Ending,
): Promise<TaskOutcome> {
  for (const file of observed.rewritten) {
    task.warn(
      `${file} was written by certbot: the role nginx_site, or a file of files.yml, can take its place`,
    )
  }
  const facts = observed.served?.facts
  const { done, recorded } = progress
  const captured =
    desired.from === 'acme'
      ? await captureIfChanged(task, session, { observed, recorded, lineage: lineageOf(desired) })
      : recordOwn(task, { desired, facts, recorded })
  if (captured !== undefined && done.length === 0) done.push('recorded what is there')
  const ended: TaskOutcome =
    done.length === 0
      ? alreadySo(observed)
      : {
          kind: 'changed',
          reason: 'done',
          message: `certificate ${done.join(', ')}; ${until(facts)}`,
          ...(captured === undefined ? {} : { changes: captured.changes }),
          ...renewedEvent(captured?.record, recorded),
        }
  return facts === undefined ? ended : judged(task, { ended, facts, desired })
}

/** What the timer of the machine renewed, or a run ordered that ended before it could say so, counts as ordered. */
function renewedEvent(
  found: CertificateRecord | undefined,
  recorded: CertificateRecord | undefined,
): Pick<TaskOutcome, 'event'> {
  if (found?.acme === undefined || found.serial === recorded?.serial) return {}
  const { acme, names, notBefore } = found
  const isRenewal = recorded?.acme === acme && isSameNames(recorded.names, names)
  return { event: orderEvent({ names, acme, isRenewal, atMs: Date.parse(notBefore) }, registeredDomain) }
}

/** What is done is done; that the certificate ends all the same is a failure. */
function judged(
  task: Task,
  {
    ended,
    facts,
    desired,
  }: { readonly ended: TaskOutcome; readonly facts: CertificateFacts; readonly desired: DesiredCertificate },
): TaskOutcome {
  const { names, issuer } = facts
  const known = { names, issuer, ...spanOf(facts), from: desired.from }
  const { data, fault, warning } = judgeCertificate(known, task.ports.clock.now())
  if (warning !== undefined) task.warn(warning)
  return {
    ...ended,
    data: { kind: 'certificate', certificate: data },
    ...(fault === undefined ? {} : { kind: 'failed', ...fault }),
  }
}

function recordOwn(
  { machine }: Task,
  {
    desired,
    facts,
    recorded,
  }: Pick<Ending, 'desired'> & {
    readonly facts: CertificateFacts | undefined
    readonly recorded: CertificateRecord | undefined
  },
): { readonly changes: readonly ReturnType<typeof putCertificate>[]; readonly record?: never } | undefined {
  if (facts === undefined || (recorded?.from === desired.from && recorded.sha256 === facts.sha256))
    return undefined
  return { changes: [putCertificate(machine.name, { ...recordOf(facts), from: desired.from })] }
}

function alreadySo({ served }: ObservedCertificates): TaskOutcome {
  return { kind: 'ok', reason: 'already-so', message: `certificate ${until(served?.facts)}` }
}

function until(facts: CertificateFacts | undefined): string {
  if (facts === undefined) return 'cannot be read'
  return `is good until ${new Date(facts.notAfterMs).toISOString().slice(0, 10)}`
}
