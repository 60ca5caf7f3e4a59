import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { baseline, budget } from '../shared-options.js'

const options = { budget, baseline } as const

export type CreateRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'create',
  group: 'machines',
  summary: 'Run provision, configure, certbot and downloadconfig in one, then the checks',
  machines: 'required',
  effect: 'changes',
  traits: { makesMachines: true, rendersFiles: true },
  workflow: { inputs: ['machines', 'environment', 'canary', 'budget', 'baseline'], requests: ['budget'] },
  options,
  load: async () => (await import('./create.js')).create,
})
