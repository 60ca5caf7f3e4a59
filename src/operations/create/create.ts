import type { Identity } from '../../base/identity.js'
import type { JsonObject } from '../../base/json.js'
import { countOf } from '../../base/text/count-of.js'
import { identityOf, withIdentity } from '../../branch/flock-view.js'
import { captureMachine } from '../../capture/capture-machine.js'
import type { Certify } from '../../certificates/certify.js'
import { certifyMachine } from '../../certificates/certify-machine.js'
import { type CertificatePorts, prepareCertificates } from '../../certificates/prepare-certificates.js'
import { concludeChecks } from '../../checks/plan/failed-checks.js'
import { runChecks } from '../../checks/run-checks.js'
import { configureMachine } from '../../configure/configure-machine.js'
import { openConnection } from '../../connection/open-connection.js'
import { type DesiredFlock, type DesiredPorts, resolveDesired } from '../../desired/desired-machines.js'
import type { Machine } from '../../flock/flock.js'
import {
  type Provision,
  type ProvisionPorts,
  prepareProvision,
  provisionMachine,
} from '../../lifecycle/provision-machine.js'
import { attempt } from '../../task/attempt.js'
import type { Task, TaskOutcome } from '../../task/task.js'
import { fleetOperation } from '../operation.js'
import type { CreateRequest } from './definition.js'

export const create = fleetOperation<CreateRequest>({
  records: () => true,
  connects: true,
  prepare: async (ports: DesiredPorts & ProvisionPorts & CertificatePorts, chosen) => {
    const desired = await resolveDesired(ports, { ...chosen, operation: chosen.request.operation })
    const provision = await prepareProvision(ports, {
      ...chosen,
      request: { ...chosen.request, dryRun: false },
    })
    const certify = await prepareCertificates(ports, chosen)
    return (task) => createMachine(task, { provision, desired, certify, allRoles: chosen.request.baseline })
  },
})

interface Create {
  readonly provision: Provision
  readonly desired: DesiredFlock
  readonly certify: Certify
  readonly allRoles: boolean
}

/**
 * One record for all of it. What was reached before a failure is in that record
 * too: a machine that was made and could not be configured is pinned, and the
 * next `create` goes on from there.
 */
async function createMachine(task: Task, work: Create): Promise<TaskOutcome> {
  const { done, identity } = await provisionMachine(task, work.provision)
  const { desired, certify, allRoles } = work
  const { view: before } = work.provision
  const { name } = task.machine
  const view = identity === undefined ? before : withIdentity(before, { name, identity })
  const parts: TaskOutcome[] = [done]
  for (const part of [
    () => configureMachine(task, { view, desired, dryRun: false, allRoles }),
    ...(wantsCertificate(task.machine) ? [() => certifyMachine(task, { ...certify, view })] : []),
    () => captureMachine(task, { view, desired: desired }),
    () => checkMachine(task, identityOf(view, name)),
  ]) {
    if (!parts.every(isGood)) break
    parts.push(await attempt(task, part))
  }
  return merge(parts)
}

/** What was asked for is a machine that serves: said of it after all the rest, also when nothing was to be changed. */
async function checkMachine(task: Task, identity: Identity): Promise<TaskOutcome> {
  const { checks } = task.machine
  if (checks.length === 0) return { kind: 'ok', reason: 'already-so', message: 'no checks' }
  await using session = await openConnection(task, identity)
  const failure = concludeChecks(await runChecks(task, session), 'made')
  if (failure !== undefined) return { kind: 'failed', ...failure }
  return { kind: 'ok', reason: 'done', message: `${countOf(checks.length, 'check')} passed` }
}

/** Nothing is ordered without a contact, and that alone is no failure of a machine that is made. */
function wantsCertificate({ certificate }: Machine): boolean {
  return certificate !== undefined && (certificate.from !== 'acme' || certificate.contact !== undefined)
}

function isGood({ kind }: TaskOutcome): boolean {
  return kind === 'ok' || kind === 'changed'
}

function merge(parts: readonly TaskOutcome[]): TaskOutcome {
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
