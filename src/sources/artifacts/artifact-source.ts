import type { LfsPointer } from './lfs-pointer.js'

export interface FetchedArtifact {
  /** A file that is there until the source is closed. */
  readonly path: string
  readonly bytes: number
}

export interface ArtifactAddress {
  /** HTTP or HTTPS. */
  readonly url: string
  readonly sha256: string
}

/**
 * Where artifacts come from; each is fetched once in the life of a source, and is the one that was asked
 * for. Failures are DroverErrors: `artifact-unreachable`, `artifact-differs`, `too-large`, `disk-full`,
 * `missing-tool`, `invalid-argument`.
 */
export interface ArtifactSource {
  download(address: ArtifactAddress): Promise<FetchedArtifact>
  /** What a Git LFS pointer on the config branch stands for. */
  fromLfs(pointer: LfsPointer): Promise<FetchedArtifact>
  close(): Promise<void>
}
