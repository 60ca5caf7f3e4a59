import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {} as const

export type RebootRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'reboot',
  group: 'machines',
  summary: 'Reboot machines and wait until they answer from a new boot',
  machines: 'required',
  effect: 'changes',
  workflow: { inputs: ['machines', 'environment', 'canary'], requests: [] },
  options,
  load: async () => (await import('./reboot.js')).reboot,
})
