import { sha256 } from '../base/digest.js'
import type { TransactionFile } from './transaction-file.js'

/** How a kept change can be undone; the old files lie beside it, below `old/`. */
export interface UndoFile {
  readonly target: string
  /** What the change left there; null when it removed the file. */
  readonly newSha256: string | null
  /** False for a file that the change made, or of which Drover had not seen whether it was there. */
  readonly existed: boolean
}

export interface UndoSymlink {
  readonly target: string
  /** Where the change left it leading; null when it took the link away. */
  readonly newLink: string | null
  /** Where it led before; null when nothing was there. */
  readonly oldLink: string | null
}

export function undoFiles(files: readonly TransactionFile[]): readonly UndoFile[] {
  return files.flatMap((file) => {
    if (file.op !== 'put' && file.op !== 'remove') return []
    const newSha256 = file.op === 'put' ? sha256(file.bytes.reveal()) : null
    return [{ target: file.target, newSha256, existed: file.observedSha256 !== undefined }]
  })
}

export function undoLinks(files: readonly TransactionFile[]): readonly UndoSymlink[] {
  return files.flatMap((file) => {
    if (file.op !== 'link' && file.op !== 'unlink') return []
    const newLink = file.op === 'link' ? file.to : null
    return [{ target: file.target, newLink, oldLink: file.observedLink ?? null }]
  })
}
