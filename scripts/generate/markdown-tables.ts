import { reasons } from '../../src/base/reasons.ts'
import { inputs } from '../../src/entrypoints/action/inputs.ts'
import { outputs } from '../../src/entrypoints/action/outputs.ts'
import { operations } from '../../src/operations/registry.ts'
import { entrySchema } from '../../src/render/manifest/manifest-schema.ts'
import { exitCodes } from '../../src/report/exit-codes.ts'
import { code, table } from './markdown.ts'
import {
  buttonsTable,
  flagsTable,
  operationSections,
  operationsByGroup,
  operationsTable,
  optionsTable,
  requestsText,
} from './operation-tables.ts'

/** What can stand between markers in a page: `<!-- generated: NAME -->`. */
export function markdownTables({ example }: { readonly example: string }): ReadonlyMap<string, string> {
  return new Map([
    ['operations', operationsTable(operations)],
    ['operations-by-group', operationsByGroup(operations)],
    ['options-of-operations', operationSections(operations)],
    ...operations.map((one) => [`operation ${one.name}`, optionsTable(one)] as const),
    ['flags', flagsTable(operations)],
    ['buttons', buttonsTable(operations)],
    ['requests', requestsText(operations)],
    [
      'inputs',
      table(
        ['Input', 'Default', 'What it is'],
        inputs.map(({ name, byDefault, summary }) => [
          code(name),
          byDefault ? code(byDefault) : '-',
          summary,
        ]),
      ),
    ],
    ['outputs', recordTable(['Output', 'What it holds'], outputs)],
    ['reasons', recordTable(['Reason code', 'Meaning'], reasons)],
    ['exit-codes', table(['Exit status', 'Meaning'], Object.entries(exitCodes))],
    // Of a zod object whose keys carry descriptions.
    [
      'file-keys',
      recordTable(
        ['Key', 'What it is'],
        Object.fromEntries(
          Object.entries(entrySchema.shape).map(([key, schema]) => [key, schema.description ?? '']),
        ),
      ),
    ],
    ['flock-example', `\`\`\`yaml\n${example}\`\`\`\n`],
  ])
}

function recordTable(head: readonly string[], rows: Readonly<Record<string, string>>): string {
  return table(
    head,
    Object.entries(rows).map(([name, meaning]) => [code(name), meaning]),
  )
}
