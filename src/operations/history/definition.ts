import { count, flag } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {
  limit: count({ byDefault: '20', placeholder: 'N', summary: 'How many events' }),
  github: flag({ only: 'cli', summary: 'With what GitHub still knows of each run' }),
} as const

export type HistoryRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'history',
  group: 'every day',
  summary: 'Show what was done, from the ledger',
  machines: 'optional',
  effect: 'reads',
  traits: { chooses: 'all' },
  options,
  load: async () => (await import('./history.js')).history,
})
