import { InputError, type Problem, throwIfInvalid } from '../../base/errors.js'
import { Secret } from '../../base/secret.js'
import type { FlockView } from '../../branch/flock-view.js'
import { providerOf, scopedMachine } from '../../lifecycle/provider-of.js'
import { count } from '../../ops-repository/finding.js'
import { renderMachine } from '../../render/render-machine.js'
import { renderBaseline } from '../../render/roles/render-baseline.js'
import type { Finding } from '../../report/result-data.js'
import type { Ports } from '../../task/ports.js'

/** Every machine's settings, as its provider takes them. Throws an InputError with all problems. */
export async function checkSettings(ports: Ports, observed: FlockView): Promise<readonly Finding[]> {
  const { machines, groups, name } = observed.flock
  const providers = [...new Set(machines.map(({ provider }) => provider))]
  const problems = await Promise.all(
    providers.map(async (one) => {
      const provider = await providerOf(ports, observed, one)
      const own = machines.filter((machine) => machine.provider === one)
      return own.flatMap((machine) => provider.problems(scopedMachine(machine)))
    }),
  )
  throwIfInvalid(once(problems.flat()))
  const message = `"${name}": ${count(machines.length, 'machine')}, ${count(groups.length, 'group')}, at ${providers.join(', ') || 'no provider'}`
  return [{ state: 'ok', about: 'flock.yml', message }]
}

/**
 * Renders files and baselines with a stand-in for each secret, whose value nobody needs for that. Throws an
 * InputError with the problems of all machines.
 */
export async function checkFiles(ports: Ports, observed: FlockView): Promise<readonly Finding[]> {
  const { flock, snapshot } = observed
  const toolkit = await ports.toolkit()
  const problems: Problem[] = []
  let files = 0
  const gather = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(...error.problems)
    }
  }
  const secrets = (name: string): Secret => new Secret(name, `value of ${name}`)
  const { name: flockName, rolePlaces } = flock
  for (const machine of flock.machines) {
    const input = { machine, flockName, toolkit, config: snapshot.tree, secrets, generated: secrets }
    gather(() => {
      files += renderMachine(input).files.length
    })
    gather(() => renderBaseline({ ...input, rolePlaces }))
  }
  throwIfInvalid(once(problems))
  const message = `${count(files, 'file')} of ${count(flock.machines.length, 'machine')} can be made of manifests and templates`
  return [{ state: 'ok', about: 'files', message }]
}

function once(problems: readonly Problem[]): readonly Problem[] {
  return [
    ...new Map(problems.map((problem) => [JSON.stringify([problem.at, problem.message]), problem])).values(),
  ]
}
