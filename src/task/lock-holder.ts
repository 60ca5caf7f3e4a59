import type { Clock } from '../system/clock.js'
import type { Task } from './task.js'

/** Tells a contender who holds the lock of a machine. */
export function holderLine({ ports, machine }: Pick<Task, 'ports' | 'machine'>): string {
  const since = new Date(ports.clock.now()).toISOString()
  return `run ${ports.run.id} of ${ports.run.actor}, on ${machine.name} since ${since}`
}

/** 16 hexadecimal digits for one attempt at changing a machine. */
export function newId(clock: Pick<Clock, 'random'>): string {
  const half = (): string =>
    Math.floor(clock.random() * 0xffffffff)
      .toString(16)
      .padStart(8, '0')
  return `${half()}${half()}`
}
