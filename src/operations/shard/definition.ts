import { count, flag, text } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { budget, canary, confirm, dryRun, environment, operationOfJobs, since } from '../shared-options.js'

const options = {
  for: operationOfJobs,
  since,
  shards: count({
    byDefault: '20',
    placeholder: 'N',
    summary: 'The largest number of jobs among which the machines are shared; GitHub allows 256',
  }),
  canary,
  environment,
  confirm,
  budget,
  'dry-run': dryRun,
  rollback: flag({
    summary: 'The jobs undo the last change on each machine, so nothing of the newest commit is rendered',
  }),
  to: text({
    placeholder: 'COMMIT',
    summary: 'The jobs put the files of this commit, so nothing of the newest is rendered',
  }),
} as const

export type ShardRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'shard',
  group: 'used by workflows',
  summary: 'Choose the machines of a run and share them among jobs; no machine is touched',
  machines: 'optional',
  effect: 'reads',
  traits: { isAboutRuns: true },
  options,
  load: async () => (await import('./shard.js')).shard,
})
