import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {} as const

export type RotateRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'rotate',
  group: 'fleet',
  summary: 'Give machines new host keys and revoke the old ones',
  machines: 'required',
  effect: 'changes',
  workflow: { inputs: ['machines', 'environment', 'canary'], requests: [] },
  options,
  load: async () => (await import('./rotate.js')).rotate,
})
