/** git's modes of a blob: plain, executable, symlink (whose bytes are the target). */
export type TreeMode = '100644' | '100755' | '120000'

export interface TreeFile {
  readonly mode: TreeMode
  readonly bytes: Buffer
}

/** Files by path, with `/` between folders and none at the start. */
export type Tree = ReadonlyMap<string, TreeFile>
