import { makeIdentity } from '../../secrets/seal/make-identity.js'
import { wholeOperation } from '../operation.js'
import type { SealKeyRequest } from './definition.js'

/** A new key, shown once and kept nowhere: with it a person needs no other program. What it prints is a file of age. */
export const sealKey = wholeOperation<SealKeyRequest>(async () => {
  const { identity, recipient } = await makeIdentity()
  return {
    data: { kind: 'seal-key', identity, recipient },
    output: `# recipient: ${recipient}\n${identity}\n`,
  }
})
