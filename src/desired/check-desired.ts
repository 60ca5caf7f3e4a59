import type { FlockView } from '../branch/flock-view.js'
import type { Machine } from '../flock/flock.js'
import { type RenderPorts, renderMachines } from './render-machines.js'

/**
 * Refuses what keeps machines from being rendered, above all a secret that was not given, for a
 * whole run before any of its jobs begins. Machines with the same groups and no files of their own
 * are rendered from the same templates: one stands for all of them, and each job looks at all of
 * its own again. Throws one InputError with all problems.
 */
export async function checkDesired(
  ports: RenderPorts,
  view: FlockView,
  machines: readonly Machine[],
): Promise<void> {
  await renderMachines(ports, view, pickDifferent(view, machines))
}

function pickDifferent({ snapshot }: FlockView, machines: readonly Machine[]): readonly Machine[] {
  const own = new Set([...snapshot.tree.keys()].flatMap((path) => ownerOf(path) ?? []))
  const seen = new Set<string>()
  return machines.filter(({ name, groups }) => {
    if (own.has(name)) return true
    const key = groups.join(' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function ownerOf(path: string): string | undefined {
  return /^(?:config|secrets-templates)\/machines\/(?<name>[^/]+)\//.exec(path)?.groups?.name
}
