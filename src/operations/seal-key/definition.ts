import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {} as const

export type SealKeyRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'seal-key',
  group: 'repository',
  summary: 'Print a new key for what is sealed on the branch, as a file of age; kept nowhere',
  machines: 'none',
  effect: 'reads',
  only: 'cli',
  general: ['json'],
  options,
  load: async () => (await import('./seal-key.js')).sealKey,
})
