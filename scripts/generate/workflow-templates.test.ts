import { expect, test } from 'vitest'
import { defineOperation } from '../../src/operations/define-operation.ts'
import { choice, count, flag, text } from '../../src/request/option.ts'
import { callInputs } from './drover-inputs.ts'
import { type ButtonDefinition, formInputs, formWith } from './form-inputs.ts'
import { requestsWith } from './requests-with.ts'
import { stepWith } from './step-with.ts'
import { type Entry, renderEntry } from './yaml-entry.ts'

const load = (): never => expect.unreachable()

const paint = defineOperation({
  name: 'paint',
  group: 'machines',
  summary: 'Paint machines',
  machines: 'required',
  effect: 'changes',
  options: {
    colour: choice({ choices: ['red', 'blue'], byDefault: 'red', summary: 'The `colour`' }),
    coats: count({ byDefault: '2', summary: 'How many coats' }),
    with: text({ isRequired: true, summary: 'The brush', label: 'Which brush' }),
    wet: flag({ summary: 'Do not wait' }),
    since: text({ choosesMachines: true, summary: 'Those that changed since' }),
    yes: flag({ only: 'cli', summary: 'Do not ask' }),
  },
  workflow: {
    inputs: ['machines', 'colour', 'coats', 'with', 'wet', 'area'],
    labels: { area: 'Where it is painted' },
    requests: ['wet'],
    timeoutMinutes: 90,
  },
  load,
}) as ButtonDefinition

const shard = defineOperation({
  name: 'shard',
  group: 'used by workflows',
  summary: 'Share',
  machines: 'optional',
  effect: 'reads',
  traits: { isAboutRuns: true },
  options: {
    for: text({ isOfWorkflow: true, summary: 'The operation' }),
    since: text({ choosesMachines: true, summary: 'Those that changed since' }),
    area: text({ summary: 'The area' }),
    environment: text({ summary: 'The environment' }),
    canary: count({ summary: 'How many first' }),
    'dry-run': flag({ holdsBack: true, summary: 'Change nothing' }),
  },
  load,
})
const operations = [paint, shard]
const shown = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) => renderEntry(entry, ''))

test('the form of a button asks as its options say', () => {
  expect(shown(formInputs(paint, { operations }))).toEqual([
    'machines: { required: true, description: "Machines: names, web-*, group:NAME, all, !NAME" }',
    'colour: { type: choice, options: [red, blue], default: red, description: The colour }',
    'coats: { default: "2", description: How many coats }',
    'with: { required: true, description: Which brush }',
    'wet: { type: boolean, description: Do not wait }',
    'area: { description: Where it is painted }',
  ])
})

test('a button hands on what its form asked, and how long it may take', () => {
  expect(shown(formWith(paint))).toEqual([
    'operation: paint',
    ...['machines', 'colour', 'coats', 'with', 'wet', 'area'].map(
      (name) => `${name}: \${{ inputs.${name} }}`,
    ),
    'timeout: 90',
  ])
})

test('a button that asks for what is no option is refused', () => {
  const wrong = { ...paint, workflow: { inputs: ['colours'] } }
  expect(() => formInputs(wrong, { operations })).toThrow('paint: its button asks for "colours"')
})

test('drover.yml takes every option, but none that is for a shell or that it knows itself', () => {
  const lines = shown(callInputs(operations))
  expect(lines).toContain(
    'coats: { type: string, default: "", description: "For paint: how many coats (default 2)" }',
  )
  expect(lines).toContain('wet: { type: boolean, default: false, description: "For paint: do not wait" }')
  expect(lines).toContain('area: { type: string, default: "", description: The area }')
  expect(lines.join('\n')).not.toMatch(/^(for|yes):/m)
})

test('each step is given what its operation takes', () => {
  const keys = (step: 'shard' | 'operation'): readonly string[] =>
    stepWith(step, operations).map(({ key }) => key)
  expect(keys('shard')).toEqual([
    'operation',
    'for',
    'machines',
    'branch',
    'since',
    'area',
    'environment',
    'canary',
    'dry-run',
  ])
  expect(keys('operation')).toEqual([
    'operation',
    'machines',
    'confirm',
    'branch',
    'parallel',
    'colour',
    'coats',
    'with',
    'wet',
  ])
})

test('a request is held back unless it surely says otherwise, and told yes only when it surely is', () => {
  const payload = 'github.event.client_payload'
  expect(shown(requestsWith(operations)).slice(-5)).toEqual([
    `machines: \${{ ${payload}.machines }}`,
    `environment: \${{ ${payload}.environment }}`,
    `dry-run: \${{ ${payload}.dry-run != false && ${payload}.dry-run != 'false' }}`,
    `canary: \${{ ${payload}.canary }}`,
    `wet: \${{ ${payload}.wet == true || ${payload}.wet == 'true' }}`,
  ])
})
