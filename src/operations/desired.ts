import { InputError, type Problem, refuse } from '../base/errors.js'
import type { Secret } from '../base/secret.js'
import type { Machine } from '../flock/flock.js'
import { flockSecretNames } from '../flock/secret-names.js'
import type { Desired } from '../render/desired.js'
import { renderMachine } from '../render/render-machine.js'
import type { Ports } from './ports.js'
import type { Survey } from './survey.js'

export interface DesiredFlock {
  readonly of: (machine: string) => Desired
  /** Every secret that a template names and the run was given: what captures are searched for. */
  readonly secrets: readonly Secret[]
}

/**
 * Renders all machines before any is touched, so that one missing secret or
 * variable is known while nothing has happened yet. Throws one InputError with
 * the problems of all machines, each once.
 */
export async function renderMachines(
  ports: Ports,
  survey: Survey,
  machines: readonly Machine[],
): Promise<DesiredFlock> {
  const toolkit = await ports.toolkit()
  const config = survey.snapshot.tree
  const secrets = [...flockSecretNames({ toolkit, config }).keys()].flatMap(
    (name) => ports.secret(name) ?? [],
  )
  for (const secret of secrets) ports.guard(secret)
  const desired = new Map<string, Desired>()
  const problems = new Map<string, Problem>()
  for (const machine of machines) {
    try {
      const rendered = renderMachine({
        machine,
        flockName: survey.flock.name,
        toolkit,
        config,
        secrets: ports.secret,
      })
      desired.set(machine.name, rendered)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      for (const problem of error.problems)
        problems.set(JSON.stringify([problem.at, problem.message]), problem)
    }
  }
  refuse([...problems.values()])
  return {
    secrets,
    of: (machine) => desired.get(machine) ?? { files: [], captures: [] },
  }
}
