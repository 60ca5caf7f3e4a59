import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { environmentOfSecrets, since } from '../shared-options.js'

const options = { since } as const

export type VerifyRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'verify',
  group: 'every day',
  summary: 'Show where machines differ from the branch, and run their checks; nothing is changed',
  machines: 'required',
  effect: 'observes',
  traits: { showsPlan: true },
  workflow: {
    inputs: ['machines', 'environment'],
    labels: { environment: environmentOfSecrets },
    requests: [],
  },
  options,
  load: async () => (await import('./verify.js')).verify,
})
