import { InputError, refuse } from '../../base/errors.js'
import type { Identity } from '../../base/identity.js'
import type { ReasonCode } from '../../base/reasons.js'
import type { Machine } from '../../flock/flock.js'
import type { Seen } from '../../providers/provider.js'
import { captureCertificate } from '../../certificates/capture-certificate.js'
import { type DesiredFlock, renderMachines } from '../../configure/render-machines.js'
import { captureMachine } from '../../capture/capture-machine.js'
import { attempt } from '../../engine/run-tasks.js'
import type { Done, Job } from '../../task/task.js'
import type { Ports } from '../../task/ports.js'
import type { PushNow } from '../../task/push-now.js'
import type { Sightings } from '../../lifecycle/provider-machines.js'
import { type Survey, withIdentity } from '../../branch/flock-view.js'

/**
 * Captures a machine before its end and resolves when the branch has it. A machine that cannot be
 * reached is no reason to keep it: that is said, and nothing is captured. Answers with an outcome
 * when the machine must not be ended.
 */
export type FinalCapture = (
  job: Job,
  machine: { readonly seen: Seen; readonly identity: Identity },
) => Promise<Done | undefined>

export interface FinalCaptures {
  readonly survey: Survey
  /** Those that are to be captured if they run. */
  readonly machines: readonly Machine[]
  readonly seen: Sightings
  readonly pushNow: PushNow
}

/** Throws an InputError when it cannot be known what to capture. */
export async function prepareFinalCapture(ports: Ports, captures: FinalCaptures): Promise<FinalCapture> {
  const { survey, machines, seen } = captures
  const chosen = new Set(machines.map(({ name }) => name))
  const wanted = survey.flock.machines.filter(
    ({ name }) => chosen.has(name) && seen.all(name).some((one) => isWorthIt(one)),
  )
  const desired = await renderOrRefuse(ports, { survey, machines: wanted })
  return async (job, { seen: one, identity }) => {
    const { name } = job.machine
    if (!chosen.has(name) || one.expiresAt !== undefined) return undefined
    if (!isWorthIt(one)) {
      job.warn(`is ended without a final capture: it is ${one.presence}`)
      return undefined
    }
    if (!wanted.some((machine) => machine.name === name)) {
      job.warn('is ended without a final capture: flock.yml no longer says what is to be captured')
      return undefined
    }
    const done = await attempt(job, () =>
      captureMachine(job, { survey: withIdentity(survey, { name, identity }), desired }),
    )
    const lineages = await captureCertificate(job, withIdentity(survey, { name, identity }))
    const changes = [...(done.changes ?? []), ...lineages]
    return await keepCapture(job, { done: { ...done, changes }, captures })
  }
}

function isWorthIt({ presence, expiresAt }: Seen): boolean {
  return presence === 'running' && expiresAt === undefined
}

interface Rendering {
  readonly survey: Survey
  readonly machines: readonly Machine[]
}

async function renderOrRefuse(ports: Ports, { survey, machines }: Rendering): Promise<DesiredFlock> {
  try {
    return await renderMachines(ports, survey, machines)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const way = `or ${withoutCapture}`
    refuse(
      error.problems.map((problem) => ({
        ...problem,
        hint: problem.hint === undefined ? way : `${problem.hint}; ${way}`,
      })),
    )
    throw error
  }
}

const withoutCapture = 'end it without a final capture: --no-capture, or the input "no-capture"'

const outOfReach: readonly ReasonCode[] = ['connection-lost', 'timed-out']

interface Captured {
  readonly done: Done
  readonly captures: FinalCaptures
}

async function keepCapture(job: Job, { done, captures }: Captured): Promise<Done | undefined> {
  const { kind, reason, message, changes = [] } = done
  if (kind === 'unreachable' || outOfReach.includes(reason)) {
    job.warn(`is ended without a final capture: ${message}`)
    return undefined
  }
  const isPartial = reason === 'capture-refused'
  if (kind !== 'ok' && !isPartial) {
    return { ...done, message: `was not ended: ${message}`, hint: `Mend that, or ${withoutCapture}.` }
  }
  if (isPartial) job.warn(message)
  if (changes.length > 0) {
    await job.step('record the final capture', () =>
      captures.pushNow(job, {
        operation: 'terminate',
        config: captures.survey.snapshot.commit,
        message: `${message}, before the end`,
        changes,
      }),
    )
  }
  return undefined
}
