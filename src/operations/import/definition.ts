import { text } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {
  to: text({ placeholder: 'FOLDER', summary: 'The folder to make; it must not exist, or be empty' }),
  'flock-config': text({
    only: 'cli',
    placeholder: 'FOLDER',
    summary: "The folder with the flock's own `config`, if it is outside of the scripts' folder",
  }),
  name: text({
    only: 'cli',
    placeholder: 'FLOCK',
    summary: 'The name of the flock. By default derived from the deploy group',
  }),
} as const

export type ImportRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'import',
  group: 'repository',
  summary: 'Make the files of a config branch from a folder of the older deployment scripts',
  machines: 'optional',
  placeholder: 'FOLDER',
  effect: 'reads',
  only: 'cli',
  general: ['json'],
  traits: { asksPerson: true },
  options,
  load: async () => (await import('./import.js')).importOlder,
})
