import { text, words } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {
  paths: words({
    isRequired: true,
    placeholder: 'PATH',
    summary: 'The paths that are read on each machine; a path that ends with `?` may be missing',
    label: 'Paths to read on each machine; PATH? may be missing',
  }),
  recipients: words({
    placeholder: 'RECIPIENT',
    summary: 'The keys that can decrypt the archive, `age1…` each. By default the seal key (DROVER_SEAL_KEY)',
    label: 'Keys that can decrypt the archive, age1… each; the seal key if empty',
  }),
  to: text({
    placeholder: 'FOLDER',
    summary: 'The folder of this computer in which `backups/` is made; by default the current folder',
  }),
} as const

export type BackupRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'backup',
  group: 'machines',
  summary: 'Back up paths of each machine into an encrypted archive on this computer',
  machines: 'required',
  effect: 'observes',
  workflow: { inputs: ['machines', 'paths', 'recipients', 'environment'] },
  options,
  load: async () => (await import('./backup.js')).backup,
})
