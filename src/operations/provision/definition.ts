import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { budget, dryRun } from '../shared-options.js'

const options = { 'dry-run': dryRun, budget } as const

export type ProvisionRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'provision',
  group: 'machines',
  summary: 'Make machines that do not exist, and start those that are stopped',
  machines: 'required',
  effect: 'changes',
  traits: { makesMachines: true },
  workflow: { inputs: ['machines', 'environment', 'dry-run', 'canary', 'budget'], requests: ['budget'] },
  options,
  load: async () => (await import('./provision.js')).provision,
})
