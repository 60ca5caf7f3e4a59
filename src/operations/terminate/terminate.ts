import type { Identity } from '../../base/identity.js'
import type { FlockView } from '../../branch/flock-view.js'
import { identityNow } from '../../branch/known-identity.js'
import { machinePath } from '../../ledger/machine-files.js'
import { requireConfirmation } from '../../lifecycle/confirmation.js'
import { forgotten, tombstone } from '../../lifecycle/forgotten-machine.js'
import { removeNames } from '../../lifecycle/machine-dns.js'
import { listProviderMachines, type ProviderMachines } from '../../lifecycle/provider-machines.js'
import { providerOf } from '../../lifecycle/provider-of.js'
import type { Provider, ProviderMachine } from '../../providers/provider.js'
import { dropGenerated } from '../../sealed/generated-file.js'
import type { BranchPorts, ProviderPorts, SecretPorts } from '../../task/ports.js'
import { makePushNow } from '../../task/push-now.js'
import type { Task, TaskOutcome } from '../../task/task.js'
import { fleetOperation } from '../operation.js'
import type { TerminateRequest } from './definition.js'
import { type FinalCapture, prepareFinalCapture } from './final-capture.js'

export const terminate = fleetOperation<TerminateRequest>({
  records: (request) => !request.dryRun,
  prepare: async (ports: ProviderPorts & BranchPorts & SecretPorts, { view, machines, request }) => {
    const { dryRun } = request
    if (!dryRun) requireConfirmation(machines, request)
    const existing = await listProviderMachines(ports, view, machines)
    const wantsCapture = !(dryRun || request.noCapture)
    const capture = await prepareFinalCapture(ports, {
      view,
      machines: wantsCapture ? machines.filter((machine) => !machine.protect) : [],
      existing,
      pushNow: makePushNow(ports),
    })
    return (task) => terminateMachine(task, { view, existing, dryRun, capture })
  },
})

interface Terminate {
  readonly view: FlockView
  readonly existing: ProviderMachines
  readonly dryRun: boolean
  readonly capture: FinalCapture
}

async function terminateMachine(task: Task, work: Terminate): Promise<TaskOutcome> {
  const { machine, ports } = task
  const { view, existing, dryRun } = work
  if (machine.protect) {
    return {
      kind: 'failed',
      reason: 'protected',
      message: 'the machine is protected',
      hint: `Take "protect: true" from machines.${machine.name} in flock.yml first.`,
    }
  }
  const there = existing.one(machine.name)
  const { identity: known, launch } = view.snapshot.machines.get(machine.name) ?? {}
  const identity = there === undefined ? known : identityNow(there.identity, known)
  if (identity === undefined) return absent(task, launch !== undefined && !dryRun)
  const provider = await providerOf(ports, view, identity.provider)
  const { onlyForgets = false } = provider
  if (onlyForgets && known === undefined) return { ...nothing, message: 'is not known to the ledger' }
  if (!dryRun) return await endMachine(task, { ...work, there, known, identity, provider })
  const message = `would ${onlyForgets ? 'forget' : 'end'} ${identity.id}`
  return { kind: 'ok', reason: 'planned', message }
}

interface Ending extends Terminate {
  readonly there: ProviderMachine | undefined
  readonly known: Identity | undefined
  readonly identity: Identity
  readonly provider: Provider
}

/**
 * Capture, name, machine, ledger, in this order: an address is free for anybody as soon as the
 * machine is gone, so no name may point to it then.
 */
async function endMachine(task: Task, ending: Ending): Promise<TaskOutcome> {
  const { view, capture, there, known, identity, provider } = ending
  const { name } = task.machine
  const { id } = identity
  if (known !== undefined && known.id !== id) {
    task.warn(
      `the ledger knows "${known.id}", which is gone; the flock's machine of this name is "${id}" now`,
    )
  }
  const prevented = there === undefined ? undefined : await capture(task, { existing: there, identity })
  if (prevented !== undefined) return prevented
  const identities = known === undefined ? [identity] : [identity, known]
  await removeNames(task, { identities, flock: view.flock.name })
  if (provider.onlyForgets) {
    const changes = forgotten(name)
    return { kind: 'changed', reason: 'done', message: `forgot ${id}, which runs on`, changes }
  }
  await task.step({ kind: 'end', text: 'end' }, () => provider.terminate({ name, id }))
  return {
    kind: there === undefined ? 'ok' : 'changed',
    reason: there === undefined ? 'already-so' : 'done',
    message: there === undefined ? 'was gone already' : `ended ${id}`,
    changes: [...forgotten(name), dropGenerated(name), tombstone(task, identity)],
  }
}

const nothing: TaskOutcome = { kind: 'ok', reason: 'already-so', message: 'does not exist' }

/** Nothing at the provider; a launch that was written down and never made anything is forgotten. */
function absent({ machine }: Task, isRemembered: boolean): TaskOutcome {
  if (!isRemembered) return nothing
  return { ...nothing, changes: [{ kind: 'remove', path: machinePath(machine.name, 'launch.json') }] }
}
