import { exitCodes } from '../../report/exit-codes.js'
import type { Paint } from '../../report/text/paint.js'
import { renderTable } from '../../report/text/text-table.js'
import type { OperationEntry } from '../../request/operation-entry.js'
import { type Option, type OptionName, options } from '../../request/options.js'
import { takes } from '../../request/parse-request.js'
import { type OperationName, operations } from '../../request/registry.js'
import { cliOptions } from './argument-problems.js'

/** `drover --help`. */
export function renderHelp(paint: Paint): string {
  return page([
    'drover OPERATION [MACHINE…] [options]',
    '',
    'Drives a flock of servers. MACHINE is a name, a pattern (fp-*), group:NAME, all, or !NAME to leave one out.',
    '',
    paint.strong('Operations'),
    ...pairs(Object.entries(operations).map(([name, { summary }]) => [name, summary])),
    '',
    paint.strong('Options'),
    ...pairs([
      ...cliOptions.map((name) => [usage(name, options[name]), describe(options[name])] as const),
      ['--help', 'Show this, or with an operation what it takes'],
      ['--version', 'Show the version'],
    ]),
    '',
    paint.strong('Exit status'),
    ...pairs(Object.entries(exitCodes)),
  ])
}

/** `drover OPERATION --help`. */
export function renderOperationHelp(operation: OperationName, paint: Paint): string {
  const entry: OperationEntry = operations[operation]
  const words = entry.placeholder === 'FOLDER' ? 'FOLDER' : `${entry.placeholder ?? 'MACHINE'}…`
  const machines = { required: ` ${words}`, optional: ` [${words}]`, none: '' }[entry.machines]
  const name = entry.word === undefined ? operation : `${operation} ${entry.word}`
  const command = operation === 'run' ? ' -- COMMAND [ARGUMENT…]' : ''
  return page([
    `drover ${name}${machines} [options]${command}`,
    '',
    `${entry.summary}.`,
    ...(operation === 'run'
      ? ['A command of one word is a shell command line; of several, each stays one word.']
      : []),
    '',
    paint.strong('Options'),
    ...pairs(
      cliOptions
        .filter((name) => takes(operation, name))
        .map((name) => {
          const meant: Option = { ...options[name], ...entry.meanings?.[name] }
          return [usage(name, meant), describe(meant)] as const
        }),
    ),
  ])
}

function usage(name: OptionName, { placeholder }: Option): string {
  return placeholder === undefined ? `--${name}` : `--${name} ${placeholder}`
}

function describe({ summary, byDefault, kind }: Option): string {
  const isWorthTelling = byDefault !== undefined && kind !== 'flag'
  return isWorthTelling ? `${summary} (default ${byDefault})` : summary
}

function pairs(rows: readonly (readonly [string, string])[]): readonly string[] {
  return renderTable(rows.map(([left, right]) => [{ text: `  ${left}` }, { text: right }]))
}

function page(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
