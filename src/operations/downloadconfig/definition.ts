import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { since } from '../shared-options.js'

const options = { since } as const

export type DownloadconfigRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'downloadconfig',
  group: 'every day',
  summary: 'Capture the files that are on machines into the config branch',
  machines: 'required',
  effect: 'observes',
  workflow: { inputs: ['machines', 'environment'], requests: [] },
  options,
  load: async () => (await import('./downloadconfig.js')).downloadconfig,
})
