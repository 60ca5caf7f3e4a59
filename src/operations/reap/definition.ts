import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { dryRun } from '../shared-options.js'

const options = { 'dry-run': dryRun } as const

export type ReapRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'reap',
  group: 'used by workflows',
  summary: 'Terminate machines whose making was never completed and that have expired',
  machines: 'optional',
  effect: 'changes',
  traits: { endsMachines: true },
  options,
  load: async () => (await import('./reap.js')).reap,
})
