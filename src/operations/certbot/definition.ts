import { flag } from '../../request/option.js'
import type { RequestOf } from '../../request/request.js'
import { defineOperation } from '../define-operation.js'
import { dryRun } from '../shared-options.js'

const options = {
  'dry-run': dryRun,
  force: flag({ summary: 'Order a certificate also where the present one is still good' }),
} as const

export type CertbotRequest = RequestOf<typeof options>

export const definition = defineOperation({
  name: 'certbot',
  group: 'fleet',
  summary: 'Give machines the certificates that flock.yml asks for: restore, order, renew or install them',
  machines: 'required',
  effect: 'changes',
  workflow: { inputs: ['machines', 'environment', 'dry-run', 'canary', 'force'], requests: [] },
  options,
  load: async () => (await import('./certbot.js')).certbot,
})
