/** A file of an archive that is sent to a machine. Nothing of it is in an argument of a process. */
export interface ArchiveFile {
  readonly path: string
  readonly mode: number
  readonly bytes: Buffer
}
