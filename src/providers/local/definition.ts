import type { ProviderDefinition } from '../provider.js'
import { makeLocalProvider } from './local-provider.js'
import { placeIn } from './options.js'
import { settingsReference } from './settings.js'

export const definition: ProviderDefinition = {
  name: 'local',
  settings: settingsReference,
  create: ({ scope, clock, env }) => makeLocalProvider({ flock: scope.flock, clock, ...placeIn(env) }),
}
