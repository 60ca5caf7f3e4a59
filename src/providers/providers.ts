import type { AdapterList } from '../base/adapter-list.js'
import type { ProviderDefinition } from './provider.js'

/** The one list of providers. To add one, add its folder and its line here. */
export const providers = {
  local: () => import('./local/definition.js'),
  ec2: () => import('./ec2/definition.js'),
  static: () => import('./static/definition.js'),
} satisfies AdapterList<ProviderDefinition>

export type ProviderName = keyof typeof providers

/** Of a machine whose layers name none. */
export const defaultProvider: ProviderName = 'local'
