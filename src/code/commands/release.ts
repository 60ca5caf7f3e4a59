import { sha256 } from '../../base/digest.js'

/** What of a `CodeEntry` is needed to make a release of it. */
export interface ReleaseSource {
  readonly name: string
  readonly url: string
  readonly revision: string
  readonly path: string
  readonly via: 'clone' | 'push'
  readonly owner: string
  readonly group: string
  readonly build: readonly string[]
  readonly shared: readonly string[]
}

/** A folder on a machine with one commit of some code, built. */
export interface Release {
  /** `<12 digits of the commit>-<8 digits of what is done with it>`. */
  readonly name: string
  /** Absolute. Files that belong to the code go below it, whichever path they were asked for by. */
  readonly path: string
  /** The link that makes it the current one, for the transaction. */
  readonly link: { readonly path: string; readonly to: string }
  /** For people: `app 1a2b3c4 (main)`. */
  readonly label: string
}

/**
 * Where a commit of this code lies on a machine. The same commit built otherwise, for another owner or with
 * other shared paths is another release, so that a release never changes once it is done.
 */
export function releaseOf(entry: ReleaseSource, commit: string): Release {
  const { name, path, revision, owner, group, build, shared } = entry
  const digest = sha256(JSON.stringify({ build, owner, group, shared }))
  const release = `${commit.slice(0, 12)}-${digest.slice(0, 8)}`
  const to = `${releasesFolder(path)}/${release}`
  const what = revision === commit ? '' : ` (${revision})`
  return { name: release, path: to, link: { path, to }, label: `${name} ${commit.slice(0, 7)}${what}` }
}

/** Where all releases of the code lie whose current one is at `path`. */
export function releasesFolder(path: string): string {
  return `${path}.releases`
}
