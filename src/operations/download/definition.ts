import { text } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'

const options = {
  from: text({ isRequired: true, placeholder: 'PATH', summary: 'The file on the machine' }),
  to: text({
    placeholder: 'FOLDER',
    summary: 'The folder of this computer that gets the file; by default the current folder',
  }),
} as const

export type DownloadRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'download',
  group: 'machines',
  summary: 'Download one file from each machine into a folder of this computer',
  machines: 'required',
  effect: 'observes',
  options,
  load: async () => (await import('./download.js')).download,
})
