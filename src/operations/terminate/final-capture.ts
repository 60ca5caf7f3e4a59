import { InputError, throwIfInvalid } from '../../base/errors.js'
import type { Identity } from '../../base/identity.js'
import { type FlockView, withIdentity } from '../../branch/flock-view.js'
import { captureMachine } from '../../capture/capture-machine.js'
import { captureCertificate } from '../../certificates/capture-certificate.js'
import { type RenderedFlock, type RenderPorts, renderMachines } from '../../desired/render-machines.js'
import type { Machine } from '../../flock/flock.js'
import type { ProviderMachines } from '../../lifecycle/provider-machines.js'
import type { ProviderMachine } from '../../providers/provider.js'
import { attempt } from '../../task/attempt.js'
import type { PushNow } from '../../task/push-now.js'
import type { Task, TaskOutcome } from '../../task/task.js'

/**
 * Captures a machine before its end and resolves when the branch has it. Answers with an outcome when the machine
 * must not be ended: also when it cannot be reached, since the capture is promised.
 */
export type FinalCapture = (
  task: Task,
  machine: { readonly existing: ProviderMachine; readonly identity: Identity },
) => Promise<TaskOutcome | undefined>

export interface FinalCaptures {
  readonly view: FlockView
  /** Those that are to be captured if they run. */
  readonly machines: readonly Machine[]
  readonly existing: ProviderMachines
  readonly pushNow: PushNow
}

/** Throws an InputError when it cannot be known what to capture. */
export async function prepareFinalCapture(
  ports: RenderPorts,
  captures: FinalCaptures,
): Promise<FinalCapture> {
  const { view, machines, existing } = captures
  const chosen = new Set(machines.map(({ name }) => name))
  const capturable = view.flock.machines.filter(
    ({ name }) => chosen.has(name) && existing.all(name).some((one) => isWorthIt(one)),
  )
  const desired = await renderOrRefuse(ports, { view, machines: capturable })
  return async (task, { existing: one, identity }) => {
    const { name } = task.machine
    if (!chosen.has(name) || one.expiresAt !== undefined) return undefined
    if (!isWorthIt(one)) return notRunning(task, one)
    if (!capturable.some((machine) => machine.name === name)) {
      task.warn('is ended without a final capture: flock.yml no longer says what is to be captured')
      return undefined
    }
    const done = await attempt(task, () =>
      captureMachine(task, { view: withIdentity(view, { name, identity }), desired }),
    )
    const lineages = await captureCertificate(task, withIdentity(view, { name, identity }))
    const changes = [...(done.changes ?? []), ...lineages]
    return await keepCapture(task, { done: { ...done, changes }, captures })
  }
}

/** What was promised is not left out without a word: whoever wants the machine ended all the same says so. */
function notRunning({ machine: { name } }: Task, { presence }: ProviderMachine): TaskOutcome {
  return {
    kind: 'failed',
    reason: 'not-running',
    message: `was not ended: it is ${presence}, so its files cannot be captured a last time`,
    hint: `Run "drover start ${name}" first, or ${withoutCapture}.`,
  }
}

function isWorthIt({ presence, expiresAt }: ProviderMachine): boolean {
  return presence === 'running' && expiresAt === undefined
}

interface Rendering {
  readonly view: FlockView
  readonly machines: readonly Machine[]
}

async function renderOrRefuse(ports: RenderPorts, { view, machines }: Rendering): Promise<RenderedFlock> {
  try {
    return await renderMachines(ports, view, machines)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const way = `or ${withoutCapture}`
    throwIfInvalid(
      error.problems.map((problem) => ({
        ...problem,
        hint: problem.hint === undefined ? way : `${problem.hint}; ${way}`,
      })),
    )
    throw error
  }
}

const withoutCapture = 'end it without a final capture: --no-capture, or the input "no-capture"'

interface Captured {
  readonly done: TaskOutcome
  readonly captures: FinalCaptures
}

async function keepCapture(task: Task, { done, captures }: Captured): Promise<TaskOutcome | undefined> {
  const { kind, reason, message, changes = [] } = done
  const isPartial = reason === 'capture-refused'
  if (kind !== 'ok' && !isPartial) {
    return {
      ...done,
      message: `was not ended, because its files could not be captured a last time: ${message}`,
      hint: `Mend that, or ${withoutCapture}.`,
    }
  }
  if (isPartial) task.warn(message)
  if (changes.length > 0) {
    await task.step({ kind: 'record', text: 'record the final capture' }, () =>
      captures.pushNow(task, {
        config: captures.view.snapshot.commit,
        message: `${message}, before the end`,
        changes,
      }),
    )
  }
  return undefined
}
