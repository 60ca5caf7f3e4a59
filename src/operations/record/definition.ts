import { flag, words } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { canary, dryRun, environment, operationOfJobs } from '../shared-options.js'

const options = {
  for: operationOfJobs,
  'job-result': words({
    isOfWorkflow: true,
    placeholder: 'RESULT',
    summary:
      'How the jobs ended, as `needs.JOB.result` gives it: one word for all, or one for the canaries and one for the others',
  }),
  canary,
  environment,
  deployment: flag({
    only: 'action',
    summary: 'Leave a GitHub Deployment of the environment, with its status',
    label: 'Leave a GitHub Deployment of the environment',
  }),
  'dry-run': dryRun,
} as const

export type RecordRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'record',
  group: 'used by workflows',
  summary:
    'Complete the record of a run: show one table of its machines, and write a record for each whose job left none',
  machines: 'optional',
  effect: 'changes',
  traits: { isAboutRuns: true, overlooksEdits: true },
  options,
  load: async () => (await import('./record.js')).record,
})
