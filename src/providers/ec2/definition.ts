import type { ProviderDefinition } from '../provider.js'
import { makeEc2Provider } from './ec2-provider.js'
import { settingsReference } from './settings-reference.js'

export const definition: ProviderDefinition = {
  name: 'ec2',
  settings: settingsReference,
  create: makeEc2Provider,
}
