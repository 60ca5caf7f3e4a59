import { count, flag } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {
  limit: count({ byDefault: '20', placeholder: 'N', summary: 'How many events to show' }),
  github: flag({ only: 'cli', summary: 'Add what GitHub still knows of each run' }),
} as const

export type HistoryRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'history',
  group: 'every day',
  summary: 'Show what was done, as the ledger recorded it',
  machines: 'optional',
  effect: 'reads',
  traits: { chooses: 'all' },
  options,
  load: async () => (await import('./history.js')).history,
})
