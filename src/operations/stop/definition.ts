import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {} as const

export type StopRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'stop',
  group: 'machines',
  summary: 'Stop machines, and keep their disks',
  machines: 'required',
  effect: 'changes',
  workflow: { inputs: ['machines', 'environment'], requests: [] },
  options,
  load: async () => (await import('./stop.js')).stop,
})
