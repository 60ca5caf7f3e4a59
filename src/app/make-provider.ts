import type { Provider, ProviderContext } from '../providers/provider.js'
import { providers } from '../providers/providers.js'
import { realClock } from '../system/real-clock.js'
import { loadDefinition } from './load-definition.js'

/** The provider of this name; throws `invalid-flock` for one that does not exist. */
export async function makeProvider(name: string, context: Omit<ProviderContext, 'clock'>): Promise<Provider> {
  const { create } = await loadDefinition(name, { kind: 'provider', list: providers })
  return create({ ...context, clock: realClock })
}
