import type { Provider, ProviderScope } from '../providers/provider.js'
import type { Ports } from './ports.js'
import type { Survey } from './survey.js'

/** The provider of this name, told of the machines that it serves. */
export function providerOf(ports: Ports, survey: Survey, name: string): Promise<Provider> {
  return ports.provider(name, scopeOf(survey, name))
}

function scopeOf({ flock, snapshot }: Survey, provider: string): ProviderScope {
  const known = [...snapshot.machines].flatMap(([name, { identity }]) =>
    identity?.provider === provider ? [[name, identity] as const] : [],
  )
  return {
    flock: flock.name,
    machines: flock.machines
      .filter((machine) => machine.provider === provider)
      .map(({ name, settings, ssh }) => ({ name, settings, ...ssh })),
    known: new Map(known),
  }
}
