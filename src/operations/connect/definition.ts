import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {} as const

export type ConnectRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'connect',
  group: 'every day',
  summary: 'Open a shell on one machine, after checking its host key',
  machines: 'required',
  effect: 'reads',
  only: 'cli',
  traits: { chooses: 'with-leftovers', takesTerminal: true },
  options,
  load: async () => (await import('./connect.js')).connect,
})
