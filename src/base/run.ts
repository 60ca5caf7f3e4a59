/** Who runs the operation, and where the run can be read about later. A run at a shell has an id that starts with `local-`. */
export interface Run {
  readonly id: string
  /** Counts from 1. */
  readonly attempt: number
  readonly actor: string
  /** Page of the run; absent at a shell. */
  readonly url?: string
}
