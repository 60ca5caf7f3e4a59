import type { Json, JsonObject } from '../../base/json.js'
import { readYamlMap } from './read-yaml-map.js'
import { type Role, yamlFileOf } from './roles.js'

/**
 * The variables that roles read: those that their argument specifications name, and those that the values of
 * these name in turn (`app_url: "https://{{ app_host }}/"`). All variables when a role has no readable
 * specification, because what the role reads is not known then.
 */
export function variablesOf(roles: readonly Role[], vars: JsonObject): JsonObject {
  const named = roles.map(argumentNamesOf)
  if (named.some((names) => names === undefined)) return vars
  const desired = new Set<string>()
  const open = named.flatMap((names) => names ?? [])
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (desired.has(name) || !Object.hasOwn(vars, name)) continue
    desired.add(name)
    open.push(...namesIn(vars[name] ?? null, vars))
  }
  return Object.fromEntries(Object.entries(vars).filter(([name]) => desired.has(name)))
}

const known = new WeakMap<Role, { readonly names: readonly string[] | undefined }>()

function argumentNamesOf(role: Role): readonly string[] | undefined {
  const found = known.get(role) ?? { names: argumentNames(role) }
  known.set(role, found)
  return found.names
}

/** Names of the arguments of all entry points; a task file may be an entry point of its own. */
function argumentNames(role: Role): readonly string[] | undefined {
  // Ansible takes the specifications from either file, the first one before the other.
  const specs = ['meta/argument_specs', 'meta/main'].reduce<JsonObject | undefined>((found, name) => {
    const own = yamlFileOf(role, name)
    return found ?? mapIn(own === undefined ? undefined : mapOf(own.text), 'argument_specs')
  }, undefined)
  if (specs === undefined) return undefined
  return Object.keys(specs).flatMap((entry) => Object.keys(mapIn(mapIn(specs, entry), 'options') ?? {}))
}

function mapOf(text: string): JsonObject | undefined {
  const read = readYamlMap(text)
  return 'problems' in read ? undefined : read.data
}

function mapIn(map: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined
}

function namesIn(value: Json, vars: JsonObject): readonly string[] {
  const text = JSON.stringify(value)
  if (!/\{[{%]/.test(text)) return []
  return (text.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []).filter((word) => Object.hasOwn(vars, word))
}
