import type { Command } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import { quoteWord } from '../base/quote.js'
import { generationScript, places } from './transaction/places.js'

/** A managed path as it is on the machine now. */
export interface Found {
  /** Where the path really leads: itself, or the end of its chain of symbolic links. */
  readonly target: string
  readonly isLink: boolean
  /** Absent when nothing is there (a link that leads nowhere has a target and no stat). */
  readonly stat?: {
    readonly type: 'file' | 'folder' | 'other'
    readonly mode: number
    readonly owner: string
    readonly group: string
    readonly size: number
  }
  /** Of a regular file, hex. */
  readonly sha256?: string
}

/** What one look at a machine finds. */
export interface Sighting {
  readonly found: ReadonlyMap<string, Found>
  /** Text of /etc/drover/stamp.json. */
  readonly stamp?: string
  /** Paths that Drover put there earlier; those that were not asked for are looked at too. */
  readonly managed: readonly string[]
  /** Another one after each change: see `generationScript`. */
  readonly generation?: string
  /** True while a change is under way, or was cut off and left something. */
  readonly isUnfinished?: boolean
}

/*
 * The look: reads only, one process for each question and not for each file: on a machine with
 * nothing to do, starting programs is most of what it costs.
 * Fields end with NUL, so that no name can break the answer; the last field
 * is END, so that an answer that was cut off is recognised.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
# First: what changes after it is known, is found by the recheck.
printf 'G\\0'
${generationScript}
printf '\\0'
set -- ${places.transactions}/*
if [ -n "$undecided" ] || [ -e "$1" ]; then printf 'U\\0'; fi
managed=
[ ! -f ${places.files} ] || managed=$(cat ${places.files})
[ "$managed" = "$paths" ] || paths=$(printf '%s\\n%s\\n' "$paths" "$managed" | sort -u)
set -f; IFS='
'
there= plain=
for path in $paths; do
  if [ -L "$path" ]; then
    real=$(readlink -m -- "$path")
    printf '%s\\0' L "$path" "$real"
    # Only a loop leads to a link.
    [ ! -L "$real" ] || printf '%s\\0' S "$path" 'loop of links' 0 - - 0
  fi
  if [ -e "$path" ]; then there="$there$IFS$path"; fi
  if [ -f "$path" ]; then plain="$plain$IFS$path"; fi
done
[ -z "$there" ] || stat -L --printf 'S\\0%n\\0%F\\0%a\\0%U\\0%G\\0%s\\0' -- $there
if [ -n "$plain" ]; then printf 'H\\0'; sha256sum -z -- $plain; printf '\\0'; fi
if [ -f ${places.stamp} ]; then printf 'T\\0'; cat ${places.stamp}; printf '\\0'; fi
printf 'M\\0%s\\0' "$managed"
printf 'END\\0'
`

/** Looks at these paths (absolute, without control characters). */
export function lookCommand(paths: readonly string[]): Command {
  // The shell reads all of it from standard input: of any length, and without a program to read the paths.
  return { argv: ['sh', '-s'], stdin: `paths=${quoteWord([...paths].sort().join('\n'))}\n${script}` }
}

/** Throws `connection-lost` when the answer is not whole. */
export function parseLook(stdout: Buffer, paths: readonly string[]): Sighting {
  const fields = stdout.toString('utf8').split('\0')
  const found = new Map<string, Found>(paths.map((path) => [path, { target: path, isLink: false }]))
  const merge = (path: string, facts: Partial<Found>): void => {
    found.set(path, { target: path, isLink: false, ...found.get(path), ...facts })
  }
  let stamp: string | undefined
  let generation: string | undefined
  let isUnfinished = false
  let managed: readonly string[] = []
  let whole = false
  let at = 0
  const next = (): string => fields[at++] ?? ''
  while (at < fields.length && !whole) {
    switch (next()) {
      case 'L': {
        const path = next()
        merge(path, { isLink: true, target: next() || path })
        break
      }
      case 'S':
        merge(next(), { stat: parseStat([next(), next(), next(), next(), next()]) })
        break
      case 'H':
        for (let line = next(); line !== ''; line = next()) {
          const [, sha256 = '', path = ''] = /^([0-9a-f]{64}) [ *](.*)$/s.exec(line) ?? []
          merge(path, { sha256 })
        }
        break
      case 'T':
        stamp = next()
        break
      case 'G':
        generation = next()
        break
      case 'U':
        isUnfinished = true
        break
      case 'M':
        managed = next()
          .split('\n')
          .filter((line) => line !== '')
        break
      case 'END':
        whole = true
        break
      default:
        at = fields.length
    }
  }
  if (!whole) {
    throw new DroverError('look: the answer of the machine is not whole', {
      reason: 'connection-lost',
      hint: 'Run the operation again.',
    })
  }
  return {
    found,
    managed,
    ...(stamp === undefined ? {} : { stamp }),
    ...(generation === undefined ? {} : { generation }),
    ...(isUnfinished ? { isUnfinished } : {}),
  }
}

function parseStat(fields: readonly [string, string, string, string, string]): NonNullable<Found['stat']> {
  const [type, mode, owner, group, size] = fields
  const kind = type.startsWith('regular') ? 'file' : type === 'directory' ? 'folder' : 'other'
  return { type: kind, mode: Number.parseInt(mode, 8), owner, group, size: Number(size) }
}
