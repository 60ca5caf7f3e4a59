import { text } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {
  file: text({ isRequired: true, placeholder: 'FILE', summary: 'The file on this computer' }),
  to: text({
    isRequired: true,
    placeholder: 'PATH',
    summary: 'Where it goes on the machine, an absolute path',
  }),
  mode: text({
    placeholder: 'MODE',
    summary: 'As in `0644`. By default that of the file that is there, or 0644',
  }),
  owner: text({
    placeholder: 'OWNER',
    summary: 'As in `root` or `app:www-data`. By default that of the file that is there, or root',
  }),
} as const

export type UploadRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'upload',
  group: 'machines',
  summary: 'Put one file of this computer on machines, whole or not at all',
  machines: 'required',
  effect: 'changes',
  options,
  load: async () => (await import('./upload.js')).upload,
})
