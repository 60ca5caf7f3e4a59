import type { Problem } from '../../base/errors.js'
import type { JsonObject } from '../../base/json.js'
import { nearest } from '../../base/text/nearest.js'
import type { Machine } from '../flock.js'
import { mayBeElsewhere } from '../problems/doubt.js'
import { faultProblems, type MachineFault } from '../problems/machine-faults.js'
import { quoted, shownNames, shownPath } from '../problems/shown.js'
import { type MachineEntry, machineName, maxMachines, nameRule } from '../schema/schema.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { giveCertificates } from './certificates.js'
import { giveDnsNames } from './dns-names.js'
import type { FlockEntries } from './flock-entries.js'
import {
  expandName,
  hasSequence,
  missingVariables,
  type NamePattern,
  parseNamePattern,
} from './name-pattern.js'
import { resolveMachine } from './resolve-machine.js'

export interface Expansion {
  readonly machines: readonly Machine[]
  readonly problems: readonly Problem[]
}

interface Context {
  readonly entries: FlockEntries
  readonly source: YamlSource
}

interface ExpandedEntry extends Expansion {
  readonly faults: readonly MachineFault[]
}

interface Entry {
  readonly key: string
  readonly entry: MachineEntry
  readonly pattern: NamePattern
}

/** Expands each entry under `machines:` into its machines, in order. */
export function expandMachines(context: Context): Expansion {
  const { entries, source } = context
  const total = [...entries.machines.values()].reduce((sum, { count = 1 }) => sum + count, 0)
  if (total > maxMachines) return { machines: [], problems: [tooMany(total, source)] }

  const expanded = [...entries.machines].map(([key, entry]) =>
    expandEntry({ key, entry, pattern: parseNamePattern(key) }, context),
  )
  const given = giveDnsNames(
    [...entries.machines].map(([key, entry], index) => ({
      key,
      entry,
      machines: expanded[index]?.machines ?? [],
    })),
    context,
  )
  const certified = giveCertificates(given.named, context)
  const named = [...entries.machines.keys()].map((key, index) => ({
    key,
    names: expanded[index]?.machines.map(({ name }) => name) ?? [],
  }))
  const problems = expanded.flatMap((one) => one.problems)
  return {
    machines: certified.machines,
    problems: [
      ...problems,
      ...faultProblems(expanded.flatMap((one) => one.faults)),
      ...clashes(named, source),
      ...given.problems,
      ...certified.problems,
    ],
  }
}

function expandEntry(one: Entry, context: Context): ExpandedEntry {
  const { key, entry, pattern } = one
  const { resolved, faults: found } = resolveMachine(one, context)
  const faults = isCodeDoubtful(one, context.entries)
    ? []
    : found.map((fault) => ({ ...fault, machine: key }))
  const problem = sequenceProblem(one, context) ?? variableProblem({ ...one, vars: resolved.vars }, context)
  if (problem !== undefined)
    return { machines: [], problems: problem === 'doubtful' ? [] : [problem], faults }

  const { first = 1, count = 1 } = entry
  const names = Array.from({ length: count }, (_, index) =>
    expandName(pattern, { vars: resolved.vars, number: first + index }),
  )
  const nameProblems = badNames({ key, names }, context.source)
  if (nameProblems.length > 0) return { machines: [], problems: nameProblems, faults }
  return { machines: names.map((name) => ({ name, ...resolved })), problems: [], faults }
}

/** Whether something that code or an artifact seems to lack may be in a part that was refused. */
function isCodeDoubtful({ key, entry }: Entry, entries: FlockEntries): boolean {
  return (
    entries.isDoubtful(['code']) ||
    entries.isDoubtful(['artifacts']) ||
    mayBeElsewhere({ key, entry }, entries)
  )
}

function sequenceProblem(
  { key, entry, pattern }: Entry,
  { entries, source }: Context,
): Problem | 'doubtful' | undefined {
  const path = ['machines', key]
  const needsCount = hasSequence(pattern)
  const misplacedKey = entry.count !== undefined ? 'count' : entry.first !== undefined ? 'first' : undefined
  if (needsCount === (entry.count !== undefined) && (needsCount || misplacedKey === undefined))
    return undefined
  // A count that was refused is not a missing one.
  if (entries.isDoubtful(path)) return 'doubtful'
  if (needsCount) {
    return {
      reason: 'invalid-flock',
      message: `${shownPath(path)}: the name has {seq}, but the machine has no count`,
      at: source.keyAt(path),
      hint: 'add "count: 1", or give the machine a name without {seq}',
    }
  }
  return {
    reason: 'invalid-flock',
    message: `${shownPath(path)}: ${misplacedKey} needs {seq} in the name`,
    at: source.keyAt([...path, misplacedKey ?? '']),
    hint: `name it ${quoted(`${key.slice(0, 40)}-{seq}`)}, or remove ${misplacedKey}`,
  }
}

function variableProblem(
  { key, entry, pattern, vars }: Entry & { vars: JsonObject },
  { entries, source }: Context,
): Problem | 'doubtful' | undefined {
  const path = ['machines', key]
  const [missing] = missingVariables(pattern, vars)
  if (missing === undefined) return undefined
  if (mayBeElsewhere({ key, entry }, entries)) return 'doubtful'
  const meant = nearest(missing, Object.keys(vars))
  const what = Object.hasOwn(vars, missing) ? 'has no single value' : 'has no value'
  return {
    reason: 'invalid-flock',
    message: `${shownPath(path)}: the variable ${quoted(missing)} in the name ${what}`,
    at: source.keyAt(path),
    hint:
      meant === undefined || meant === missing
        ? `add it to the machine's vars: { ${missing}: … }`
        : `did you mean "{${meant}}"?`,
  }
}

/** Selectors, which must not be names of machines. */
const reserved = new Set(['all', 'changed'])

function badNames(
  { key, names }: { key: string; names: readonly string[] },
  source: YamlSource,
): readonly Problem[] {
  const bad = names.filter((name) => !machineName.test(name) || reserved.has(name))
  const [first] = bad
  if (first === undefined) return []
  const more = bad.length > 1 ? ` (and ${bad.length - 1} more)` : ''
  const subject = first === key ? 'machines' : shownPath(['machines', key])
  return [
    {
      reason: 'invalid-flock',
      message: `${subject}: ${quoted(first)} cannot be the name of a machine${more}`,
      at: source.keyAt(['machines', key]),
      hint: reserved.has(first) ? 'it has a meaning of its own in commands: use another' : `use ${nameRule}`,
    },
  ]
}

function tooMany(total: number, source: YamlSource): Problem {
  return {
    reason: 'invalid-flock',
    message: `machines: ${total} machines are asked for: at most ${maxMachines} can be in one flock`,
    at: source.keyAt(['machines']),
    hint: 'make a second flock on a branch of its own',
  }
}

/** Problems of entries that give the same name: one for each two entries, however many names they share. */
function clashes(
  named: readonly { key: string; names: readonly string[] }[],
  source: YamlSource,
): readonly Problem[] {
  const owners = new Map<string, string>()
  return named.flatMap(({ key, names }) => {
    const shared = new Map<string, string[]>()
    for (const name of names) {
      const owner = owners.get(name)
      if (owner === undefined) owners.set(name, key)
      else shared.set(owner, [...(shared.get(owner) ?? []), name])
    }
    return [...shared].map(([owner, both]) => ({
      reason: 'invalid-flock' as const,
      message: `${shownPath(['machines', key])}: ${shownNames(both.map(quoted))} already given by ${quoted(owner)}`,
      at: source.keyAt(['machines', key]),
      hint: `rename one of the two; the other is on line ${source.keyAt(['machines', owner]).line}`,
    }))
  })
}
