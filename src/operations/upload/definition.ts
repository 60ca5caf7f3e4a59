import { text } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {
  file: text({ isRequired: true, placeholder: 'FILE', summary: 'The file on this computer' }),
  to: text({
    isRequired: true,
    placeholder: 'PATH',
    summary: 'The absolute path on the machine that gets the file',
  }),
  mode: text({
    placeholder: 'MODE',
    summary: 'The mode, as in `0644`. By default that of the file that is there, or 0644',
  }),
  owner: text({
    placeholder: 'OWNER',
    summary: 'The owner, as in `root` or `app:www-data`. By default that of the file that is there, or root',
  }),
} as const

export type UploadRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'upload',
  group: 'machines',
  summary: 'Upload one file of this computer to machines, whole or not at all',
  machines: 'required',
  effect: 'changes',
  options,
  load: async () => (await import('./upload.js')).upload,
})
