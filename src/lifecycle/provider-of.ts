import { DroverError } from '../base/errors.js'
import type { FlockView } from '../branch/flock-view.js'
import type { Machine } from '../flock/flock.js'
import type { Provider, ProviderScope, ScopedMachine } from '../providers/provider.js'
import type { ProviderPorts } from '../task/ports.js'

/** The provider of this name, told of the machines that it serves. */
export function providerOf(ports: ProviderPorts, view: FlockView, name: string): Promise<Provider> {
  return ports.provider(name, scopeOf(view, name))
}

function scopeOf({ flock, snapshot }: FlockView, provider: string): ProviderScope {
  const known = [...snapshot.machines].flatMap(([name, { identity }]) =>
    identity?.provider === provider ? [[name, identity] as const] : [],
  )
  const launches = [...snapshot.machines].flatMap(([name, { launch }]) =>
    launch?.provider === provider ? [[name, launch] as const] : [],
  )
  return {
    flock: flock.name,
    machines: flock.machines.filter((machine) => machine.provider === provider).map(scopedMachine),
    known: new Map(known),
    launches: new Map(launches),
  }
}

/** A machine as its provider has to know it. */
export function scopedMachine({ name, settings, ssh }: Machine): ScopedMachine {
  return { name, settings, ...ssh }
}

/** Every provider that may have a machine of this name: that of `flock.yml`, and those that the ledger knows it from. */
export function providerNamesOf(
  { snapshot }: FlockView,
  machine: Pick<Machine, 'name' | 'provider'>,
): readonly string[] {
  const { identity, launch } = snapshot.machines.get(machine.name) ?? {}
  const remembered = launch?.provider
  return [
    ...new Set([
      machine.provider,
      ...(identity === undefined ? [] : [identity.provider]),
      ...(typeof remembered === 'string' ? [remembered] : []),
    ]),
  ]
}

/** What to throw for what a provider has no call for. */
export function cannot(
  name: string,
  { provider, verb }: { readonly provider: string; readonly verb: string },
): DroverError {
  return new DroverError(`${name}: the provider "${provider}" cannot ${verb} machines`, {
    reason: 'provider-failed',
    hint: `Do it where the machine is, or by "drover run ${name} -- COMMAND".`,
  })
}
