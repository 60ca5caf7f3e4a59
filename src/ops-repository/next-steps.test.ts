import { expect, test } from 'vitest'
import { nextSteps } from './next-steps.js'

const slots = {
  toolkit: 'toolkit-owner/toolkit',
  toolkitRef: 'v1',
  repository: 'example/ops',
  defaultBranch: 'main',
  branch: 'config',
}

const stepsWith = (...secrets: readonly string[]): readonly string[] =>
  nextSteps({
    folder: 'ops',
    look: { remote: new Map(), local: new Map() } as never,
    slots,
    secrets,
    unpushed: [],
  }).filter((step) => step.includes('SEAL'))

test('a seal key is made and set where something is to be sealed, and nobody is asked for its value', () => {
  expect(stepsWith('API_TOKEN', 'DROVER_SEAL_KEY', 'DROVER_SSH_KEY')).toEqual([
    'drover seal-key > SEALKEYFILE && gh secret set DROVER_SEAL_KEY --repo example/ops < SEALKEYFILE   # keep the file: without it nothing sealed can be opened',
  ])
  expect(stepsWith('API_TOKEN', 'DROVER_SSH_KEY')).toEqual([])
})
