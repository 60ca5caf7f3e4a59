import { throwIfInvalid } from '../../base/errors.js'
import { createProblemCollector, uniqueProblems } from '../../base/problems.js'
import { Secret } from '../../base/secret.js'
import { countOf } from '../../base/text/count-of.js'
import type { FlockView } from '../../branch/flock-view.js'
import { providerOf, scopedMachine } from '../../lifecycle/provider-of.js'
import { renderMachine } from '../../render/render-machine.js'
import { renderBaseline } from '../../render/roles/render-baseline.js'
import type { Finding } from '../../report/result-data.js'
import type { ProviderPorts, ToolkitPorts } from '../../task/ports.js'

/** Every machine's settings, as its provider takes them. Throws an InputError with all problems. */
export async function checkSettings(ports: ProviderPorts, observed: FlockView): Promise<readonly Finding[]> {
  const { machines, groups, name } = observed.flock
  const providers = [...new Set(machines.map(({ provider }) => provider))]
  const problems = await Promise.all(
    providers.map(async (one) => {
      const provider = await providerOf(ports, observed, one)
      const own = machines.filter((machine) => machine.provider === one)
      return own.flatMap((machine) => provider.problems(scopedMachine(machine)))
    }),
  )
  throwIfInvalid(uniqueProblems(problems.flat()))
  const message = `"${name}": ${countOf(machines.length, 'machine')}, ${countOf(groups.length, 'group')}, at ${providers.join(', ') || 'no provider'}`
  return [{ state: 'ok', about: 'flock.yml', message }]
}

/**
 * Renders files and baselines with a stand-in for each secret, whose value nobody needs for that. Throws an
 * InputError with the problems of all machines.
 */
export async function checkFiles(ports: ToolkitPorts, observed: FlockView): Promise<readonly Finding[]> {
  const { flock, snapshot } = observed
  const toolkit = await ports.toolkit()
  const collector = createProblemCollector()
  let files = 0
  const secrets = (name: string): Secret => new Secret(name, `value of ${name}`)
  const { name: flockName, rolePlaces } = flock
  for (const machine of flock.machines) {
    const input = { machine, flockName, toolkit, config: snapshot.tree, secrets, generated: secrets }
    collector.collect(() => {
      files += renderMachine(input).files.length
    })
    collector.collect(() => renderBaseline({ ...input, rolePlaces }))
  }
  throwIfInvalid(collector.problems())
  const message = `${countOf(files, 'file')} of ${countOf(flock.machines.length, 'machine')} can be made of manifests and templates`
  return [{ state: 'ok', about: 'files', message }]
}
