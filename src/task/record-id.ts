import type { RunPorts } from './ports.js'

/** Unique for this machine, operation, run and attempt, and for one that does the same twice. */
export function newRecordId(
  { run, clock }: RunPorts,
  { operation, machine }: { readonly operation: string; readonly machine: string },
): string {
  const chance = Math.floor(clock.random() * 0xffffffff)
  return `${run.id}.${run.attempt}.${operation}.${machine}.${chance.toString(16).padStart(8, '0')}`
}
