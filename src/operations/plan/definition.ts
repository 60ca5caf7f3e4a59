import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { since, to } from '../shared-options.js'

const options = { since, to } as const

export type PlanRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'plan',
  group: 'every day',
  aliases: ['preview'],
  summary: 'Show what configure would change on each machine; in a pull request, as one comment',
  machines: 'required',
  effect: 'reads',
  traits: { showsPlan: true },
  options,
  load: async () => (await import('./plan.js')).plan,
})
