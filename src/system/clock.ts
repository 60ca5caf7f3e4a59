/** Time and randomness as a port: code that decides does not read them by itself. */
export interface Clock {
  /** Milliseconds since the epoch, for records. */
  now(): number
  /** Milliseconds that never go back, for durations. */
  elapsed(): number
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** In [0, 1). */
  random(): number
}
