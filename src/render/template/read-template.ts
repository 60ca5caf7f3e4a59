import { parse as parseHandlebars } from 'handlebars/dist/cjs/handlebars/compiler/base.js'
import type { TreeFile } from '../../base/tree.js'
import type { ReasonedProblem } from '../placed-problem.js'
import { convertProgram } from './convert-program.js'
import type { Template } from './template.js'

const known = new WeakMap<TreeFile, Template>()

/**
 * Reads a source file as a template. Results are cached by file, because most
 * machines of a flock share their layers.
 */
export function readTemplateFile(file: TreeFile): Template {
  const template = known.get(file) ?? readTemplate(file.bytes.toString('utf8'))
  known.set(file, template)
  return template
}

/**
 * Parses with Handlebars and keeps what Drover allows. All problems are reported
 * at once, except that a syntax error hides everything after it.
 */
export function readTemplate(text: string): Template {
  if (!text.includes('{{')) return { nodes: [{ kind: 'text', text }], problems: [] }
  const program = parse(text)
  return 'reason' in program ? { nodes: [], problems: [program] } : convertProgram(program)
}

function parse(text: string): hbs.AST.Program | ReasonedProblem {
  try {
    return parseHandlebars(text)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return syntaxProblem({ error, lineCount: text.split('\n').length })
  }
}

const hint = 'to keep braces as they are, write \\{{ or give the file "template: false" in its manifest'

function syntaxProblem({ error, lineCount }: { error: Error; lineCount: number }): ReasonedProblem {
  const { message } = error
  // The parser reports the place of a block that is closed by another name in a form of its own.
  const mismatch = /^(.*) - (\d+):(\d+)$/s.exec(message)
  const line = Number(mismatch?.[2] ?? /on line (\d+)/.exec(message)?.[1] ?? 1)
  const column = Number(mismatch?.[3] ?? 0) + 1
  const place = { line: Math.min(line, lineCount), column }
  return {
    reason: 'invalid-template',
    place,
    message: `does not parse: ${syntaxCause(mismatch?.[1] ?? message)}`,
    hint,
  }
}

function syntaxCause(message: string): string {
  const got = /got '([^']*)'$/.exec(message)?.[1]
  if (got === undefined) return message.replaceAll(/\s+/g, ' ')
  if (got === 'EOF') return 'it ends inside a block that was never closed'
  const [, excerpt = '', arrow = ''] = message.split('\n')
  const near = excerpt.slice(Math.max(0, arrow.indexOf('^') - 20), arrow.indexOf('^') + 20).trim()
  return `unexpected ${tokenNames[got] ?? 'word'} near ${JSON.stringify(near)}`
}

const tokenNames: Readonly<Record<string, string>> = {
  CLOSE: '"}}"',
  CLOSE_UNESCAPED: '"}}}"',
  CLOSE_SEXPR: '")"',
  INVALID: 'character',
  NUMBER: 'number',
  STRING: 'text',
  OPEN_ENDBLOCK: 'end of a block',
  INVERSE: '"else"',
  OPEN_INVERSE_CHAIN: '"else"',
}
