import { configureMachine } from './configure/configure.js'
import { type DesiredFlock, renderToApply } from './desired.js'
import { captureMachine } from './downloadconfig.js'
import { attempt } from './fleet.js'
import { defineFleetOperation } from './fleet-operation.js'
import type { Done, Job } from './job.js'
import { type Provision, prepareProvision, provisionMachine } from './provision.js'
import { withIdentity } from './survey.js'

export const create = defineFleetOperation({
  records: () => true,
  connects: true,
  prepare: async (ports, chosen) => {
    const { survey, machines } = chosen
    const desired = await renderToApply(ports, survey, { machines, operation: 'create' })
    const provision = await prepareProvision(ports, chosen)
    return (job) => createMachine(job, { provision, desired })
  },
})

interface Create {
  readonly provision: Provision
  readonly desired: DesiredFlock
}

/**
 * One record for all three. What was reached before a failure is in that record
 * too: a machine that was made and could not be configured is pinned, and the
 * next `create` goes on from there.
 */
async function createMachine(job: Job, work: Create): Promise<Done> {
  const { done, identity } = await provisionMachine(job, work.provision)
  const { survey: before } = work.provision
  const { name } = job.machine
  const survey = identity === undefined ? before : withIdentity(before, { name, identity })
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
