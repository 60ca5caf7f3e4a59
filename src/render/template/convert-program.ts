import type { ReasonedProblem } from '../placed-problem.js'
import {
  convertExpression,
  convertSecret,
  helperProblem,
  isSecretHelper,
  placeOf,
  type Report,
  secretHelpers,
} from './convert-expression.js'
import type { Template, TemplateNode } from './template.js'

/** Converts Handlebars' tree to Drover's, with a problem for each construct that Drover does not allow. */
export function convertProgram(program: hbs.AST.Program): Template {
  const problems: ReasonedProblem[] = []
  const report: Report = (node, message, hint) => {
    problems.push({
      reason: 'invalid-template',
      place: placeOf(node),
      message,
      ...(hint === undefined ? {} : { hint }),
    })
    return undefined
  }
  const nodes = convertBody(program, report)
  return { nodes, problems }
}

function convertBody(program: hbs.AST.Program | undefined, report: Report): readonly TemplateNode[] {
  return (program?.body ?? []).flatMap((statement) => convertStatement(statement, report) ?? [])
}

function convertStatement(statement: hbs.AST.Statement, report: Report): TemplateNode | undefined {
  switch (statement.type) {
    case 'ContentStatement':
      return { kind: 'text', text: (statement as hbs.AST.ContentStatement).value }
    case 'CommentStatement':
      return undefined
    case 'MustacheStatement':
      return convertMustache(statement as hbs.AST.MustacheStatement, report)
    case 'BlockStatement':
      return convertBlock(statement as hbs.AST.BlockStatement, report)
    case 'PartialStatement':
    case 'PartialBlockStatement':
      return report(statement, 'partials are not supported', 'put the text into this file')
    default:
      return report(statement, 'decorators are not supported')
  }
}

function convertMustache(mustache: hbs.AST.MustacheStatement, report: Report): TemplateNode | undefined {
  const { path, params } = mustache
  const place = placeOf(mustache)
  const name = helperName(path)
  if (isSecretHelper(name)) return convertSecret(mustache, { asJson: false, report })
  if (path.type !== 'PathExpression') {
    return report(mustache, 'a name was expected', 'to write braces as they are: \\{{')
  }
  const [inner] = params
  if (name === 'json' && params.length === 1 && inner?.type === 'SubExpression') {
    const call = inner as hbs.AST.SubExpression
    if (isSecretHelper(helperName(call.path))) return convertSecret(call, { asJson: true, report })
  }
  const value =
    params.length === 0 && mustache.hash === undefined && name === undefined
      ? convertExpression(path, report)
      : convertExpression({ ...mustache, type: 'SubExpression' } as hbs.AST.Expression, report)
  return value && { kind: 'value', value, place }
}

const blocks = ['if', 'unless', 'each', 'with'] as const
const namesOf: Readonly<Record<string, number>> = { each: 2, with: 1 }

function convertBlock(block: hbs.AST.BlockStatement, report: Report): TemplateNode | undefined {
  const kind = blocks.find((name) => name === block.path.original && block.path.depth === 0)
  const body = convertBody(block.program, report)
  const otherwise = convertBody(block.inverse, report)
  if (kind === undefined) return helperProblem(block.path, { known: blocks, prefix: '#', report })
  const [param] = block.params
  if (param === undefined || block.params.length > 1 || block.hash !== undefined) {
    return report(block, `"#${kind}" takes exactly one value`)
  }
  const names = block.program?.blockParams ?? []
  if (names.length > (namesOf[kind] ?? 0))
    return report(block, `"#${kind}" gives fewer names than "as |…|" requires`)
  const value = convertExpression(param, report)
  if (value === undefined) return undefined
  return kind === 'if' || kind === 'unless'
    ? { kind, condition: value, body, otherwise }
    : { kind, subject: value, names, body, otherwise, place: placeOf(param) }
}

function helperName(path: hbs.AST.Node): string | undefined {
  if (path.type !== 'PathExpression') return undefined
  const { original, depth, data } = path as hbs.AST.PathExpression
  if (depth > 0 || data) return undefined
  return [...secretHelpers, 'json', 'eq', ...blocks].find((name) => name === original)
}
