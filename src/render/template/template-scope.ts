import type { Json, JsonObject } from '../../base/json.js'
import { nearest } from '../../base/text/nearest.js'
import type { PathExpression } from './template.js'

/** The meaning of names at one place of a template. */
export interface Scope {
  readonly context: Json
  readonly parent: Scope | undefined
  /** Names that start with `@`. */
  readonly data: JsonObject
  /** Names that surrounding blocks gave with `as |…|`. */
  readonly names: ReadonlyMap<string, Json>
}

export function rootScope(root: JsonObject): Scope {
  return { context: root, parent: undefined, data: { root }, names: new Map() }
}

interface Entry {
  readonly context: Json
  readonly names: readonly string[]
  readonly values: readonly Json[]
  readonly data: JsonObject
}

export function enter(scope: Scope, { context, names, values, data }: Entry): Scope {
  return {
    context,
    // Handlebars' rule: `../` skips a block that keeps the context.
    parent: context === scope.context ? scope.parent : scope,
    data: { ...scope.data, ...data },
    names: new Map([
      ...scope.names,
      ...names.map((name, index): [string, Json] => [name, values[index] ?? null]),
    ]),
  }
}

/** The part of a path that does not exist, and what exists instead. */
export interface MissingPart {
  readonly index: number
  readonly siblings: readonly string[]
}

export function resolvePath(path: PathExpression, scope: Scope): { readonly value: Json } | MissingPart {
  const [first = '', ...rest] = path.parts
  const isName = !path.isData && !path.isScoped && path.depth === 0 && scope.names.has(first)
  let value = isName ? scope.names.get(first) : startOf(path, scope)
  if (value === undefined) return { index: 0, siblings: [] }
  const parts = isName ? rest : path.parts
  for (const [position, part] of parts.entries()) {
    const next = ownValue(value, part)
    const index = isName ? position + 1 : position
    if (next === undefined) return { index, siblings: siblingsOf(value) }
    value = next
  }
  return { value }
}

/** The problem of a path that does not resolve. */
export function unknownName(unknown: {
  readonly path: PathExpression
  readonly missing: MissingPart
  readonly scope: Scope
}): { readonly message: string; readonly hint: string } {
  const { path, missing, scope } = unknown
  return { message: `unknown name "${path.written}"`, hint: hintFor({ path, missing, scope }) }
}

function hintFor({
  path,
  missing,
  scope,
}: {
  path: PathExpression
  missing: MissingPart
  scope: Scope
}): string {
  const { index, siblings } = missing
  const { parts } = path
  const part = parts[index] ?? ''
  const root = scope.data.root ?? {}
  const inRoot = scope.context === root
  if (index === 0 && !path.isData) {
    const start = inRoot ? '' : '@root.'
    if (ownValue(ownValue(root, 'vars') ?? {}, part) !== undefined)
      return `did you mean "${start}vars.${parts.join('.')}"?`
    if (!inRoot && ownValue(root, part) !== undefined) return `did you mean "@root.${parts.join('.')}"?`
  }
  const candidates = index === 0 && !path.isData ? [...scope.names.keys(), ...siblings] : siblings
  const meant = nearest(part, candidates)
  if (meant !== undefined) {
    const prefix = path.written.slice(0, path.written.length - parts.join('.').length)
    return `did you mean "${prefix}${[...parts.slice(0, index), meant, ...parts.slice(index + 1)].join('.')}"?`
  }
  if (parts[0] === 'vars' && index > 0) return `give "${parts.slice(1).join('.')}" below "vars" in flock.yml`
  return candidates.length === 0
    ? 'nothing is known here'
    : `known here: ${candidates.slice(0, 10).join(', ')}`
}

function startOf(path: PathExpression, scope: Scope): Json | undefined {
  if (path.isData) return scope.data
  let at: Scope | undefined = scope
  for (let up = 0; up < path.depth; up += 1) at = at?.parent
  return at?.context
}

/** An own property of a value: no template can reach a prototype. */
function ownValue(value: Json, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as JsonObject)[key]
}

function siblingsOf(value: Json): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
}
