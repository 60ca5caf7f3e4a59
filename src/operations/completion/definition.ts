import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {} as const

export type CompletionRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'completion',
  group: 'repository',
  summary: 'Print the script by which a shell completes operations, flags and choices',
  machines: 'none',
  words: ['bash', 'zsh', 'fish'],
  effect: 'reads',
  only: 'cli',
  general: ['json'],
  options,
  load: async () => (await import('./completion.js')).completion,
})
