import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {} as const

export type ReplayRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'replay',
  group: 'used by workflows',
  summary: 'Commit records that an earlier run kept as files because it could not push them',
  machines: 'required',
  placeholder: 'FILE',
  effect: 'changes',
  only: 'cli',
  traits: { overlooksEdits: true },
  options,
  load: async () => (await import('./replay.js')).replay,
})
