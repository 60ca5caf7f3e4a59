import { DroverError } from '../base/errors.js'
import type { Machine } from '../flock/flock.js'
import { machinePath } from '../ledger/machine-files.js'
import { defineFleetOperation } from './fleet-operation.js'
import type { Done, Job } from './job.js'
import { chooseWithLeftovers } from './leftover.js'
import { providerOf } from './provider-of.js'
import type { Request } from './request.js'
import { type Sightings, seenMachines } from './seen.js'
import type { Survey } from './survey.js'

export const terminate = defineFleetOperation({
  records: (request) => !request.dryRun,
  choose: chooseWithLeftovers,
  prepare: async (ports, { survey, machines, request }) => {
    if (!request.dryRun) requireConfirmation(machines, request)
    const seen = await seenMachines(ports, survey, machines)
    return (job) => terminateMachine(job, { survey, seen, dryRun: request.dryRun })
  },
})

/** The names typed again must be the machines chosen: no more, no fewer. */
function requireConfirmation(machines: readonly Machine[], { confirm }: Request): void {
  if (confirm === 'yes') return
  const names = machines.map((machine) => machine.name)
  const typed = new Set(confirm ?? [])
  const missing = names.filter((name) => !typed.has(name))
  const foreign = [...typed].filter((name) => !names.includes(name))
  if (missing.length === 0 && foreign.length === 0) return
  const what = [
    ...(missing.length > 0 ? [`not typed again: ${missing.map((name) => `"${name}"`).join(', ')}`] : []),
    ...(foreign.length > 0 ? [`typed and not chosen: ${foreign.map((name) => `"${name}"`).join(', ')}`] : []),
  ]
  throw new DroverError(`terminate: ${what.join('; ')}`, {
    reason: 'not-confirmed',
    hint: `Type exactly: ${names.join(' ')}. Nothing was ended.`,
  })
}

interface Terminate {
  readonly survey: Survey
  readonly seen: Sightings
  readonly dryRun: boolean
}

async function terminateMachine(job: Job, { survey, seen, dryRun }: Terminate): Promise<Done> {
  const { machine, ports } = job
  if (machine.protect) {
    return {
      kind: 'failed',
      reason: 'protected',
      message: 'the machine is protected',
      hint: `Take "protect: true" from machines.${machine.name} in flock.yml first.`,
    }
  }
  const there = seen.get(machine.name)
  const known = survey.snapshot.machines.get(machine.name)
  const id = there?.identity.id ?? known?.identity?.id
  if (id === undefined) return { kind: 'ok', reason: 'already-so', message: 'does not exist' }
  if (dryRun) return { kind: 'ok', reason: 'planned', message: `would end ${id}` }
  const provider = await providerOf(ports, survey, machine.provider)
  await job.step('end', () => provider.terminate({ name: machine.name, id }))
  return {
    kind: there === undefined ? 'ok' : 'changed',
    reason: there === undefined ? 'already-so' : 'done',
    message: there === undefined ? 'was gone already' : `ended ${id}`,
    changes: ['machine.json', 'state.json'].map((file) => ({
      kind: 'remove',
      path: machinePath(machine.name, file),
    })),
  }
}
