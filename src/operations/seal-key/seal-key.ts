import { makeIdentity } from '../../secrets/seal/make-identity.js'
import { wholeOperation } from '../operation.js'
import type { SealKeyRequest } from './definition.js'

/** A new key, shown once and kept nowhere: with it a person needs no other program. */
export const sealKey = wholeOperation<SealKeyRequest>(async () => ({
  data: { kind: 'seal-key', ...(await makeIdentity()) },
}))
