import type { DesiredFile, DesiredSymlink } from '../../render/desired.js'

/** A file and where its bytes belong: its destination, or where that lies once the links above it lead where they should. */
export interface PlacedFile extends DesiredFile {
  readonly place: string
  /** The link that leads there. */
  readonly behind?: DesiredSymlink
}

export interface PlacedSymlink extends DesiredSymlink {
  readonly place: string
}

/** Files below the path of a link belong into what it will lead to; their destinations stay what people wrote. */
export function relocateFiles(
  files: readonly DesiredFile[],
  links: readonly DesiredSymlink[],
): readonly PlacedFile[] {
  return files.map((file) => {
    const behind = linkAbove(file.destination, links)
    return {
      ...file,
      place: relocate(file.destination, links),
      ...(behind === undefined ? {} : { behind }),
    }
  })
}

/** A link may lie in what another one leads to. */
export function relocateSymlinks(links: readonly DesiredSymlink[]): readonly PlacedSymlink[] {
  return links.map((link) => ({ ...link, place: relocate(link.path, links) }))
}

export function relocate(path: string, links: readonly DesiredSymlink[]): string {
  const above = linkAbove(path, links)
  return above === undefined ? path : `${above.to}${path.slice(above.path.length)}`
}

/** The nearest of the links that a path lies below. */
function linkAbove(path: string, links: readonly DesiredSymlink[]): DesiredSymlink | undefined {
  return links
    .filter((link) => path.startsWith(`${link.path}/`))
    .reduce<DesiredSymlink | undefined>(
      (nearest, link) => (nearest !== undefined && nearest.path.length > link.path.length ? nearest : link),
      undefined,
    )
}
