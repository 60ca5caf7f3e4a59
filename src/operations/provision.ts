import { isDeepStrictEqual } from 'node:util'
import type { Identity } from '../base/identity.js'
import { putIdentity } from '../ledger/machine-files.js'
import type { LaunchRequest } from '../providers/provider.js'
import { defineFleetOperation } from './fleet-operation.js'
import type { Done, Job } from './job.js'
import { providerOf } from './provider-of.js'
import { type Sightings, seenMachines } from './seen.js'
import type { Survey } from './survey.js'

export interface Provision {
  readonly survey: Survey
  readonly seen: Sightings
  readonly dryRun: boolean
}

export const provision = defineFleetOperation({
  records: (request) => !request.dryRun,
  prepare: async (ports, { survey, machines, request }) => {
    const seen = await seenMachines(ports, survey, machines)
    return async (job) => (await provisionMachine(job, { survey, seen, dryRun: request.dryRun })).done
  },
})

export interface Provisioned {
  readonly done: Done
  /** Absent after a dry run. */
  readonly identity?: Identity
}

/** Makes or starts one machine and pins what its provider says of it. */
export async function provisionMachine(job: Job, work: Provision): Promise<Provisioned> {
  const { machine, ports } = job
  const before = work.seen.get(machine.name)
  if (before?.presence === 'running') {
    const identity = withKnownKeys(job, work, before.identity)
    return { done: pin(job, work, identity), identity }
  }
  const verb = before === undefined ? 'make' : 'start'
  if (work.dryRun) return { done: { kind: 'ok', reason: 'planned', message: `would ${verb} the machine` } }
  const provider = await providerOf(ports, work.survey, machine.provider)
  const authorizedKey = await ports.publicKey()
  const seen = await job.step(verb, () =>
    provider.launch({
      name: machine.name,
      authorizedKeys: [authorizedKey],
      user: machine.ssh.user,
      runId: ports.run.id,
      settings: machine.settings,
      ...launchMemory(job, work.survey),
      onStep: (name) => job.stepStarted(name),
      ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    }),
  )
  const identity = withKnownKeys(job, work, seen.identity)
  const message = `${verb === 'make' ? 'made' : 'started'} at ${identity.address}`
  return {
    done: {
      kind: 'changed',
      reason: 'done',
      message,
      changes: [putIdentity(machine.name, identity)],
    },
    identity,
  }
}

/** TODO(issue 4) */
function launchMemory(
  { machine, ports }: Job,
  { snapshot }: Survey,
): Pick<LaunchRequest, 'remembered' | 'remember' | 'spend' | 'seed'> {
  const remembered = snapshot.machines.get(machine.name)?.launch
  return {
    ...(remembered === undefined ? {} : { remembered }),
    remember: async () => {},
    spend: () => {},
    seed: ports.seed,
  }
}

/** The machine runs: the ledger learns of it if a run was killed before it could say so. */
function pin({ machine }: Job, { survey, dryRun }: Provision, identity: Identity): Done {
  const known = survey.snapshot.machines.get(machine.name)?.identity
  if (isDeepStrictEqual(known, identity)) {
    return { kind: 'ok', reason: 'already-so', message: `runs at ${identity.address}` }
  }
  if (dryRun)
    return {
      kind: 'ok',
      reason: 'planned',
      message: `would pin the machine that runs at ${identity.address}`,
    }
  return {
    kind: 'changed',
    reason: 'done',
    message: `pinned the machine that runs at ${identity.address}`,
    changes: [putIdentity(machine.name, identity)],
  }
}

/**
 * A provider knows nothing of revoked keys, and what it knows of a machine whose
 * key was rotated is out of date: for the same machine the ledger's pins stay.
 */
function withKnownKeys({ machine }: Job, { survey }: Provision, seen: Identity): Identity {
  const known = survey.snapshot.machines.get(machine.name)?.identity
  if (known === undefined) return seen
  const isSame = known.id === seen.id && known.hostKeys.length > 0
  const { revokedKeys } = known
  return {
    ...seen,
    ...(isSame ? { hostKeys: known.hostKeys } : {}),
    ...(revokedKeys === undefined ? {} : { revokedKeys }),
  }
}
