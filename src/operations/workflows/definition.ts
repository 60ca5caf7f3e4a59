import { flag } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { defaultBranch, opsRepository, toolkit } from '../shared-options.js'

const options = {
  toolkit,
  'default-branch': defaultBranch,
  check: flag({ only: 'cli', summary: 'Only compare, and exit with 1 when something differs' }),
  overwrite: flag({
    only: 'cli',
    summary: 'Also replace what was edited by hand with what the templates have',
  }),
  repository: opsRepository,
} as const

export type WorkflowsRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'workflows',
  group: 'repository',
  summary: 'Bring the workflow files of the checked out branch up to date with templates and secrets',
  machines: 'optional',
  words: ['sync'],
  placeholder: 'FOLDER',
  effect: 'reads',
  only: 'cli',
  general: ['branch', 'json'],
  traits: { asksPerson: true },
  options,
  load: async () => (await import('./sync-workflows.js')).syncWorkflows,
})
