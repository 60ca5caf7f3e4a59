import type { Identity } from '../base/identity.js'

/**
 * What a provider says of a machine, with what only the ledger knows. A provider knows nothing of
 * revoked keys and of names, and what it knows of a machine whose key was rotated is out of date:
 * for the same machine the ledger's pins stay.
 */
export function identityNow(seen: Identity, known: Identity | undefined): Identity {
  if (known === undefined) return seen
  const isSame = known.id === seen.id
  const { revokedKeys, dns } = known
  return {
    ...seen,
    ...(isSame && known.hostKeys.length > 0 ? { hostKeys: known.hostKeys } : {}),
    ...(revokedKeys === undefined ? {} : { revokedKeys }),
    ...(isSame && dns !== undefined ? { dns } : {}),
  }
}
