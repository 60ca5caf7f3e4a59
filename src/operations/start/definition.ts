import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {} as const

export type StartRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'start',
  group: 'machines',
  summary: 'Start machines that are stopped; a machine that does not exist is refused',
  machines: 'required',
  effect: 'changes',
  workflow: { inputs: ['machines', 'environment'], requests: [] },
  options,
  load: async () => (await import('./start.js')).start,
})
