import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { environmentOfSecrets } from '../shared-options.js'

const options = {} as const

export type ListRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'list',
  group: 'every day',
  summary: 'Show each machine: what is desired, what exists, and what was last applied',
  machines: 'optional',
  effect: 'reads',
  traits: { chooses: 'all' },
  workflow: {
    inputs: ['machines', 'environment'],
    labels: { environment: environmentOfSecrets },
    requests: [],
  },
  options,
  load: async () => (await import('./list.js')).list,
})
