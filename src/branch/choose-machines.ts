import type { Machine } from '../flock/flock.js'
import type { Request } from '../request/request.js'
import type { Ports } from '../task/ports.js'
import { chooseMachines, type FlockView } from './flock-view.js'
import { chooseAll, chooseWithLeftovers } from './leftover-machines.js'

type Choose = (ports: Ports, view: FlockView, request: Request) => Promise<readonly Machine[]>

/** Which machines an operation is about, for itself and for the plan of its run: what is left over can be listed and ended. */
export function chooserOf(operation: string): Choose {
  if (operation === 'terminate') return chooseWithLeftovers
  if (operation === 'list') return async (_ports, view, { selectors }) => chooseAll(view, selectors)
  return chooseMachines
}
