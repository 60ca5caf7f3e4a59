import { isDeepStrictEqual } from 'node:util'
import type { Identity } from '../base/identity.js'
import type { TreeChange } from '../ledger/ledger.js'
import { encodeIdentity, machinePath } from '../ledger/machine-files.js'
import type { Seen } from '../providers/provider.js'
import { defineFleetOperation } from './fleet-operation.js'
import type { Done, Job } from './job.js'
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
    const identity = withRevoked(job, work, before)
    return { done: pin(job, work, identity), identity }
  }
  const verb = before === undefined ? 'make' : 'start'
  if (work.dryRun) return { done: { kind: 'ok', reason: 'planned', message: `would ${verb} the machine` } }
  const provider = await ports.provider(machine.provider, work.survey.flock.name)
  const authorizedKey = await ports.publicKey()
  const seen = await job.step(verb, () =>
    provider.launch({
      name: machine.name,
      authorizedKeys: [authorizedKey],
      user: machine.ssh.user,
      runId: ports.run.id,
      settings: machine.settings,
      onStep: (name) => job.stepStarted(name),
      ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    }),
  )
  const identity = withRevoked(job, work, seen)
  const message = `${verb === 'make' ? 'made' : 'started'} at ${identity.address}`
  return {
    done: {
      kind: 'changed',
      reason: 'done',
      message,
      changes: [identityChange(machine.name, identity)],
    },
    identity,
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
    changes: [identityChange(machine.name, identity)],
  }
}

/** A provider knows nothing of revoked keys: what people wrote down stays. */
function withRevoked({ machine }: Job, { survey }: Provision, { identity }: Seen): Identity {
  const revokedKeys = survey.snapshot.machines.get(machine.name)?.identity?.revokedKeys
  return revokedKeys === undefined ? identity : { ...identity, revokedKeys }
}

function identityChange(name: string, identity: Identity): TreeChange {
  return {
    kind: 'put',
    path: machinePath(name, 'machine.json'),
    mode: '100644',
    bytes: Buffer.from(encodeIdentity(identity)),
  }
}
