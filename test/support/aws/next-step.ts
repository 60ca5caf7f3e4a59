/** A machine that is made: its process runs, or does not. */
export type MachineState = 'up' | 'down'

/** What the hypervisor does next about an instance. `settle`: the machine powered itself off, which moto has to be told. */
export type Step = 'boot' | 'stop' | 'settle' | 'end'

export interface Situation {
  /** The state that moto has; undefined if there is no such instance, or it was terminated. */
  readonly instance: string | undefined
  /** Undefined if there is none. */
  readonly machine: MachineState | undefined
  /** The hypervisor started it, and did not stop it since. */
  readonly wasStarted: boolean
  /** Something is being done to the machine now. */
  readonly isBusy: boolean
}

export function nextStep({ instance, machine, wasStarted }: Omit<Situation, 'isBusy'>): Step | undefined {
  if (instance === undefined) return machine === undefined ? undefined : 'end'
  if (instance === 'running' || instance === 'pending') {
    if (machine === 'up') return undefined
    return machine === 'down' && wasStarted ? 'settle' : 'boot'
  }
  return machine === 'up' ? 'stop' : undefined
}

/** The state as EC2 would show it: what moto says is done at once takes as long as the machine does. */
export function shownState({ instance = 'terminated', machine, wasStarted, isBusy }: Situation): string {
  if (instance === 'running') return wasStarted ? 'running' : 'pending'
  if (instance === 'stopped') return machine === 'up' ? 'stopping' : 'stopped'
  if (instance === 'terminated') return machine === undefined && !isBusy ? 'terminated' : 'shutting-down'
  return instance
}
