import type { Machine } from '../flock/flock.js'
import { type ChoosePorts, chooseMachines, type FlockView, type Selection } from './flock-view.js'
import { chooseAll, chooseWithLeftovers } from './leftover-machines.js'

type Choose = (ports: ChoosePorts, view: FlockView, request: Selection) => Promise<readonly Machine[]>

/** Which machines an operation is about, for itself and for the shards of its run: what is left over can be listed and ended. */
export function chooserOf(chooses: 'flock' | 'with-leftovers' | 'all' = 'flock'): Choose {
  return choosers[chooses]
}

const choosers: Readonly<Record<'flock' | 'with-leftovers' | 'all', Choose>> = {
  flock: chooseMachines,
  'with-leftovers': chooseWithLeftovers,
  all: async (_ports, view, { selectors }) => chooseAll(view, selectors),
}
