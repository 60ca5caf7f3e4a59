import { text, words } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {
  paths: words({
    isRequired: true,
    placeholder: 'PATH',
    summary: 'What is read of each machine; a path that ends with `?` may be missing',
    label: 'What is read of each; PATH? may be missing',
  }),
  recipients: words({
    placeholder: 'RECIPIENT',
    summary: 'Who can decrypt it, `age1…` each. By default the seal key (DROVER_SEAL_KEY)',
    label: 'Who can decrypt it, age1… each; else the seal key',
  }),
  to: text({
    placeholder: 'FOLDER',
    summary: 'The folder of this computer where `backups/` goes; by default the current one',
  }),
} as const

export type BackupRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'backup',
  group: 'machines',
  summary: 'Read paths of machines into an encrypted archive on this computer, one for each machine',
  machines: 'required',
  effect: 'observes',
  workflow: { inputs: ['machines', 'paths', 'recipients', 'environment'] },
  options,
  load: async () => (await import('./backup.js')).backup,
})
