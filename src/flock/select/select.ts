import { type Problem, throwIfInvalid } from '../../base/errors.js'
import { nearest } from '../../base/text/nearest.js'
import type { Flock, Machine } from '../flock.js'
import { quoted, shownNames } from '../problems/shown.js'
import { isGlob, matchesGlob } from './glob.js'

export interface Selection {
  readonly flock: Flock
  /** `name`, `fp-*`, `group:NAME`, `all`, `changed`, and any of these after `!` to exclude machines. */
  readonly selectors: readonly string[]
  /** Names that `changed` stands for; absent where nothing can be compared. */
  readonly changed?: ReadonlySet<string>
}

type Found = ReadonlySet<string> | Problem

/**
 * The machines that selectors mean, in the flock's order. Excluding wins, whatever
 * the order; selectors that only exclude start from all machines. Throws one
 * InputError with every selector that matches nothing: a misspelt `!name` must
 * not let a machine through.
 */
export function selectMachines({ flock, selectors, changed }: Selection): readonly Machine[] {
  if (selectors.length === 0) throwIfInvalid([noneNamed])
  const found = selectors.map((selector) => {
    const leaveOut = selector.startsWith('!')
    const rest = leaveOut ? selector.slice(1) : selector
    const isOne = rest !== '' && !rest.startsWith('!')
    return { leaveOut, names: isOne ? findNames(rest, { flock, changed }) : notASelector(selector) }
  })
  throwIfInvalid(found.flatMap(({ names }) => (isProblem(names) ? [names] : [])))

  const union = (excluding: boolean): ReadonlySet<string> =>
    new Set(
      found.flatMap(({ leaveOut, names }) => (leaveOut === excluding && !isProblem(names) ? [...names] : [])),
    )
  const onlyLeavesOut = found.every(({ leaveOut }) => leaveOut)
  const chosen = onlyLeavesOut ? namesOf(flock.machines) : union(false)
  const left = union(true)
  return flock.machines.filter(({ name }) => chosen.has(name) && !left.has(name))
}

type Context = { readonly flock: Flock; readonly changed: ReadonlySet<string> | undefined }

function findNames(selector: string, { flock, changed }: Context): Found {
  if (selector === 'all') return namesOf(flock.machines)
  if (selector === 'changed') return changed ?? nothingToCompare
  if (selector.startsWith('group:')) return findGroups(selector.slice('group:'.length), flock)
  const names = flock.machines.map(({ name }) => name)
  const found = isGlob(selector) ? names.filter((name) => matchesGlob(name, selector)) : []
  if (found.length === 0 && !names.includes(selector)) return unknownMachine(selector, flock)
  return new Set(found.length === 0 ? [selector] : found)
}

/** A group without machines is no error: it exists. */
function findGroups(pattern: string, flock: Flock): Found {
  const groups = new Set(
    isGlob(pattern)
      ? flock.groups.filter((group) => matchesGlob(group, pattern))
      : flock.groups.filter((group) => group === pattern),
  )
  if (groups.size === 0) return unknownGroup(pattern, flock)
  return namesOf(flock.machines.filter((machine) => machine.groups.some((group) => groups.has(group))))
}

function namesOf(machines: readonly Machine[]): ReadonlySet<string> {
  return new Set(machines.map(({ name }) => name))
}

function isProblem(found: Found): found is Problem {
  return 'message' in found
}

const noneNamed: Problem = {
  reason: 'invalid-argument',
  message: 'machines: no machine is named',
  hint: 'name machines or groups (group:NAME), or say all',
}

const nothingToCompare: Problem = {
  reason: 'invalid-argument',
  message: 'machines: "changed" has nothing to compare with',
  hint: 'name machines, or say all; "changed" is for runs that a push started or that say since when',
}

function notASelector(selector: string): Problem {
  return {
    reason: 'invalid-argument',
    message: `machines: ${quoted(selector)} is not a selector`,
    hint: 'write a name, or one "!" directly before a name: web-1, !web-1',
  }
}

function unknownMachine(selector: string, flock: Flock): Problem {
  const names = flock.machines.map(({ name }) => name)
  const fits = isGlob(selector) ? 'matches no machine of the flock' : 'not in the flock'
  const isGroup = flock.groups.includes(selector)
  const meant = isGroup ? `group:${selector}` : isGlob(selector) ? undefined : nearest(selector, names)
  return unknown({
    message: `${quoted(selector)}: ${fits} ${quoted(flock.name)}`,
    meant,
    kind: 'machines',
    names,
  })
}

function unknownGroup(pattern: string, flock: Flock): Problem {
  const names = flock.groups
  const fits = isGlob(pattern) ? 'matches no group of the flock' : 'no such group in the flock'
  const isMachine = flock.machines.some(({ name }) => name === pattern)
  const near = isGlob(pattern) ? undefined : nearest(pattern, names)
  const meant = isMachine ? pattern : near === undefined ? undefined : `group:${near}`
  const message = `${quoted(`group:${pattern}`)}: ${fits} ${quoted(flock.name)}`
  return unknown({ message, meant, kind: 'groups', names })
}

interface Unknown {
  readonly message: string
  readonly meant: string | undefined
  readonly kind: 'machines' | 'groups'
  readonly names: readonly string[]
}

function unknown({ message, meant, kind, names }: Unknown): Problem {
  const listed = names.length === 0 ? `the flock has no ${kind}` : `${kind}: ${shownNames(names)}`
  return {
    reason: 'unknown-machine',
    message,
    hint: meant === undefined ? listed : `did you mean "${meant}"?`,
  }
}
