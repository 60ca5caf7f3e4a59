import type { Problem } from '../../base/errors.js'
import { invalid, text } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {
  command: text({ only: 'action', summary: 'The command line for each machine' }),
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
  problems: missingCommand,
  load: async () => (await import('./run.js')).run,
})

function missingCommand({ command = '' }: RunRequest): readonly Problem[] {
  if (command.trim() !== '') return []
  const hint = 'at a shell: drover run MACHINE… -- COMMAND; in a workflow: the input "command"'
  return [invalid('run: no command is given', hint)]
}
