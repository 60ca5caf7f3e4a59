import { parseArgs } from 'node:util'
import type { Problem } from '../../base/errors.js'
import { quoteCommand } from '../../base/text/quote.js'
import type { AnyDefinition } from '../../operations/define-operation.js'
import { findOperation } from '../../operations/registry.js'
import { invalid } from '../../request/option.js'
import { parseRequest } from '../../request/parse-request.js'
import type { AnyRequest } from '../../request/request.js'
import {
  cliOptions,
  isBareFlag,
  isCliOption,
  unknownFlag,
  unknownOperation,
  wrongFlag,
} from './argument-problems.js'

export type Arguments =
  | { readonly kind: 'help'; readonly operation?: AnyDefinition }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'refused'
      readonly operation: string
      readonly problems: readonly [Problem, ...Problem[]]
      readonly json: boolean
    }
  | {
      readonly kind: 'request'
      readonly request: AnyRequest
      readonly values: ReadonlyMap<string, string>
      readonly json: boolean
    }

/** Reads the arguments after `drover`. All that is wrong with them is found at once. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { words, after, given, problems } = readTokens(argv)
  const [name, ...machines] = words
  const json = given.has('json')
  const definition = name === undefined ? undefined : findOperation(name)
  if (given.has('help')) {
    return definition === undefined ? { kind: 'help' } : { kind: 'help', operation: definition }
  }
  if (given.has('version')) return { kind: 'version' }
  if (definition === undefined) {
    const refused: readonly [Problem, ...Problem[]] = [unknownOperation(name), ...problems]
    return { kind: 'refused', operation: name ?? 'drover', problems: refused, json }
  }
  const said = new Map([...given].filter(([flag]) => isCliOption(flag)))
  const takesCommand = definition.traits?.takesCommand === true
  const values =
    takesCommand && after.length > 0 ? new Map([...said, ['command', toCommandLine(after)]]) : said
  const parsed = parseRequest(definition, { selectors: machines, values, nameOf: (option) => `--${option}` })
  const [first, ...rest] = [
    ...problems,
    ...[...said.keys()].flatMap((flag) => wrongFlag(definition, flag)),
    ...extraWords(definition, after),
    ...parsed.problems,
  ]
  const operation = definition.name
  if (first !== undefined) return { kind: 'refused', operation, problems: [first, ...rest], json }
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
      ...Object.fromEntries(cliOptions.map(({ name }) => [name, { type: typeOf(name) }])),
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

function typeOf(name: string): 'boolean' | 'string' {
  return isBareFlag(name) ? 'boolean' : 'string'
}

/** Several words are arguments of one command and stay whole; one word is a command line as it stands. */
function toCommandLine(after: readonly string[]): string {
  const [only] = after
  return after.length === 1 && only !== undefined ? only : quoteCommand(after)
}

function extraWords(definition: AnyDefinition, after: readonly string[]): readonly Problem[] {
  const { name, machines, traits } = definition
  if (traits?.takesCommand || after.length === 0) return []
  const takesNone = machines === 'optional' ? 'machines stand before it' : 'name machines before it'
  return [invalid(`--: "${name}" takes no command`, `only "run" takes one behind "--"; ${takesNone}`)]
}
