import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'
import { places } from '../../transaction/places.js'

/** What of an `ArtifactEntry` says where its versions lie. */
export interface ArtifactVersion {
  readonly name: string
  readonly path: string
  readonly sha256: string
}

export interface ArtifactPlace {
  /** Where all versions lie. */
  readonly folder: string
  /** Where this one lies. */
  readonly path: string
  /** The link that makes it the one in use, for the transaction. */
  readonly link: { readonly path: string; readonly to: string }
  /** For people: `tool 1a2b3c4`. */
  readonly label: string
}

export function artifactPlace({ name, path, sha256 }: ArtifactVersion): ArtifactPlace {
  const folder = `${places.library}/artifacts/${name}`
  const to = `${folder}/${sha256}`
  return { folder, path: to, link: { path, to }, label: `${name} ${sha256.slice(0, 7)}` }
}

/** A version as it is to lie there. */
export interface StoredArtifact {
  readonly place: Pick<ArtifactPlace, 'folder' | 'path'>
  readonly mode: number
  readonly owner: string
  readonly group: string
}

/** Gives the versions that are there their mode and owner, and tells which these are. */
export function settleArtifacts(artifacts: readonly StoredArtifact[]): Command {
  const words = artifacts.flatMap(({ place, ...rest }) => [place.path, ...dressWords(rest)])
  return programCommand('artifacts/settle.sh', { args: words })
}

/** Which of them are there, by their place in the question. Undefined when the answer is not whole. */
export function parseSettled(answer: string): ReadonlySet<number> | undefined {
  const lines = answer.split('\n')
  if (lines.at(-2) !== 'end') return undefined
  return new Set(
    lines.flatMap((line) => {
      const [, at] = /^there (\d+)$/.exec(line) ?? []
      return at === undefined ? [] : [Number(at)]
    }),
  )
}

/** How `receiveArtifact` ends other than well. */
export const receiveStatus = { diskFull: 23, differs: 24 } as const

export interface IncomingArtifact extends StoredArtifact {
  readonly sha256: string
  readonly bytes: Buffer
}

/** Takes in a version on standard input, and puts it there when it is whole. */
export function receiveArtifact(artifact: IncomingArtifact): Command {
  const { place, sha256, bytes } = artifact
  const words = [place.folder, place.path, String(bytes.length), sha256, ...dressWords(artifact)]
  const values = {
    place_library: places.library,
    status_disk_full: receiveStatus.diskFull,
    status_differs: receiveStatus.differs,
  }
  return { ...programCommand('artifacts/receive.sh', { values, args: words }), stdin: bytes }
}

function dressWords({ owner, group, mode }: Omit<StoredArtifact, 'place'>): readonly string[] {
  return [`${owner}:${group}`, mode.toString(8)]
}
