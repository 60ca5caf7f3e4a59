import { wholeOperation } from '../operation.js'
import { operations } from '../registry.js'
import { renderBash } from './bash.js'
import { completedOperations } from './completed-operation.js'
import type { CompletionRequest } from './definition.js'
import { renderFish } from './fish.js'
import { renderZsh } from './zsh.js'

const renderers = new Map([
  ['bash', renderBash],
  ['zsh', renderZsh],
  ['fish', renderFish],
])

/** A script that knows what this version of Drover takes, and asks Drover nothing while a person types. */
export const completion = wholeOperation<CompletionRequest>(async (_ports, { selectors: [shell = ''] }) => {
  const script = renderers.get(shell)?.(completedOperations(operations))
  return script === undefined ? {} : { data: { kind: 'completion', shell, script }, output: script }
})
