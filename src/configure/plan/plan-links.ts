import type { DesiredSymlink } from '../../render/desired.js'
import { places } from '../../transaction/places.js'
import type { Observed, ObservedPath } from '../commands/observe.js'
import { type PlacedSymlink, relocate } from './relocate.js'

export interface SymlinkChange {
  readonly link: PlacedSymlink
  readonly action: 'create' | 'switch'
  /** Where it led when Drover looked. */
  readonly observedLink?: string
}

/** A link that Drover made and nothing asks for any more. */
export interface SymlinkRemoval {
  readonly path: string
  readonly place: string
  readonly observedLink: string
}

export function planSymlink(link: PlacedSymlink, found: ObservedPath | undefined): readonly SymlinkChange[] {
  if (found?.link === undefined) return [{ link, action: 'create' }]
  if (found.link === link.to && found.isDangling !== true) return []
  return [{ link, action: 'switch', observedLink: found.link }]
}

/** Only those that still lead into a place of Drover's own: another one was made by somebody else. */
export function planSymlinkRemovals(
  links: readonly DesiredSymlink[],
  { managedLinks = [], found }: Observed,
): readonly SymlinkRemoval[] {
  const desired = new Set(links.map(({ path }) => path))
  return managedLinks.flatMap((path) => {
    const place = relocate(path, links)
    const observedLink = found.get(place)?.link
    if (desired.has(path) || observedLink === undefined || !isOwnPlace(path, observedLink)) return []
    return [{ path, place, observedLink }]
  })
}

/** For people: `code app: 0123456789ab -> v2 (def)`. */
export function describeSymlink({ link, observedLink }: SymlinkChange): string {
  const before = observedLink === undefined ? '' : `${shortEnd(observedLink)} -> `
  return `${link.kind} ${link.name}: ${before}${link.label}`
}

/** What a link of Drover's own leads to, by its commit or hash; where any other leads. */
export function shortEnd(to: string): string {
  return /\/([0-9a-f]{12})(?:-[0-9a-f]{8}|[0-9a-f]{52})$/.exec(to)?.[1] ?? to
}

function isOwnPlace(path: string, to: string): boolean {
  return to.startsWith(`${path}.releases/`) || to.startsWith(`${places.artifacts}/`)
}
