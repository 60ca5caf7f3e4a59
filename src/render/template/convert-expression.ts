import {
  defaultLengths,
  type GeneratedForm,
  generatedAlphabets,
  maxGeneratedLength,
  minGeneratedLength,
} from '../../base/generated-form.js'
import { type SecretKind, sealKeySecret } from '../../base/secret.js'
import { nearest } from '../../base/text/nearest.js'
import type { Place } from '../placed-problem.js'
import type { Expression, TemplateNode } from './template.js'

/** Notes a problem. Returns undefined, so that the caller can return the call. */
export type Report = (node: hbs.AST.Node, message: string, hint?: string) => undefined

/** Handlebars counts columns from 0. */
export function placeOf({ loc }: hbs.AST.Node): Place {
  return { line: loc.start.line, column: loc.start.column + 1 }
}

export function convertExpression(node: hbs.AST.Expression, report: Report): Expression | undefined {
  switch (node.type) {
    case 'PathExpression':
      return convertPath(node as hbs.AST.PathExpression, report)
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return { kind: 'literal', value: (node as hbs.AST.StringLiteral).value }
    case 'NullLiteral':
      return { kind: 'literal', value: null }
    case 'SubExpression':
      return convertCall(node as hbs.AST.SubExpression, report)
    default:
      return report(node, 'a value was expected')
  }
}

export const secretHelpers = ['secret', 'generated'] as const satisfies readonly SecretKind[]

export function isSecretHelper(name: unknown): name is SecretKind {
  return secretHelpers.some((helper) => helper === name)
}

/**
 * `{{secret "NAME"}}` or `{{generated "NAME" "FORM" LENGTH}}`, with nothing but literals, so that all
 * required secrets can be listed without values.
 */
export function convertSecret(
  call: hbs.AST.SubExpression | hbs.AST.MustacheStatement,
  { asJson, report }: { asJson: boolean; report: Report },
): TemplateNode | undefined {
  const [param] = call.params
  const name = param?.type === 'StringLiteral' ? (param as hbs.AST.StringLiteral).value : undefined
  const isName = name !== undefined && /^[A-Z][A-Z0-9_]*$/.test(name)
  const isGenerated = (call.path as hbs.AST.PathExpression).original === 'generated'
  const form = isGenerated ? readForm(call.params.slice(1)) : undefined
  const isWhole = isGenerated ? form !== undefined : call.params.length === 1
  if (!isName || !isWhole || call.hash !== undefined) {
    return isGenerated ? report(call, ...wrongGenerated) : report(call, ...wrongSecret)
  }
  if (!isGenerated && name === sealKeySecret) return report(call, ...noMachineHasIt)
  return {
    kind: 'secret',
    name,
    asJson,
    place: placeOf(call),
    ...(form === undefined ? {} : { generated: form }),
  }
}

const wrongSecret = [
  '"secret" takes exactly the name of a secret, in quotes',
  'write {{secret "NAME"}}, the name in capitals, digits and _',
] as const

const noMachineHasIt = [
  `"${sealKeySecret}" opens all that is sealed, and goes to no machine`,
  'write {{generated "NAME"}} for a value of this machine',
] as const

const wrongGenerated = [
  '"generated" takes a name in quotes, and then at most a form and a length',
  `write {{generated "NAME"}}, the name in capitals, digits and _; behind it "hex" or "digits", and how many characters, from ${minGeneratedLength} to ${maxGeneratedLength}`,
] as const

/** Reads nothing, an alphabet, a length, or both in this order; undefined for anything else. */
function readForm(params: readonly hbs.AST.Expression[]): GeneratedForm | undefined {
  const literals = params.map((param) =>
    param.type === 'StringLiteral' || param.type === 'NumberLiteral'
      ? (param as hbs.AST.StringLiteral | hbs.AST.NumberLiteral).value
      : undefined,
  )
  const [first] = literals
  const named = generatedAlphabets.find((name) => name === first)
  const rest = named === undefined ? literals : literals.slice(1)
  const alphabet = named ?? 'base64url'
  const [length = defaultLengths[alphabet]] = rest
  const isLength =
    typeof length === 'number' &&
    Number.isInteger(length) &&
    length >= minGeneratedLength &&
    length <= maxGeneratedLength
  // An `undefined` in the list is an expression that is no literal, and not a missing length.
  return isLength && rest.length <= 1 && !rest.includes(undefined) ? { alphabet, length } : undefined
}

export function helperProblem(
  path: hbs.AST.Node,
  { known, prefix, report }: { known: readonly string[]; prefix: string; report: Report },
): undefined {
  const written = (path as hbs.AST.PathExpression).original
  const meant = nearest(String(written), known)
  const list = known.map((name) => `${prefix}${name}`).join(', ')
  return report(
    path,
    `unknown helper "${prefix}${written}"`,
    meant === undefined ? `known are ${list}` : `did you mean "${prefix}${meant}"?`,
  )
}

const arity: Readonly<Record<string, number>> = { eq: 2, json: 1 }

function convertCall(call: hbs.AST.SubExpression, report: Report): Expression | undefined {
  const name = String(call.path.original)
  const place = placeOf(call)
  if (isSecretHelper(name)) {
    const hint = `write {{${name} "NAME"}} or {{json (${name} "NAME")}} where the value belongs`
    return report(call, 'a secret cannot decide what a template holds', hint)
  }
  if (['if', 'unless', 'each', 'with'].includes(name))
    return report(call, `"${name}" is a block`, `write {{#${name} …}}`)
  const parameters = Object.hasOwn(arity, name) ? arity[name] : undefined
  if (parameters === undefined)
    return helperProblem(call.path, { known: [...secretHelpers, 'json', 'eq'], prefix: '', report })
  if (call.params.length !== parameters || call.hash !== undefined) {
    return report(call, `"${name}" takes exactly ${parameters === 1 ? 'one value' : 'two values'}`)
  }
  const [left, right] = call.params.map((param) => convertExpression(param, report))
  if (left === undefined) return undefined
  if (name === 'json') return { kind: 'json', value: left, place }
  return right && { kind: 'eq', left, right, place }
}

function convertPath(path: hbs.AST.PathExpression, report: Report): Expression | undefined {
  const { original, parts, depth, data } = path
  if (data && depth > 0) {
    return report(
      path,
      `"${original}" is not supported`,
      'name the key of the outer loop: {{#each LIST as |item key|}}',
    )
  }
  return {
    kind: 'path',
    parts,
    depth,
    isData: data,
    isScoped: /^(?:\.|this(?:$|[./]))/.test(original),
    written: original,
    place: placeOf(path),
  }
}
