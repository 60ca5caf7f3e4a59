import pLimit from 'p-limit'
import { DroverError } from '../../base/errors.js'
import { countOf } from '../../base/text/count-of.js'
import type { FlockView } from '../../branch/flock-view.js'
import { providerOf } from '../../lifecycle/provider-of.js'
import type { Finding } from '../../report/result-data.js'
import type { ExaminePorts, KeyPorts, ProviderPorts } from '../../task/ports.js'
import { oidcSubjects } from '../../workflows/oidc-subject.js'
import { sshKeySecret } from '../../workflows/workflow-values.js'
import { problemFinding } from './examine.js'

/** Each is one connection of this computer. */
const maxAtOnce = 64

/** Whether the key can be read; without one here, only GitHub knows. */
export async function checkKey(ports: KeyPorts): Promise<readonly Finding[]> {
  try {
    const [type] = (await ports.publicKey()).split(' ')
    return [{ state: 'ok', about: sshKeySecret, message: `is a private key of type ${type}` }]
  } catch (error) {
    if (!(error instanceof DroverError) || error.reason !== 'missing-secret') throw error
    return [
      {
        state: 'note',
        about: sshKeySecret,
        message: 'is not given here, so it was not looked at',
        hint: `Give --ssh-key-file FILE to have it checked.`,
      },
    ]
  }
}

/** What the providers say of the credentials, for each provider that has a say. */
export async function checkProviders(ports: ProviderPorts, observed: FlockView): Promise<readonly Finding[]> {
  const names = [...new Set(observed.flock.machines.map(({ provider }) => provider))]
  const examined = await Promise.all(
    names.map(async (name) => (await (await providerOf(ports, observed, name)).examine?.()) ?? []),
  )
  return examined
    .flat()
    .map(({ about, error }) =>
      error === undefined
        ? { state: 'ok', about, message: 'allowed, says a dry run' }
        : problemFinding(error, about),
    )
}

/** What a role in AWS has to trust: nobody but its owner sees what it does trust. */
export async function checkOidc(ports: ExaminePorts, repository: string): Promise<readonly Finding[]> {
  const about = 'OIDC subject'
  const where = 'in the condition "token.actions.githubusercontent.com:sub" of the role\'s trust policy'
  const facts = await ports.repositoryFacts(repository)
  if (facts === undefined) {
    return [
      {
        state: 'note',
        about,
        message: `whether the tokens of ${repository} name it by ids is not known here`,
        hint: `Made or renamed since 2026-07-15, allow "repo:OWNER@OWNER_ID/NAME@ID:*", else "repo:${repository}:*", ${where}. "gh api repos/${repository} --jq '.created_at, .owner.id, .id'" tells.`,
      },
    ]
  }
  const { byIds, byNames, usesIds } = oidcSubjects(facts)
  const message = `the tokens of its jobs begin with "${(usesIds ? byIds : byNames).replace('*', '')}"`
  const renamed = usesIds ? '' : `; if it was renamed since 2026-07-15, "${byIds}"`
  const hint = `Allow "${usesIds ? byIds : byNames}" ${where}${renamed}.`
  return [{ state: 'note', about, message, hint }]
}

/** Whether an SSH server answers at each machine that is known; what stands on another computer's network may not be reached from here. */
export async function checkMachines(
  ports: ExaminePorts & ProviderPorts,
  observed: FlockView,
): Promise<readonly Finding[]> {
  const places = await placesOf(ports, observed)
  const limit = pLimit(maxAtOnce)
  const found = await Promise.all(
    [...places].map(([name, place]) =>
      limit(async (): Promise<Finding | undefined> => {
        const greeting = await ports.greeting(place)
        if (greeting.greets) return undefined
        return {
          state: 'problem',
          about: name,
          message: `does not answer by SSH at ${place.address} port ${place.port}: ${greeting.why}`,
          hint: 'Ensure that the machines run ("drover list") and that firewalls let this computer through.',
          reason: 'unreachable',
        }
      }),
    ),
  )
  const silent = found.filter((one) => one !== undefined)
  const unmade = observed.flock.machines.filter(({ name }) => !places.has(name)).length
  const answering = places.size - silent.length
  const message = [
    ...(answering > 0 ? [`${countOf(answering, 'machine answers', 'machines answer')} by SSH`] : []),
    ...(unmade > 0 ? [`${countOf(unmade, 'machine')} not made yet`] : []),
  ].join(', ')
  return [...(message === '' ? [] : [{ state: 'ok' as const, about: 'machines', message }]), ...silent]
}

interface Place {
  readonly address: string
  readonly port: number
}

/** Of all that the ledger knows, and of those that stand where `flock.yml` says. */
async function placesOf(ports: ProviderPorts, observed: FlockView): Promise<ReadonlyMap<string, Place>> {
  const { flock, snapshot } = observed
  const known = [...snapshot.machines].flatMap(([name, { identity }]) =>
    identity === undefined ? [] : [[name, identity] as const],
  )
  const providers = [...new Set(flock.machines.map(({ provider }) => provider))]
  const standing = await Promise.all(
    providers.map(async (one) => {
      const provider = await providerOf(ports, observed, one)
      const existing = provider.onlyForgets === true ? await provider.list() : []
      return existing.map(({ name, identity }) => [name, identity] as const)
    }),
  )
  return new Map([...known, ...standing.flat()])
}
