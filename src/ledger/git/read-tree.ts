import { isUtf8 } from 'node:buffer'
import { DroverError } from '../../base/errors.js'
import type { Tree, TreeFile, TreeMode } from '../../base/tree.js'
import { runPlumbing } from './git-process.js'

/** One file of a commit that was not read yet. */
export interface TreeEntry {
  readonly path: string
  readonly mode: TreeMode
  readonly blob: string
}

/** Reads blobs of one repository, and each only once as long as the commits read hold it. */
export interface TreeReader {
  /** All files in the order of git; submodules are left out, and so are paths that are not UTF-8, with a notice. */
  list(commit: string): Promise<readonly TreeEntry[]>
  /** The bytes of each entry. */
  read(entries: readonly TreeEntry[]): Promise<Tree>
}

export interface TreeReaderOptions {
  readonly folder: string
  readonly onNotice: (message: string) => void
}

export function makeTreeReader({ folder, onNotice }: TreeReaderOptions): TreeReader {
  let cache = new Map<string, Buffer>()
  return {
    list: async (commit) =>
      parseListing(await runPlumbing(['ls-tree', '-r', '-z', commit], { folder }), onNotice),
    read: async (entries) => {
      const blobs = [...new Set(entries.map((entry) => entry.blob))]
      const missing = blobs.filter((blob) => !cache.has(blob))
      const found = missing.length === 0 ? new Map<string, Buffer>() : await readBlobs(missing, folder)
      const bytesOf = (blob: string): Buffer => found.get(blob) ?? cache.get(blob) ?? Buffer.alloc(0)
      const next = new Map(blobs.map((blob) => [blob, bytesOf(blob)]))
      cache = next
      return new Map(
        entries.map(({ path, mode, blob }): [string, TreeFile] => [path, { mode, bytes: bytesOf(blob) }]),
      )
    },
  }
}

const modes: readonly string[] = ['100644', '100755', '120000'] satisfies TreeMode[]

function isTreeMode(mode: string): mode is TreeMode {
  return modes.includes(mode)
}

/** `MODE TYPE ID TAB PATH NUL`, as git-ls-tree(1) prints it with -z. */
function parseListing(output: Buffer, onNotice: (message: string) => void): readonly TreeEntry[] {
  const entries: TreeEntry[] = []
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf(0, start)
    const tab = output.indexOf(9, start)
    const [mode = '', type, blob = ''] = output.toString('latin1', start, tab).split(' ')
    const name = output.subarray(tab + 1, end)
    start = end + 1
    if (type !== 'blob' || !isTreeMode(mode)) continue
    if (isUtf8(name)) entries.push({ path: name.toString('utf8'), mode, blob })
    else
      onNotice(
        `config branch: a file is left out because its name is not UTF-8: ${JSON.stringify(name.toString())}`,
      )
  }
  return entries
}

/** `git cat-file --batch`: for each id a line `ID TYPE SIZE`, the bytes, a newline. */
async function readBlobs(blobs: readonly string[], folder: string): Promise<Map<string, Buffer>> {
  const stdin = Buffer.from(`${blobs.join('\n')}\n`)
  const output = await runPlumbing(['cat-file', '--batch', '--buffer'], { folder, stdin })
  const found = new Map<string, Buffer>()
  let start = 0
  for (const blob of blobs) {
    const end = output.indexOf(0x0a, start)
    const [id, type, size] = output.toString('latin1', start, end).split(' ')
    if (id !== blob || type !== 'blob')
      throw new DroverError(`blob "${blob}": is not there`, { reason: 'bug' })
    const last = end + 1 + Number(size)
    found.set(blob, output.subarray(end + 1, last))
    start = last + 1
  }
  return found
}
