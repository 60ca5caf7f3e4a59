import type { LfsPointer } from './lfs-pointer.js'

export interface FetchedArtifact {
  /** A file that exists until the source is closed. */
  readonly path: string
  readonly bytes: number
}

export interface ArtifactAddress {
  /** HTTP or HTTPS. */
  readonly url: string
  readonly sha256: string
}

/**
 * Fetches artifacts. Each is fetched once in the life of a source, and its content is checked against the request. Failures are DroverErrors: `artifact-unreachable`, `artifact-differs`, `too-large`, `disk-full`,
 * `missing-tool`, `invalid-argument`.
 */
export interface ArtifactSource {
  download(address: ArtifactAddress): Promise<FetchedArtifact>
  /** Fetches the file behind a Git LFS pointer on the config branch. */
  fromLfs(pointer: LfsPointer): Promise<FetchedArtifact>
  close(): Promise<void>
}
