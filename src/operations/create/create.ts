import type { Identity } from '../../base/identity.js'
import type { JsonObject } from '../../base/json.js'
import type { Machine } from '../../flock/flock.js'
import { prepareCertificates } from '../certbot/certbot.js'
import { certifyMachine } from '../../certificates/certify-machine.js'
import type { Certify } from '../../certificates/certify.js'
import { configureMachine } from '../../configure/configure-machine.js'
import { type WantedFlock, wantMachines } from '../../configure/desired-machines.js'
import { captureMachine } from '../../capture/capture-machine.js'
import { attempt } from '../../engine/run-tasks.js'
import { defineFleetOperation } from '../../engine/fleet-operation.js'
import type { Done, Job } from '../../task/task.js'
import { type Provision, prepareProvision, provisionMachine } from '../../lifecycle/provision-machine.js'
import { counted, runChecks } from '../../task/run-check.js'
import { openSession } from '../../task/sessions.js'
import { identityOf, withIdentity } from '../../branch/flock-view.js'

export const create = defineFleetOperation({
  records: () => true,
  connects: true,
  prepare: async (ports, chosen) => {
    const wanted = await wantMachines(ports, { ...chosen, operation: 'create' })
    const provision = await prepareProvision(ports, chosen)
    const certify = await prepareCertificates(ports, { ...chosen, operation: 'create' })
    return (job) => createMachine(job, { provision, wanted, certify, allRoles: chosen.request.baseline })
  },
})

interface Create {
  readonly provision: Provision
  readonly wanted: WantedFlock
  readonly certify: Certify
  readonly allRoles: boolean
}

/**
 * One record for all of it. What was reached before a failure is in that record
 * too: a machine that was made and could not be configured is pinned, and the
 * next `create` goes on from there.
 */
async function createMachine(job: Job, work: Create): Promise<Done> {
  const { done, identity } = await provisionMachine(job, work.provision)
  const { wanted, certify, allRoles } = work
  const { survey: before } = work.provision
  const { name } = job.machine
  const survey = identity === undefined ? before : withIdentity(before, { name, identity })
  const parts: Done[] = [done]
  for (const part of [
    () => configureMachine(job, { survey, wanted, dryRun: false, allRoles }),
    ...(wantsCertificate(job.machine) ? [() => certifyMachine(job, { ...certify, survey })] : []),
    () => captureMachine(job, { survey, desired: wanted }),
    () => checkMachine(job, identityOf(survey, name)),
  ]) {
    if (!parts.every(isGood)) break
    parts.push(await attempt(job, part))
  }
  return merge(parts)
}

/** What was asked for is a machine that serves: said of it after all the rest, also when nothing was to be changed. */
async function checkMachine(job: Job, identity: Identity): Promise<Done> {
  const { checks } = job.machine
  if (checks.length === 0) return { kind: 'ok', reason: 'already-so', message: 'no checks' }
  await using session = await openSession(job, identity)
  const failed = await runChecks(job, session)
  if (failed.length === 0) {
    return { kind: 'ok', reason: 'done', message: `${counted(checks.length, 'check')} passed` }
  }
  return {
    kind: 'failed',
    reason: 'check-failed',
    message: `does not hold: ${failed.map((check) => `check ${check}`).join(', ')}`,
    hint: 'The machine has what was asked for. Look at what the checks printed, mend it and run the operation again.',
  }
}

/** Nothing is ordered without a contact, and that alone is no failure of a machine that is made. */
function wantsCertificate({ certificate }: Machine): boolean {
  return certificate !== undefined && (certificate.from !== 'acme' || certificate.contact !== undefined)
}

function isGood({ kind }: Done): boolean {
  return kind === 'ok' || kind === 'changed'
}

function merge(parts: readonly Done[]): Done {
  const changes = parts.flatMap((part) => part.changes ?? [])
  const events = parts.flatMap((part) => part.event ?? [])
  const event = events.length === 0 ? {} : { event: Object.assign({}, ...events) as JsonObject }
  const bad = parts.find((part) => !isGood(part))
  if (bad !== undefined) return { ...bad, changes, ...event }
  const isChanged = parts.some((part) => part.kind === 'changed')
  return {
    kind: isChanged ? 'changed' : 'ok',
    reason: isChanged ? 'done' : 'already-so',
    message: parts.map((part) => part.message).join('; '),
    changes,
    ...event,
  }
}
