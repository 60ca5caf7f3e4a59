import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {} as const

export type SealKeyRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'seal-key',
  group: 'repository',
  summary: 'Print a new age key for sealing files on the branch; Drover keeps no copy',
  machines: 'none',
  effect: 'reads',
  only: 'cli',
  general: ['json'],
  options,
  load: async () => (await import('./seal-key.js')).sealKey,
})
