import { isDeepStrictEqual } from 'node:util'
import type { Tree, TreeFile } from '../../base/tree.js'
import type { Trees } from '../../render/manifest/layers.js'
import { needsOf } from '../../render/roles/role-needs.js'
import { listRoles } from '../../render/roles/roles.js'
import type { Flock, Machine } from '../flock.js'

/** The parts of the branch at one commit that decide which machines a push concerns. */
export interface BranchState {
  readonly flock: Flock
  /** The trees that hold the roles. */
  readonly trees: Trees
}

export interface Push {
  /** Undefined for a first push, and when the commit no longer exists. */
  readonly before: BranchState | undefined
  readonly after: BranchState
  /** What the push added, removed or changed, as `changedPaths` gives it. */
  readonly changedPaths: readonly string[]
}

export interface Affected {
  /** In the flock's order. A machine that the push removed from the flock is not among them. */
  readonly names: ReadonlySet<string>
  /** For each name: the changed paths, or what changed in `flock.yml`. */
  readonly why: ReadonlyMap<string, readonly string[]>
}

/** The machines that a push concerns. Files that Drover itself writes on the branch concern none. */
export function affectedMachines({ before, after, changedPaths }: Push): Affected {
  const { machines } = after.flock
  if (before === undefined) {
    const reason = ['the commit before the push is not known']
    return asAffected(machines.map(({ name }) => [name, reason]))
  }
  const layers = sortByLayer(changedPaths)
  const roles = sortByRole(changedPaths)
  const needs = [before, after].map(({ trees }) => needsIn(trees))
  const differences = changedPaths.includes('flock.yml')
    ? compareFlocks(before.flock, after.flock)
    : new Map<string, readonly string[]>()
  return asAffected(
    machines.map(({ name, groups, artifacts, ...machine }) => [
      name,
      [
        ...(differences.get(name) ?? []),
        ...(layers.get('all') ?? []),
        ...groups.flatMap((group) => layers.get(`groups/${group}`) ?? []),
        ...(layers.get(`machines/${name}`) ?? []),
        ...neededBy(machine.roles, needs).flatMap((role) => roles.get(role) ?? []),
        ...artifactFiles(artifacts).filter((path) => changedPaths.includes(path)),
      ],
    ]),
  )
}

/** Paths that were added, removed or changed in bytes or mode from one tree to the next, sorted. */
export function changedPaths(before: Tree, after: Tree): string[] {
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths].filter((path) => !isSame(before.get(path), after.get(path))).sort()
}

function isSame(one: TreeFile | undefined, other: TreeFile | undefined): boolean {
  return one !== undefined && other !== undefined && one.mode === other.mode && one.bytes.equals(other.bytes)
}

function asAffected(reasons: readonly (readonly [string, readonly string[]])[]): Affected {
  const concerned = reasons.filter(([, whys]) => whys.length > 0)
  const why = new Map(concerned.map(([name, whys]) => [name, [...new Set(whys)]]))
  return { names: new Set(why.keys()), why }
}

/** Changed paths by the layer they are in: `all`, `groups/G`, `machines/M`. */
function sortByLayer(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const layers = new Map<string, string[]>()
  for (const path of paths) {
    const layer = layerOf(path)
    if (layer === undefined) continue
    const others = layers.get(layer)
    if (others === undefined) layers.set(layer, [path])
    else others.push(path)
  }
  return layers
}

function layerOf(path: string): string | undefined {
  // A workflow names the version of the toolkit, which is the weakest layer.
  if (path.startsWith('.github/workflows/')) return 'all'
  return /^(?:config|secrets-templates)\/(?<layer>all|groups\/[^/]+|machines\/[^/]+)\/./s.exec(path)?.groups
    ?.layer
}

/** Changed paths by the role they are in. */
function sortByRole(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const named = paths.flatMap((path) => {
    const role = /^ansible\/roles\/(?<role>[^/]+)\/./s.exec(path)?.groups?.role
    return role === undefined ? [] : [{ role, path }]
  })
  const roles = [...new Set(named.map(({ role }) => role))]
  return new Map(roles.map((one) => [one, named.filter(({ role }) => role === one).map(({ path }) => path)]))
}

type NeedsOfRole = (role: string) => readonly string[]

function needsIn(trees: Trees): NeedsOfRole {
  const library = listRoles(trees)
  const known = new Map<string, readonly string[]>()
  return (name) => {
    const role = library.get(name)
    const names =
      known.get(name) ?? (role === undefined ? [name] : needsOf(role, library).roles.map((one) => one.name))
    known.set(name, names)
    return names
  }
}

/** Roles and what they depend on, before or after the push. */
function neededBy(roles: readonly string[], needs: readonly NeedsOfRole[]): readonly string[] {
  return [...new Set(roles.flatMap((role) => needs.flatMap((needed) => needed(role))))]
}

function artifactFiles(artifacts: Machine['artifacts']): readonly string[] {
  return [...new Set(artifacts.flatMap(({ from }) => (from.kind === 'file' ? [from.file] : [])))]
}

function compareFlocks(before: Flock, after: Flock): ReadonlyMap<string, readonly string[]> {
  const earlier = new Map(before.machines.map((machine) => [machine.name, machine]))
  const renamed = before.name === after.name ? [] : ['flock.yml: name of the flock']
  return new Map(
    after.machines.map((machine) => [
      machine.name,
      [...renamed, ...difference(earlier.get(machine.name), machine)],
    ]),
  )
}

const compared = [
  'groups',
  'vars',
  'provider',
  'settings',
  'ssh',
  'dns',
  'environment',
  'checks',
  'roles',
  'code',
  'artifacts',
  'protect',
] as const satisfies (keyof Machine)[]

function difference(before: Machine | undefined, after: Machine): readonly string[] {
  if (before === undefined) return ['flock.yml: new machine']
  if (isDeepStrictEqual(before, after)) return []
  const keys = compared.filter((key) => !isDeepStrictEqual(before[key], after[key]))
  return [`flock.yml: ${keys.join(', ')}`]
}
