import { quoteCommand, quoteWord } from '../../base/quote.js'
import { type ReleaseSource, releaseOf } from './release.js'
import { releaseScript } from './release-script.js'

export interface ReleaseWork {
  readonly entry: ReleaseSource
  readonly commit: string
  /** Name of the file with the commits that the machine lacks; absent when it clones, or lacks none. */
  readonly bundle?: string
}

/** A bash script that makes these releases one after another, and leaves those alone that are done. */
export function prepareScript(works: readonly ReleaseWork[]): string {
  return [releaseScript, ...works.map(workLines)].join('\n')
}

function workLines({ entry, commit, bundle = '-' }: ReleaseWork): string {
  const { name, path, url, via, owner, group, revision, build, shared } = entry
  const release = releaseOf(entry, commit).path
  const words = [name, path, url, via, commit, release, owner, group, bundle, revision]
  return [
    `build=(${build.map(quoteWord).join(' ')})`,
    `shared=(${shared.map(quoteWord).join(' ')})`,
    quoteCommand(['make_release', ...words]),
    '',
  ].join('\n')
}

/** What the script tells. */
export type ReleaseLine =
  | { readonly kind: 'output'; readonly line: string }
  | { readonly kind: 'step'; readonly line: string }
  | { readonly kind: 'failed'; readonly why: string }

export function parseReleaseLine(line: string): ReleaseLine {
  if (line.startsWith('| ')) return { kind: 'output', line: line.slice(2) }
  if (line.startsWith('failed ')) return { kind: 'failed', why: line.slice('failed '.length) }
  return { kind: 'step', line }
}
