import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { defaultBranch, opsRepository, toolkit } from '../shared-options.js'

const options = { toolkit, 'default-branch': defaultBranch, repository: opsRepository } as const

export type DoctorRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'doctor',
  group: 'repository',
  summary: 'Check an ops repository: flock, templates, secrets, workflows, and access to AWS and to machines',
  machines: 'optional',
  placeholder: 'FOLDER',
  effect: 'reads',
  only: 'cli',
  general: ['branch', 'ssh-key-file', 'secrets-file', 'json'],
  options,
  load: async () => (await import('./doctor.js')).doctor,
})
