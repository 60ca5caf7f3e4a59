import { text } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { defaultBranch, opsRepository, toolkit } from '../shared-options.js'

const options = {
  toolkit,
  name: text({ only: 'cli', placeholder: 'FLOCK', summary: 'The name of the flock' }),
  'default-branch': defaultBranch,
  repository: opsRepository,
} as const

export type InitRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'init',
  group: 'repository',
  summary: 'Make an ops repository in a folder: its workflows, and a config branch with an example flock',
  machines: 'optional',
  placeholder: 'FOLDER',
  effect: 'reads',
  only: 'cli',
  general: ['branch', 'json'],
  traits: { asksPerson: true },
  options,
  load: async () => (await import('./init.js')).init,
})
