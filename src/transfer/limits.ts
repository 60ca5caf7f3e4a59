/** How long one file or archive may take, and how long it may stand still: a machine may compress what is mostly empty. */
export const transferLimits = { timeoutMs: 6 * 60 * 60_000, idleMs: 15 * 60_000 } as const
