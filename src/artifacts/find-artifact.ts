import { sha256 } from '../base/digest.js'
import type { Problem } from '../base/errors.js'
import type { Tree } from '../base/tree.js'
import type { ArtifactEntry } from '../flock/flock.js'
import { type LfsPointer, parseLfsPointer } from '../sources/artifacts/lfs-pointer.js'

/** Where the bytes of an artifact are to be had. */
export type ArtifactOrigin =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'lfs'; readonly pointer: LfsPointer }
  | { readonly kind: 'bytes'; readonly bytes: Buffer }

/** What can be known before anything is fetched: a problem, or the origin. */
export function findArtifact(entry: ArtifactEntry, tree: Tree): ArtifactOrigin | Problem {
  if (entry.from.kind === 'url') return entry.from
  const { file } = entry.from
  const found = tree.get(file)
  const subject = `artifact "${entry.name}"`
  if (found === undefined) {
    return {
      message: `${subject}: the file "${file}" is not on the config branch`,
      reason: 'missing-file',
      hint: 'Add it, or correct the path, which begins at the top of the branch.',
    }
  }
  if (found.mode === '120000') {
    return {
      message: `${subject}: "${file}" is a symbolic link`,
      reason: 'missing-file',
      hint: 'Name the file that it leads to.',
    }
  }
  const pointer = parseLfsPointer(found.bytes)
  if (pointer === 'broken') {
    return {
      message: `${subject}: "${file}" begins as a Git LFS pointer does, and is none`,
      reason: 'missing-file',
      hint: 'Add the file again with git-lfs installed.',
      at: { file },
    }
  }
  const has = pointer?.oid ?? sha256(found.bytes)
  if (has !== entry.sha256) {
    return {
      message: `${subject}: "${file}" has the SHA-256 ${has}, and ${entry.sha256} is asked for`,
      reason: 'artifact-differs',
      hint: 'If the file on the branch is the one that is wanted, write its SHA-256 into flock.yml.',
    }
  }
  return pointer === undefined ? { kind: 'bytes', bytes: found.bytes } : { kind: 'lfs', pointer }
}

/** All that is wrong with these artifacts, before any machine is touched. */
export function artifactProblems(entries: readonly ArtifactEntry[], tree: Tree): readonly Problem[] {
  return entries.flatMap((entry) => {
    const found = findArtifact(entry, tree)
    return 'kind' in found ? [] : [found]
  })
}
