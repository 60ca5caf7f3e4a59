import type { ProviderDefinition } from '../provider.js'
import { settingsReference } from './settings.js'
import { makeStaticProvider } from './static-provider.js'

export const definition: ProviderDefinition = {
  name: 'static',
  settings: settingsReference,
  create: makeStaticProvider,
}
