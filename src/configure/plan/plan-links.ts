import type { Found, Sighting } from '../commands/observe.js'
import { places } from '../commands/transaction/places.js'
import type { DesiredLink } from '../../render/desired.js'
import { type PlacedLink, relocate } from './relocate.js'

export interface LinkChange {
  readonly link: PlacedLink
  readonly action: 'create' | 'switch'
  /** Where it led when Drover looked. */
  readonly seenLink?: string
}

/** A link that Drover made and nothing asks for any more. */
export interface LinkRemoval {
  readonly path: string
  readonly place: string
  readonly seenLink: string
}

export function planLink(link: PlacedLink, found: Found | undefined): readonly LinkChange[] {
  if (found?.link === undefined) return [{ link, action: 'create' }]
  if (found.link === link.to && found.isDangling !== true) return []
  return [{ link, action: 'switch', seenLink: found.link }]
}

/** Only those that still lead into a place of Drover's own: another one was made by somebody else. */
export function planLinkRemovals(
  links: readonly DesiredLink[],
  { managedLinks = [], found }: Sighting,
): readonly LinkRemoval[] {
  const wanted = new Set(links.map(({ path }) => path))
  return managedLinks.flatMap((path) => {
    const place = relocate(path, links)
    const seenLink = found.get(place)?.link
    if (wanted.has(path) || seenLink === undefined || !isOwnPlace(path, seenLink)) return []
    return [{ path, place, seenLink }]
  })
}

/** For people: `code app: 0123456789ab -> v2 (def)`. */
export function describeLink({ link, seenLink }: LinkChange): string {
  const before = seenLink === undefined ? '' : `${shortEnd(seenLink)} -> `
  return `${link.kind} ${link.name}: ${before}${link.label}`
}

/** What a link of Drover's own leads to, by its commit or hash; where any other leads. */
export function shortEnd(to: string): string {
  return /\/([0-9a-f]{12})(?:-[0-9a-f]{8}|[0-9a-f]{52})$/.exec(to)?.[1] ?? to
}

function isOwnPlace(path: string, to: string): boolean {
  return to.startsWith(`${path}.releases/`) || to.startsWith(`${places.artifacts}/`)
}
