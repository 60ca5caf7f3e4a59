import type { Identity } from '../base/identity.js'
import { configureMachine } from './configure/configure.js'
import { type DesiredFlock, renderMachines } from './desired.js'
import { captureMachine } from './downloadconfig.js'
import { attempt } from './fleet.js'
import { defineFleetOperation } from './fleet-operation.js'
import type { Done, Job } from './job.js'
import { provisionMachine } from './provision.js'
import { type Sightings, seenMachines } from './seen.js'
import type { Survey } from './survey.js'

export const create = defineFleetOperation({
  records: () => true,
  connects: true,
  prepare: async (ports, { survey, machines }) => {
    const desired = await renderMachines(ports, survey, machines)
    const seen = await seenMachines(ports, survey, machines)
    return (job) => createMachine(job, { survey, desired, seen })
  },
})

interface Create {
  readonly survey: Survey
  readonly desired: DesiredFlock
  readonly seen: Sightings
}

/**
 * One record for all three. What was reached before a failure is in that record
 * too: a machine that was made and could not be configured is pinned, and the
 * next `create` goes on from there.
 */
async function createMachine(job: Job, work: Create): Promise<Done> {
  const { done, identity } = await provisionMachine(job, { ...work, dryRun: false })
  const survey = identity === undefined ? work.survey : withIdentity(work.survey, job.machine.name, identity)
  const parts: Done[] = [done]
  for (const part of [
    () => configureMachine(job, { survey, desired: work.desired, dryRun: false }),
    () => captureMachine(job, { survey, desired: work.desired }),
  ]) {
    if (!parts.every(isGood)) break
    parts.push(await attempt(job, part))
  }
  return merge(parts)
}

function isGood({ kind }: Done): boolean {
  return kind === 'ok' || kind === 'changed'
}

function merge(parts: readonly Done[]): Done {
  const changes = parts.flatMap((part) => part.changes ?? [])
  const bad = parts.find((part) => !isGood(part))
  if (bad !== undefined) return { ...bad, changes }
  const isChanged = parts.some((part) => part.kind === 'changed')
  return {
    kind: isChanged ? 'changed' : 'ok',
    reason: isChanged ? 'done' : 'already-so',
    message: parts.map((part) => part.message).join('; '),
    changes,
  }
}

/** The identity that was just made is not on the branch yet. */
function withIdentity(survey: Survey, name: string, identity: Identity): Survey {
  const { snapshot } = survey
  const machines = new Map(snapshot.machines)
  machines.set(name, { ...machines.get(name), identity })
  return { ...survey, snapshot: { ...snapshot, machines } }
}
