import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { extract, pack } from 'tar-stream'

export interface TarFile {
  readonly path: string
  readonly mode: number
  readonly bytes: Buffer
}

export interface TarEntry {
  /** The path in the archive: absolute, and hostile until checked. */
  readonly path: string
  readonly type: 'file' | 'folder' | 'link' | 'other'
  readonly mode: number
  readonly owner: string
  readonly group: string
  /** Target of a symlink. */
  readonly link?: string
  readonly bytes: Buffer
}

export async function packTar(files: readonly TarFile[]): Promise<Buffer> {
  const archive = pack()
  for (const file of files) archive.entry({ name: file.path, mode: file.mode }, file.bytes)
  archive.finalize()
  return buffer(archive)
}

/** Reads all entries of an archive. A hard link becomes a symlink to the path that it names. */
export async function unpackTar(archive: Buffer): Promise<readonly TarEntry[]> {
  const entries: TarEntry[] = []
  for await (const entry of Readable.from([archive]).pipe(extract())) {
    const { header } = entry
    entries.push({
      path: header.name,
      type: typeOf(header.type),
      mode: (header.mode ?? 0) & 0o7777,
      owner: header.uname || String(header.uid ?? 0),
      group: header.gname || String(header.gid ?? 0),
      ...(header.linkname ? { link: header.linkname } : {}),
      bytes: await buffer(entry),
    })
  }
  return entries
}

export interface TarListing {
  readonly path: string
  readonly type: 'file' | 'folder' | 'symlink' | 'other'
  /** Target of a symlink. */
  readonly link?: string
}

/** Lists the entries of an archive, without their bytes. They are hostile until checked. */
export async function listTar(archive: Buffer): Promise<readonly TarListing[]> {
  const entries: TarListing[] = []
  for await (const entry of Readable.from([archive]).pipe(extract())) {
    entry.resume()
    const { name, type, linkname } = entry.header
    const plain = typeOf(type)
    const isSymlink = type === 'symlink'
    entries.push({
      path: name,
      type: isSymlink ? 'symlink' : plain === 'link' ? 'other' : plain,
      ...(isSymlink && linkname ? { link: linkname } : {}),
    })
  }
  return entries
}

function typeOf(type: string | null | undefined): TarEntry['type'] {
  if (type === 'file' || type === 'contiguous-file') return 'file'
  if (type === 'directory') return 'folder'
  if (type === 'symlink' || type === 'link') return 'link'
  return 'other'
}
