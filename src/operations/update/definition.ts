import { rebootPolicies } from '../../lifecycle/plan/reboot-policy.js'
import { choice, flag } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { dryRun } from '../shared-options.js'

const options = {
  'dry-run': dryRun,
  'security-only': flag({
    summary: 'Upgrade only packages whose new version comes from a security archive',
    label: 'Upgrade only packages of which a security archive has a newer version',
  }),
  reboot: choice({
    choices: rebootPolicies,
    byDefault: 'never',
    placeholder: 'WHEN',
    summary:
      'When a machine is rebooted afterwards: `never`, `auto` (when it needs that to use what is new) or `always`',
    label: 'When machines are rebooted afterwards; auto: those that need it',
  }),
} as const

export type UpdateRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'update',
  group: 'fleet',
  summary: 'Upgrade the packages of machines, run their checks, and reboot machines if that is asked for',
  machines: 'required',
  effect: 'changes',
  // Packages are upgraded in a unit of the machine.
  workflow: {
    inputs: ['machines', 'environment', 'dry-run', 'canary', 'security-only', 'reboot'],
    requests: ['security-only', 'reboot'],
    timeoutMinutes: 150,
  },
  options,
  load: async () => (await import('./update.js')).update,
})
