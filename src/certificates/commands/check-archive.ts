import { posix } from 'node:path'
import { lineageFolders } from './places.js'

/** One entry of an archive as it stands there: nothing of it is trusted. */
export interface LineageEntry {
  readonly path: string
  readonly type: 'file' | 'folder' | 'symlink' | 'other'
  readonly link?: string
}

/**
 * Everything for which an archive must not be unpacked into /etc/letsencrypt: a path outside of the captured
 * folders, a link that leads out of them, anything but files, folders and symbolic links, a path below a link, a
 * path twice.
 */
export function findWrongEntries(entries: readonly LineageEntry[]): readonly string[] {
  const seen = new Set<string>()
  const links = new Set(entries.filter(({ type }) => type === 'symlink').map(({ path }) => plain(path)))
  const wrong = entries.flatMap((entry) => {
    const path = plain(entry.path)
    const why = seen.has(path) ? 'is there twice' : wrongEntry(entry, links)
    seen.add(path)
    return why === undefined ? [] : [`${JSON.stringify(entry.path).slice(0, 200)} ${why}`]
  })
  return entries.length === 0 ? ['it is empty'] : wrong
}

function wrongEntry({ path, type, link }: LineageEntry, links: ReadonlySet<string>): string | undefined {
  if (!isInside(plain(path))) return 'is no path of a lineage'
  if (type === 'other') return 'is no file, folder or symbolic link'
  const parents = plain(path).split('/')
  if (parents.some((_, at) => at > 0 && links.has(parents.slice(0, at).join('/')))) return 'is below a link'
  if (type !== 'symlink') return undefined
  const target = link ?? ''
  if (target.startsWith('/') || target === '' || /[\0-\x1f\x7f]/.test(target)) return 'is a link out of it'
  return isInside(posix.join(posix.dirname(plain(path)), target)) ? undefined : 'is a link out of it'
}

function plain(path: string): string {
  return path.replace(/\/$/, '')
}

/** Relative, normalised, and in one of the captured folders. */
function isInside(path: string): boolean {
  if (/[\0-\x1f\x7f]/.test(path) || posix.normalize(path) !== path) return false
  return lineageFolders.some((folder) => path === folder || path.startsWith(`${folder}/`))
}
