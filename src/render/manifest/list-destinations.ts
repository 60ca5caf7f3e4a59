import type { JsonObject } from '../../base/json.js'
import type { RenderInput } from '../render-machine.js'
import { listLayers } from './layers.js'
import { mergeEntries } from './merge-entries.js'

/**
 * Lists the destinations of a machine's manifests without rendering files, so that no secret is needed. Leaves out
 * faulty entries, which rendering reports.
 */
export function listDestinations({
  machine,
  flockName,
  toolkit,
  config,
}: Pick<RenderInput, 'machine' | 'flockName' | 'toolkit' | 'config'>): ReadonlySet<string> {
  const { name, groups, vars, provider } = machine
  const context: JsonObject = { vars, machine: { name, groups, provider }, flock: { name: flockName } }
  const { entries } = mergeEntries({ trees: { toolkit, config }, layers: listLayers(machine), context })
  return new Set(
    entries.filter(({ fields }) => fields.direction !== 'down').map(({ destination }) => destination),
  )
}
