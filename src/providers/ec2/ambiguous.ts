import { DroverError } from '../../base/errors.js'
import type { Ours } from './select-ours.js'

/** The error for two machines of one name, between which only a person can choose. */
export function ambiguous(name: string, machines: readonly Ours[]): DroverError {
  const ids = machines.map(({ id, region }) => `"${id}" in ${region}`).join(', ')
  return new DroverError(`${name}: there are ${machines.length} machines of this name: ${ids}`, {
    reason: 'ambiguous-machine',
    hint: 'Choose one, and terminate the other in EC2; "drover reap" ends a machine that has expired.',
  })
}
