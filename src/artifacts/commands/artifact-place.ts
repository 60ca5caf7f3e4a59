import type { Command } from '../../base/command.js'
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

const functions = `set -u
LC_ALL=C; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
umask 077
dress() { chown -- "$2" "$1" && chmod -- "$3" "$1"; }`

const settleScript = `${functions}
at=0
while [ $# -gt 0 ]; do
  if [ -f "$1" ]; then dress "$1" "$2" "$3" && printf 'there %s\\n' "$at" || exit 1; fi
  at=$((at + 1)); shift 3
done
echo end`

/** Gives the versions that are there their mode and owner, and tells which these are. */
export function settleArtifacts(artifacts: readonly StoredArtifact[]): Command {
  const words = artifacts.flatMap(({ place, ...rest }) => [place.path, ...dressWords(rest)])
  return { argv: ['sh', '-c', settleScript, 'drover', ...words] }
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

/*
 * The folder of Drover is for root only, but for whoever knows a name below "artifacts": what else lies
 * there is closed by itself. A file that somebody left who is gone is taken away first.
 */
const receiveScript = `${functions}
folder=$1; path=$2; bytes=$3; sha256=$4
mkdir -p -- "$folder" && chmod 0711 ${places.library} && chmod 0755 ${places.library}/artifacts "$folder" || exit 1
for stale in "$folder"/.incoming-*; do
  [ ! -e "$stale" ] || [ -d "/proc/${'$'}{stale##*-}" ] || rm -f -- "$stale"
done
part=$folder/.incoming-$$
give_up() { rm -f -- "$part"; echo "$2" >&2; exit "$1"; }
room=$(df -B 1 --output=avail -- "$folder" | tail -n 1)
[ "$room" -gt "$bytes" ] || give_up ${receiveStatus.diskFull} "it needs $bytes bytes and the disk has room for $room"
head -c "$bytes" >"$part" || give_up ${receiveStatus.diskFull} 'it cannot be written'
case $(sha256sum -- "$part") in "$sha256 "*) ;; *) give_up ${receiveStatus.differs} 'it did not arrive whole' ;; esac
dress "$part" "$5" "$6" || give_up 1 "it cannot have the owner $5 and the mode $6"
sync -- "$part" && mv -T -f -- "$part" "$path" && sync -- "$folder" || give_up 1 'it cannot be put there'`

export interface IncomingArtifact extends StoredArtifact {
  readonly sha256: string
  readonly bytes: Buffer
}

/** Takes in a version on standard input, and puts it there when it is whole. */
export function receiveArtifact(artifact: IncomingArtifact): Command {
  const { place, sha256, bytes } = artifact
  const words = [place.folder, place.path, String(bytes.length), sha256, ...dressWords(artifact)]
  return { argv: ['sh', '-c', receiveScript, 'drover', ...words], stdin: bytes }
}

function dressWords({ owner, group, mode }: Omit<StoredArtifact, 'place'>): readonly string[] {
  return [`${owner}:${group}`, mode.toString(8)]
}
