import { flag } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { confirm, dryRun } from '../shared-options.js'

const options = {
  confirm,
  yes: flag({ only: 'cli', summary: 'Terminate without asking for the names again' }),
  'dry-run': dryRun,
  'no-capture': flag({
    summary: 'Terminate machines without a final capture',
    label: 'Terminate the machines without a final capture of their files',
  }),
} as const

export type TerminateRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'terminate',
  group: 'machines',
  summary: 'Capture machines a last time, then terminate them with all they hold',
  machines: 'required',
  effect: 'changes',
  traits: { chooses: 'with-leftovers', needsConfirmation: true, endsMachines: true },
  workflow: { inputs: ['machines', 'confirm', 'environment', 'dry-run', 'no-capture'] },
  options,
  load: async () => (await import('./terminate.js')).terminate,
})
