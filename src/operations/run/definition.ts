import { text } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {
  command: text({
    only: 'action',
    isRequired: true,
    summary: 'The command line for each machine',
    missing: {
      message: 'run: no command is given',
      hint: 'at a shell: drover run MACHINE… -- COMMAND; in a workflow: the input "command"',
    },
  }),
} as const

export type RunRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'run',
  group: 'fleet',
  summary: 'Run one command on each machine, and group equal answers',
  machines: 'required',
  effect: 'changes',
  traits: { takesCommand: true },
  workflow: { inputs: ['machines', 'command', 'environment', 'canary'] },
  options,
  load: async () => (await import('./run.js')).run,
})
