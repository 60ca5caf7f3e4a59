import type { Command } from '../../base/command.js'
import { DroverError } from '../../base/errors.js'
import { programText } from '../../programs/program.js'
import { encodeManaged, type Managed, parseManaged } from '../../transaction/managed.js'
import { places } from '../../transaction/places.js'

/** A managed path as it is on the machine now. */
export interface ObservedPath {
  /** Where the path really leads: itself, or the end of its chain of symbolic links. Of a link that was asked for as one: where it says. */
  readonly target: string
  readonly isLink: boolean
  /** What the link itself says, one level: only of paths that were asked for as links. */
  readonly link?: string
  /** True for such a link when nothing is where it leads. */
  readonly isDangling?: boolean
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
export interface Observed {
  readonly found: ReadonlyMap<string, ObservedPath>
  /** Text of /etc/drover/stamp.json. */
  readonly stamp?: string
  /** Paths that Drover put there earlier; those that were not asked for are looked at too. */
  readonly managed: readonly string[]
  /** Paths that Drover made links earlier; looked at as links. */
  readonly managedLinks?: readonly string[]
  /** Digests of the roles that were carried out, by name; absent when none ever was. */
  readonly baseline?: ReadonlyMap<string, string>
  /** Another one after each change: see `generationScript`. */
  readonly generation?: string
  /** True while a change is under way, or was cut off and left something. */
  readonly isUnfinished?: boolean
}

/** A path that is to be a link. */
interface SymlinkToObserve {
  readonly path: string
  /** The same, when another link of these leads over it: where it lies in what that one will lead to. */
  readonly place: string
  readonly to: string
}

export interface ObserveRequest {
  readonly links: readonly SymlinkToObserve[]
  /** What the machine says that Drover put there when nothing is left to do: then nothing else has to be looked for. */
  readonly managed: Managed
}

/** Looks at these paths (absolute, without control characters), and at those that are to be links as links. */
export function observeCommand(
  paths: readonly string[],
  { links, managed }: ObserveRequest = { links: [], managed: { files: [...paths].sort(), links: [] } },
): Command {
  // The longest path first: a link may lie below what another leads to.
  const pairs = [...links].sort((a, b) => b.path.length - a.path.length).flatMap(({ path, to }) => [path, to])
  const program = programText('configure/observe.sh', {
    paths: [...paths].sort().join('\n'),
    links: links.map(({ place }) => place).join('\n'),
    pairs: pairs.join('\n'),
    desired: encodeManaged(managed).trimEnd(),
    place_current: places.current,
    place_last: places.last,
    place_transactions: places.transactions,
    place_files: places.files,
    place_baseline: places.baseline,
    place_stamp: places.stamp,
  })
  // Of any length, and without a program to read the paths.
  return { argv: ['sh', '-s'], stdin: program, inputMayShow: true }
}

/** Throws `connection-lost` when the answer is not whole. */
export function parseObserved(stdout: Buffer, paths: readonly string[]): Observed {
  const answer = readAnswer(stdout)
  if (!answer.isWhole) {
    throw new DroverError('look: the answer of the machine is not whole', {
      reason: 'connection-lost',
      hint: 'Run the operation again.',
    })
  }
  const { stamp, generation, baseline, managed } = answer
  return {
    found: assemble(answer, paths),
    managed: managed.files,
    ...(managed.links.length === 0 ? {} : { managedLinks: managed.links }),
    ...(stamp === undefined ? {} : { stamp }),
    ...(generation === undefined ? {} : { generation }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(answer.isUnfinished ? { isUnfinished: true } : {}),
  }
}

interface Answer {
  /** Ends of followed links. */
  readonly ends: Map<string, string>
  /** What links that were asked for as links say. */
  readonly raw: Map<string, string>
  readonly dangling: Set<string>
  readonly stats: Map<string, NonNullable<ObservedPath['stat']>>
  readonly hashes: Map<string, string>
  managed: Managed
  stamp?: string
  generation?: string
  baseline?: ReadonlyMap<string, string>
  isUnfinished: boolean
  isWhole: boolean
}

function readAnswer(stdout: Buffer): Answer {
  const fields = stdout.toString('utf8').split('\0')
  const answer: Answer = {
    ends: new Map(),
    raw: new Map(),
    dangling: new Set(),
    stats: new Map(),
    hashes: new Map(),
    managed: { files: [], links: [] },
    isUnfinished: false,
    isWhole: false,
  }
  let at = 0
  const next = (): string => fields[at++] ?? ''
  const words: Readonly<Record<string, () => void>> = {
    L: () => {
      const path = next()
      answer.ends.set(path, next() || path)
    },
    D: () => void answer.dangling.add(next()),
    S: () => {
      const path = next()
      const type = next()
      const stat = parseStat([type, next(), next(), next(), next()])
      if (type !== 'symbolic link') answer.stats.set(path, stat)
    },
    N: () => {
      const path = next()
      const link = parseLink(path, next())
      if (link !== undefined) answer.raw.set(path, link)
    },
    H: () => {
      for (let line = next(); line !== ''; line = next()) {
        const [, sha256 = '', path = ''] = /^([0-9a-f]{64}) [ *](.*)$/s.exec(line) ?? []
        answer.hashes.set(path, sha256)
      }
    },
    B: () => {
      answer.baseline = parseBaseline(next())
    },
    T: () => {
      answer.stamp = next()
    },
    G: () => {
      answer.generation = next()
    },
    U: () => {
      answer.isUnfinished = true
    },
    M: () => {
      answer.managed = parseManaged(next())
    },
    END: () => {
      answer.isWhole = true
    },
  }
  while (at < fields.length && !answer.isWhole) {
    const word = next()
    if (!Object.hasOwn(words, word)) break
    words[word]?.()
  }
  return answer
}

/** What is told of the end of a link is told of each link that leads there. */
function assemble(answer: Answer, paths: readonly string[]): ReadonlyMap<string, ObservedPath> {
  const { ends, raw, stats, hashes, dangling } = answer
  const onlyEnds = new Set(ends.values())
  for (const path of [...paths, ...answer.managed.files]) onlyEnds.delete(path)
  const told = [...stats.keys(), ...hashes.keys()].filter((path) => !onlyEnds.has(path))
  const names = new Set([...paths, ...ends.keys(), ...raw.keys(), ...told])
  return new Map(
    [...names].map((path): [string, ObservedPath] => {
      const link = raw.get(path)
      const target = ends.get(path) ?? (link?.startsWith('/') ? link : path)
      const stat = stats.get(path) ?? (ends.has(path) ? stats.get(target) : undefined)
      const hash = hashes.get(path)
      return [
        path,
        {
          target,
          isLink: ends.has(path) || link !== undefined,
          ...(link === undefined ? {} : { link, isDangling: dangling.has(path) }),
          ...(stat === undefined ? {} : { stat }),
          ...(hash === undefined ? {} : { sha256: hash }),
        },
      ]
    }),
  )
}

/** `PATH -> WHERE`, of which older programs quote both. */
function parseLink(path: string, told: string): string | undefined {
  if (told.startsWith(`${path} -> `)) return told.slice(path.length + 4)
  const quoted = `'${path}' -> '`
  return told.startsWith(quoted) ? told.slice(quoted.length, -1) : undefined
}

function parseBaseline(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').flatMap((line): [string, string][] => {
    const [, role, digest] = /^(\S+) (\S+)$/.exec(line) ?? []
    return role === undefined || digest === undefined ? [] : [[role, digest]]
  })
  return new Map(lines)
}

function parseStat(
  fields: readonly [string, string, string, string, string],
): NonNullable<ObservedPath['stat']> {
  const [type, mode, owner, group, size] = fields
  const kind = type.startsWith('regular') ? 'file' : type === 'directory' ? 'folder' : 'other'
  return { type: kind, mode: Number.parseInt(mode, 8), owner, group, size: Number(size) }
}
