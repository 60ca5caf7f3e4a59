import { quoteCommand } from '../../base/text/quote.js'
import { type ProgramValues, renderValues } from '../../programs/assemble-program.js'
import { programText } from '../../programs/program.js'
import { codeStatus } from './code-status.js'
import { type ReleaseSource, releaseOf } from './release.js'

export interface ReleaseWork {
  readonly entry: ReleaseSource
  readonly commit: string
  /** Name of the file with the commits that the machine lacks; absent when it clones, or lacks none. */
  readonly bundle?: string
}

/** A bash script that makes these releases one after another, and leaves those alone that are done. */
export function prepareScript(works: readonly ReleaseWork[]): string {
  return [programText('code/release.sh', values()), ...works.map(workLines)].join('\n')
}

function values(): ProgramValues {
  return {
    share_program: programText('code/share.sh'),
    status_unreachable: codeStatus.unreachable,
    status_missing: codeStatus.missing,
    status_build: codeStatus.build,
    status_disk_full: codeStatus.diskFull,
    status_no_git: codeStatus.noGit,
    status_other: codeStatus.other,
  }
}

function workLines({ entry, commit, bundle = '-' }: ReleaseWork): string {
  const { name, path, url, via, owner, group, revision, build, shared } = entry
  const release = releaseOf(entry, commit).path
  const words = [name, path, url, via, commit, release, owner, group, bundle, revision]
  return `${renderValues({ build, shared })}${quoteCommand(['make_release', ...words])}\n`
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
