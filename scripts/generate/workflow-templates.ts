import { isMap, isSeq, parseDocument } from 'yaml'
import type { AnyDefinition } from '../../src/operations/define-operation.ts'
import { callInputs } from './drover-inputs.ts'
import { formInputs, formWith, withButton } from './form-inputs.ts'
import { type Path, replaceEntries } from './replace-entries.ts'
import { requestsWith } from './requests-with.ts'
import { stepWith } from './step-with.ts'
import type { Entry } from './yaml-entry.ts'

interface Block {
  readonly path: Path
  readonly entries: readonly Entry[]
}

/** The workflow templates that hold something of the definitions, each by its name in `main/`. */
export function generatedTemplates(
  operations: readonly AnyDefinition[],
): ReadonlyMap<string, (text: string) => string> {
  const buttons = withButton(operations).map((definition) => [
    `${definition.name}.yml`,
    fill(() => [
      { path: ['on', 'workflow_dispatch', 'inputs'], entries: formInputs(definition, { operations }) },
      { path: ['jobs', 'drover', 'with'], entries: formWith(definition) },
    ]),
  ]) as readonly (readonly [string, (text: string) => string])[]
  return new Map([
    ...buttons,
    ['drover.yml', fill((text) => droverBlocks(text, operations))],
    ['requests.yml', fill(() => [{ path: ['jobs', 'drover', 'with'], entries: requestsWith(operations) }])],
  ])
}

function droverBlocks(text: string, operations: readonly AnyDefinition[]): readonly Block[] {
  return [
    { path: ['on', 'workflow_call', 'inputs'], entries: callInputs(operations) },
    { path: withOf('shard', text), entries: stepWith('shard', operations) },
    { path: withOf('canary', text), entries: stepWith('operation', operations) },
    { path: withOf('record', text), entries: stepWith('record', operations) },
  ]
}

/** Where the step of a job that starts the toolkit has what it is given. */
function withOf(job: string, text: string): Path {
  const steps = parseDocument(text).getIn(['jobs', job, 'steps'], true)
  const index = isSeq(steps)
    ? steps.items.findIndex((step) => isMap(step) && String(step.get('uses')).startsWith('toolkit-owner/'))
    : -1
  if (index === -1) throw new Error(`jobs.${job}: no step starts the toolkit`)
  return ['jobs', job, 'steps', index, 'with']
}

function fill(blocksOf: (text: string) => readonly Block[]): (text: string) => string {
  return (text) =>
    blocksOf(text).reduce((filled, { path, entries }) => replaceEntries(filled, path, entries), text)
}
