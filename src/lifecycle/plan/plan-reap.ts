import type { ProviderMachine } from '../../providers/provider.js'

/** The machines of one name, of which at least one was not completed. */
export interface Expiring {
  readonly name: string
  /** These are to be ended. */
  readonly expired: readonly ProviderMachine[]
  /** These have time left. */
  readonly later: readonly ProviderMachine[]
  /** True if another machine of this name is complete. */
  readonly hasOther: boolean
}

/**
 * Pure: what of the machines that a provider calls ours is past its time. A machine without an
 * expiry is complete and is never chosen, nor is one whose expiry is no time.
 */
export function planReap(existing: readonly ProviderMachine[], nowMs: number): readonly Expiring[] {
  const names = [...new Set(existing.map(({ name }) => name))].sort()
  return names.flatMap((name) => {
    const all = existing.filter((one) => one.name === name)
    const unfinished = all.filter(({ expiresAt }) => expiresAt !== undefined)
    if (unfinished.length === 0) return []
    const isExpired = ({ expiresAt = '' }: ProviderMachine): boolean => Date.parse(expiresAt) <= nowMs
    return [
      {
        name,
        expired: unfinished.filter(isExpired),
        later: unfinished.filter((one) => !isExpired(one)),
        hasOther: unfinished.length < all.length,
      },
    ]
  })
}
