import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { places } from '../../src/transaction/places.ts'
import { code, folders, hash, link, managedAt, type State, stateOf, targets } from './content.ts'
import { hasCurrent, type Lane, machine, readInside, realPath, transactions } from './lane.ts'

export type Rest = 'old' | 'new' | 'mixed'

/** Which of two versions the machine serves, in every file and in what the stamp says of it. */
export function readRest(lane: Lane, before: number, after: number): { rest: Rest; detail: string } {
  const found = readState(lane)
  const [old, fresh] = [isState(found, stateOf(before)), isState(found, stateOf(after))]
  const told = stampedVersion(lane)
  const detail = `stamp of version ${told}, ${[...found].map(([path, is]) => `${path} ${nameOf(is, path, { before, after })}`).join(', ')}`
  const lost = [link.path, code.path].filter((path) => !isLink(lane, path))
  if (lost.length > 0) return { rest: 'mixed', detail: `${lost.join(' and ')} is no link any more` }
  if (old && told === before) return { rest: 'old', detail }
  if (fresh && told === after) return { rest: 'new', detail }
  return { rest: 'mixed', detail }
}

/** What is wrong after the next configure; nothing when the machine serves the version and all agree on it. */
export function findLeftovers(lane: Lane, version: number): readonly string[] {
  const { rest, detail } = readRest(lane, version, version)
  const stamp = parse(readInside(lane, places.stamp))
  const state = parse(lane.ops.read(`machines/${machine}/state.json`))
  const kept = readInside(lane, places.files).trim().split('\n').join(' ')
  const staged = folders.flatMap((folder) =>
    list(lane, folder)
      .filter((name) => name.startsWith('.drover-'))
      .map((name) => `${folder}/${name}`),
  )
  const problems: readonly (readonly [boolean, string])[] = [
    [rest !== 'old', `version ${version} is not there: ${detail}`],
    [staged.length > 0, `staged files were left: ${staged.join(' ')}`],
    [transactions(lane).length > 0, `a transaction was left: ${transactions(lane).join(' ')}`],
    [hasCurrent(lane), `${places.current} was left`],
    [list(lane, places.undo).length > 3, 'more than three undos are kept'],
    [kept !== managedAt(version).join(' '), `${places.files} says: ${kept}`],
    [stamp.digest !== state.digest, `stamp and state.json differ: ${stamp.digest} ${state.digest}`],
  ]
  return problems.flatMap(([isSo, what]) => (isSo ? [what] : []))
}

function isLink(lane: Lane, path: string): boolean {
  return lstatSync(lane.path(path), { throwIfNoEntry: false })?.isSymbolicLink() === true
}

function readState(lane: Lane): State {
  return new Map(
    targets.map((path) => {
      try {
        return [path, hash(readFileSync(realPath(lane, path)))]
      } catch {
        return [path, '-']
      }
    }),
  )
}

function isState(found: State, wanted: State): boolean {
  return [...wanted].every(([path, is]) => found.get(path) === is)
}

function nameOf(is: string, path: string, versions: { before: number; after: number }): string {
  const { before, after } = versions
  if (stateOf(before).get(path) === is) return 'old'
  return stateOf(after).get(path) === is ? 'new' : is === '-' ? 'missing' : 'neither'
}

/** The version whose commit the stamp names. */
function stampedVersion(lane: Lane): number {
  const { config } = parse(readInside(lane, places.stamp))
  if (config === undefined) return 0
  // Records of Drover lie on top of the commit that a person made.
  const log = lane.ops.git('--git-dir', lane.ops.url, 'log', '-n', '50', '--format=%s', config)
  return Number(/^version (\d+)$/m.exec(log)?.[1] ?? 0)
}

function parse(text: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(text) as Record<string, string>
  } catch {
    return {}
  }
}

function list(lane: Lane, folder: string): readonly string[] {
  try {
    return readdirSync(realPath(lane, folder))
  } catch {
    return []
  }
}
