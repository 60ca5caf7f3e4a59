import type { Problem } from '../../base/errors.js'
import { flag, invalid } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { baseline, dryRun, planDigests, since, to } from '../shared-options.js'

const options = {
  'dry-run': dryRun,
  'plan-digest': planDigests,
  since,
  rollback: flag({
    summary: 'Undo the last change on each machine',
    label: 'Undo the last change on each machine instead',
  }),
  to,
  baseline,
} as const

export type ConfigureRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'configure',
  group: 'every day',
  summary:
    'Bring machines to the desired state: baseline, code, artifacts, files, and the commands that follow a change',
  machines: 'required',
  effect: 'changes',
  traits: { rendersFiles: true },
  workflow: {
    inputs: [
      'machines',
      'environment',
      'deployment',
      'dry-run',
      'canary',
      'to',
      'rollback',
      'baseline',
      'plan-digest',
    ],
    requests: ['to'],
  },
  problems: contradictions,
  options,
  load: async () => (await import('./configure.js')).configure,
})

/** Going back by itself leaves nothing to choose, to approve or to show. */
function contradictions({
  rollback,
  to: commit,
  planDigest,
  dryRun: dry,
}: ConfigureRequest): readonly Problem[] {
  if (!rollback) return []
  const others = [commit && 'to', planDigest && 'plan-digest', dry && 'dry-run'].filter(Boolean)
  return others.map((other) => invalid(`rollback and ${other} do not go together`, 'give one of them'))
}
