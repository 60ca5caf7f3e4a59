import { nearest } from '../base/nearest.js'
import type { Place } from './placed-problem.js'
import type { Expression, TemplateNode } from './template.js'

/** Notes a problem; answers undefined so that it can be returned. */
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

/** Called `{{secret "NAME"}}`, with nothing but a literal name, so that all wanted secrets can be listed without values. */
export function convertSecret(
  call: hbs.AST.SubExpression | hbs.AST.MustacheStatement,
  { asJson, report }: { asJson: boolean; report: Report },
): TemplateNode | undefined {
  const [param] = call.params
  const name = param?.type === 'StringLiteral' ? (param as hbs.AST.StringLiteral).value : undefined
  const isName = name !== undefined && /^[A-Z][A-Z0-9_]*$/.test(name)
  if (!isName || call.params.length > 1 || call.hash !== undefined) {
    const hint = 'write {{secret "NAME"}}, the name in capitals, digits and _'
    return report(call, '"secret" takes exactly the name of a secret, in quotes', hint)
  }
  return { kind: 'secret', name, asJson, place: placeOf(call) }
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
  if (name === 'secret') {
    const hint = 'write {{secret "NAME"}} or {{json (secret "NAME")}} where the value belongs'
    return report(call, 'a secret cannot decide what a template holds', hint)
  }
  if (['if', 'unless', 'each', 'with'].includes(name))
    return report(call, `"${name}" is a block`, `write {{#${name} …}}`)
  const wanted = Object.hasOwn(arity, name) ? arity[name] : undefined
  if (wanted === undefined)
    return helperProblem(call.path, { known: ['secret', 'json', 'eq'], prefix: '', report })
  if (call.params.length !== wanted || call.hash !== undefined) {
    return report(call, `"${name}" takes exactly ${wanted === 1 ? 'one value' : 'two values'}`)
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
