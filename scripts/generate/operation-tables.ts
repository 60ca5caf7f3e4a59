import { listInWords, upperFirst } from '../../src/base/text/sentence.ts'
import { type AnyDefinition, operationGroups } from '../../src/operations/define-operation.ts'
import { commandOf, subjectOf, usageOf } from '../../src/operations/usage.ts'
import { generalOptions } from '../../src/request/general-options.ts'
import type { Option } from '../../src/request/option.ts'
import { withButton } from './form-inputs.ts'
import { code, table } from './markdown.ts'
import { requestedOperations, requestedOptions } from './requests-with.ts'

export function operationsTable(operations: readonly AnyDefinition[]): string {
  return table(
    ['Operation', 'Machines', 'What it does', 'Own options'],
    operations.map((one) => [...rowOf(one), Object.keys(one.options).map(code).join(', ') || '-']),
  )
}

/** One table under the heading of each group. */
export function operationsByGroup(operations: readonly AnyDefinition[]): string {
  return operationGroups
    .map((group) => {
      const rows = operations.filter((one) => one.group === group).map(rowOf)
      return `### ${upperFirst(group)}\n\n${table(['Operation', 'Machines', 'What it does'], rows)}`
    })
    .join('\n')
}

/** What each operation takes, under a heading of its own. */
export function operationSections(operations: readonly AnyDefinition[]): string {
  return operations
    .map((one) => {
      const aliases = (one.aliases ?? []).map(code)
      const also = aliases.length === 0 ? '' : ` ${listInWords(aliases)} is the same.`
      return `### ${one.name}\n\n${code(usageOf(one))}\n\n${one.summary}.${also}\n\n${optionsTable(one)}`
    })
    .join('\n')
}

/** The options of its own, with what they mean to it. */
export function optionsTable({ options }: AnyDefinition): string {
  const rows = Object.entries(options).map(([name, option]) => [
    nameOf(name, option),
    byDefaultOf(option),
    option.summary,
  ])
  return rows.length === 0
    ? 'It has no options of its own.\n'
    : table(['Option', 'Default', 'What it means'], rows)
}

/** The flags that operations have in common. */
export function flagsTable(operations: readonly AnyDefinition[]): string {
  const atShell = Object.entries<Option>(generalOptions).filter(([, { only }]) => only !== 'action')
  return table(
    ['Flag', 'Default', 'What it is', 'Operations'],
    atShell.map(([name, option]) => [
      nameOf(name, option),
      byDefaultOf(option),
      option.summary,
      allBut(name, operations),
    ]),
  )
}

export function buttonsTable(operations: readonly AnyDefinition[]): string {
  return table(
    ['Button', 'What its form asks for'],
    withButton(operations).map(({ name, workflow }) => [code(name), workflow.inputs.map(code).join(', ')]),
  )
}

export function requestsText(operations: readonly AnyDefinition[]): string {
  const keys = ['operation', 'machines', ...requestedOptions(operations).map(({ name }) => name)]
  const allowed = requestedOperations(operations).map(code)
  return `Keys: ${keys.map(code).join(', ')}. A request may ask for ${listInWords(allowed)}.\n`
}

function rowOf(one: AnyDefinition): readonly string[] {
  const { only, placeholder, machines, summary } = one
  const name = code(commandOf(one)) + (only === undefined ? '' : ' (at a shell only)')
  return [name, placeholder === undefined ? machines : subjectOf(one).join(' '), summary]
}

function nameOf(name: string, { only, placeholder }: Option): string {
  const flag = placeholder === undefined ? `--${name}` : `--${name} ${placeholder}`
  if (only === undefined) return code(flag)
  return only === 'cli' ? `${code(flag)} (at a shell only)` : `${code(name)} (in a workflow only)`
}

function byDefaultOf({ byDefault, isRequired, kind }: Option): string {
  if (isRequired) return 'required'
  return byDefault === undefined || kind === 'flag' ? '-' : code(byDefault)
}

function allBut(option: string, operations: readonly AnyDefinition[]): string {
  const others = operations.filter(({ general }) => general?.some((name) => name === option) === false)
  return others.length === 0 ? 'all' : `all but ${others.map(({ name }) => code(name)).join(', ')}`
}
