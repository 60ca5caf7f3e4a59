import { upperFirst } from '../../base/text/sentence.js'
import { summaryOf } from '../../operations/all-options.js'
import { type AnyDefinition, operationGroups } from '../../operations/define-operation.js'
import { operations, optionsOf } from '../../operations/registry.js'
import { usageOf } from '../../operations/usage.js'
import { exitCodes } from '../../report/exit-codes.js'
import type { Paint } from '../../report/text/paint.js'
import { renderTable } from '../../report/text/text-table.js'
import type { Option } from '../../request/option.js'
import { cliOptions } from './argument-problems.js'

/** `drover --help`. */
export function renderHelp(paint: Paint): string {
  return page([
    'drover OPERATION [MACHINE…] [options]',
    '',
    'Drives a flock of servers. MACHINE is a name, a pattern (fp-*), group:NAME, all, or !NAME to leave one out.',
    '',
    ...operationGroups.flatMap((group) => [
      paint.strong(upperFirst(group)),
      ...pairs(
        operations.filter((one) => one.group === group).map(({ name, summary }) => [name, summary] as const),
      ),
      '',
    ]),
    paint.strong('Options'),
    ...pairs([
      ...cliOptions.map(
        (named) =>
          [
            usage(named.name, named.option),
            describe({ ...named.option, summary: summaryOf(named, 'cli') }),
          ] as const,
      ),
      ['--help', 'Show this, or with an operation what it takes'],
      ['--version', 'Show the version'],
    ]),
    '',
    paint.strong('Exit status'),
    ...pairs(Object.entries(exitCodes)),
  ])
}

/** `drover OPERATION --help`. */
export function renderOperationHelp(definition: AnyDefinition, paint: Paint): string {
  const { summary, traits } = definition
  return page([
    usageOf(definition),
    '',
    `${summary}.`,
    ...(traits?.takesCommand
      ? ['A command of one word is a shell command line; of several, each stays one word.']
      : []),
    '',
    paint.strong('Options'),
    ...pairs(
      [...optionsOf(definition)]
        .filter(([, { only }]) => only !== 'action')
        .map(([option, meant]) => [usage(option, meant), describe(meant)] as const),
    ),
  ])
}

function usage(name: string, { placeholder }: Option): string {
  return placeholder === undefined ? `--${name}` : `--${name} ${placeholder}`
}

function describe({ summary, byDefault, kind }: Pick<Option, 'summary' | 'byDefault' | 'kind'>): string {
  const isWorthTelling = byDefault !== undefined && kind !== 'flag'
  return isWorthTelling ? `${summary} (default ${byDefault})` : summary
}

function pairs(rows: readonly (readonly [string, string])[]): readonly string[] {
  return renderTable(rows.map(([left, right]) => [{ text: `  ${left}` }, { text: right }]))
}

function page(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
