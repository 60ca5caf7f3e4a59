import { DroverError } from '../../base/errors.js'
import { countOf } from '../../base/text/count-of.js'
import { nearest } from '../../base/text/nearest.js'

/** Branches and tags of a repository, by name, and the commits that they lead to. */
export interface RefListing {
  readonly branches: ReadonlyMap<string, string>
  readonly tags: ReadonlyMap<string, string>
}

/** True for a whole commit id. */
export function isCommitId(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text)
}

/** Parses the output of `git ls-remote --heads --tags`: `ID TAB REF`. An annotated tag has a second line, `REF^{}`, with the commit. */
export function parseRefListing(output: string): RefListing {
  const branches = new Map<string, string>()
  const tags = new Map<string, string>()
  for (const line of output.split('\n')) {
    const [, commit = '', kind, name = ''] = /^([0-9a-f]+)\trefs\/(heads|tags)\/(.+)$/.exec(line) ?? []
    if (kind === 'heads') branches.set(name, commit)
    // The peeled line comes second, so it wins.
    if (kind === 'tags') tags.set(name.replace(/\^\{\}$/, ''), commit)
  }
  return { branches, tags }
}

/** Finds the commit of a branch or tag. Throws `unknown-revision`, also for a name that is both. */
export function findRevision(revision: string, { listing, shown }: Place): string {
  const { branches, tags } = listing
  const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/.exec(revision) ?? []
  if (kind !== undefined) {
    return (kind === 'heads' ? branches : tags).get(name) ?? fail(revision, { listing, shown })
  }
  const branch = branches.get(revision)
  const tag = tags.get(revision)
  if (branch !== undefined && tag !== undefined && branch !== tag) {
    throw new DroverError(`revision "${revision}": is both a branch and a tag of "${shown}"`, {
      reason: 'unknown-revision',
      hint: `Write "refs/heads/${revision}" or "refs/tags/${revision}".`,
    })
  }
  return branch ?? tag ?? fail(revision, { listing, shown })
}

export interface Place {
  readonly listing: RefListing
  /** The repository's URL, for people. */
  readonly shown: string
}

function fail(revision: string, { listing, shown }: Place): never {
  throw new DroverError(`revision "${revision}": is no branch and no tag of "${shown}"`, {
    reason: 'unknown-revision',
    hint: hintFor(revision, listing),
  })
}

function hintFor(revision: string, { branches, tags }: RefListing): string {
  if (/^[0-9a-f]{7,39}$/.test(revision)) {
    return 'A commit must be given by its whole id: "git rev-parse" makes it of a short one.'
  }
  const like = nearest(revision.replace(/^refs\/(heads|tags)\//, ''), [...branches.keys(), ...tags.keys()])
  if (like !== undefined) {
    return `Did you mean the ${branches.has(like) ? 'branch' : 'tag'} "${like}"? A new branch or tag must be pushed first.`
  }
  const some = [...branches.keys()].slice(0, 5).map((name) => `"${name}"`)
  if (some.length === 0) return 'The repository has no branch yet.'
  const more = branches.size > some.length ? ` and ${branches.size - some.length} more` : ''
  return `It has the ${branches.size === 1 ? 'branch' : 'branches'} ${some.join(', ')}${more}, and ${countOf(tags.size, 'tag')}.`
}
