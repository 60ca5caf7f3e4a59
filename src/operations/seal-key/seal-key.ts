import type { Operation } from '../../engine/fleet-operation.js'
import { makeIdentity } from '../../secrets/seal/make-identity.js'

/** A new key, shown once and kept nowhere: with it a person needs no other program. */
export const sealKey: Operation = async () => ({ data: { ...(await makeIdentity()) } })
