import { parseArgs } from 'node:util'
import type { Problem } from '../../base/errors.js'
import { quoteCommand } from '../../base/quote.js'
import { type OptionName, options } from '../../request/options.js'
import { parseRequest } from '../../request/parse-request.js'
import { isOperation, type OperationName, operations } from '../../request/registry.js'
import type { Request } from '../../request/request.js'
import { cliOptions, isCliOption, unknownFlag, unknownOperation, wrongFlag } from './argument-problems.js'

export type Arguments =
  | { readonly kind: 'help'; readonly operation?: OperationName }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'refused'
      readonly operation: string
      readonly problems: readonly [Problem, ...Problem[]]
      readonly json: boolean
    }
  | {
      readonly kind: 'request'
      readonly request: Request
      readonly values: ReadonlyMap<OptionName, string>
      readonly json: boolean
    }

/** Reads the arguments after `drover`. All that is wrong with them is found at once. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { words, after, given, problems } = readTokens(argv)
  const [name, ...machines] = words
  const json = given.has('json')
  if (given.has('help'))
    return name !== undefined && isOperation(name) ? { kind: 'help', operation: name } : { kind: 'help' }
  if (given.has('version')) return { kind: 'version' }
  if (name === undefined || !isOperation(name)) {
    const refused: readonly [Problem, ...Problem[]] = [unknownOperation(name), ...problems]
    return { kind: 'refused', operation: name ?? 'drover', problems: refused, json }
  }
  const values = new Map(
    [...given].flatMap(([flag, value]) => (isCliOption(flag) ? [[flag, value] as const] : [])),
  )
  const parsed = parseRequest({
    operation: name,
    selectors: machines,
    values,
    nameOf: (option) => `--${option}`,
    ...(name === 'run' && after.length > 0 && { command: toCommandLine(after) }),
  })
  const [first, ...rest] = [
    ...problems,
    ...[...values.keys()].flatMap((flag) => wrongFlag(name, flag)),
    ...extraWords(name, after),
    ...parsed.problems,
  ]
  if (first !== undefined) return { kind: 'refused', operation: name, problems: [first, ...rest], json }
  return { kind: 'request', request: parsed.request, values, json }
}

interface Tokens {
  readonly words: readonly string[]
  /** What stands behind `--`. */
  readonly after: readonly string[]
  readonly given: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/** `strict: false` and tokens: strict mode would stop at the first thing wrong, in words of its own. */
function readTokens(argv: readonly string[]): Tokens {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: {
      ...Object.fromEntries(cliOptions.map((name) => [name, { type: typeOf(name) }])),
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  })
  const end = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? Number.POSITIVE_INFINITY
  const words: string[] = []
  const after: string[] = []
  const given = new Map<string, string>()
  const problems: Problem[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') (token.index > end ? after : words).push(token.value)
    if (token.kind !== 'option') continue
    const problem = wrongToken(token, given)
    if (problem === undefined) given.set(token.name, token.value ?? 'true')
    else problems.push(problem)
  }
  return { words, after, given, problems }
}

function wrongToken(
  token: { name: string; rawName: string; value: string | undefined; inlineValue: boolean | undefined },
  given: ReadonlyMap<string, string>,
): Problem | undefined {
  const { name, rawName, value } = token
  if (name !== 'help' && name !== 'version' && !isCliOption(name)) return unknownFlag(token)
  const takesValue = isCliOption(name) && typeOf(name) === 'string'
  if (
    takesValue &&
    (value === undefined || value === '' || (token.inlineValue !== true && /^--?[a-z]/.test(value)))
  ) {
    return invalid(`${rawName}: needs a value`, `write ${rawName}=VALUE`)
  }
  if (!takesValue && value !== undefined) return invalid(`${rawName}: takes no value, got "${value}"`)
  if (given.has(name) && takesValue) return invalid(`${rawName}: is given twice`)
  return undefined
}

function typeOf(name: OptionName): 'boolean' | 'string' {
  return options[name].kind === 'flag' ? 'boolean' : 'string'
}

/** Several words are arguments of one command and stay whole; one word is a command line as it stands. */
function toCommandLine(after: readonly string[]): string {
  const [only] = after
  return after.length === 1 && only !== undefined ? only : quoteCommand(after)
}

function extraWords(operation: OperationName, after: readonly string[]): readonly Problem[] {
  if (operation === 'run' || after.length === 0) return []
  const takesNone =
    operations[operation].machines === 'optional' ? 'machines stand before it' : 'name machines before it'
  return [invalid(`--: "${operation}" takes no command`, `only "run" takes one behind "--"; ${takesNone}`)]
}

function invalid(message: string, hint?: string): Problem {
  return { message, reason: 'invalid-argument', ...(hint !== undefined && { hint }) }
}
