import { listInWords, lowerFirst } from '../../src/base/text/sentence.ts'
import type { AnyDefinition } from '../../src/operations/define-operation.ts'
import { generalOptions } from '../../src/request/general-options.ts'
import type { Option } from '../../src/request/option.ts'
import { labelOf, withButton } from './form-inputs.ts'
import type { Entry } from './yaml-entry.ts'

/** An option that `drover.yml` takes and hands to the steps whose operations take it. */
export interface PassedOption {
  readonly name: string
  readonly option: Option
  readonly isGeneral: boolean
  /** The operations whose buttons ask for it, with their own meaning of it. */
  readonly askedBy: readonly AnyDefinition[]
}

/** General options that a run can be given; the others come from secrets, or are what a runner has. */
const passedGeneral = ['branch', 'parallel'] as const

/** Every option that `drover.yml` takes, those about the run as a whole first. */
export function passedOptions(operations: readonly AnyDefinition[]): readonly PassedOption[] {
  const buttons = withButton(operations)
  const aboutRuns = operations.filter(({ traits }) => traits?.isAboutRuns)
  const general = passedGeneral.map((name) => [name, generalOptions[name]] as const)
  const known = new Map<string, Option>(general)
  const owners = [...aboutRuns, ...buttons]
  for (const [name, option] of owners.flatMap(({ options }) => Object.entries(options)))
    if (isPassed(option) && !known.has(name)) known.set(name, option)
  return [...known].map(([name, option]) => {
    const askedBy = buttons.filter(
      ({ workflow, options }) => workflow.inputs.includes(name) && options[name] !== undefined,
    )
    return {
      name,
      option: askedBy[0]?.options[name] ?? option,
      isGeneral: Object.hasOwn(generalOptions, name),
      askedBy,
    }
  })
}

/** The inputs of `drover.yml`: `on.workflow_call.inputs`. */
export function callInputs(operations: readonly AnyDefinition[]): readonly Entry[] {
  return [
    { key: 'operation', value: { map: { type: 'string', required: true, description: 'What to do' } } },
    textInput('machines', 'Which machines; the whole flock if empty'),
    ...passedOptions(operations).map(callInput),
    {
      key: 'timeout',
      value: { map: { type: 'number', default: 60, description: 'Minutes that a job may take' } },
    },
  ]
}

/** At a shell alone, or what the workflow itself knows: neither is for a caller to say. */
function isPassed({ only, isOfWorkflow }: Option): boolean {
  return only !== 'cli' && isOfWorkflow !== true
}

function callInput(passed: PassedOption): Entry {
  const { name, option } = passed
  const description = describe(passed)
  if (option.kind === 'flag')
    return { key: name, value: { map: { type: 'boolean', default: false, description } } }
  return textInput(name, description, option.kind === 'text' ? option.byDefault : undefined)
}

function textInput(name: string, description: string, byDefault = ''): Entry {
  return { key: name, value: { map: { type: 'string', default: byDefault, description } } }
}

/** More are not worth naming: most operations take it. */
const fewNames = 4

function describe({ option, askedBy }: PassedOption): string {
  const label = labelOf(option)
  const isOfFew = askedBy.length > 0 && askedBy.length <= fewNames
  const text = isOfFew ? `For ${listInWords(askedBy.map((one) => one.name))}: ${lowerFirst(label)}` : label
  return option.kind === 'count' && option.byDefault !== undefined
    ? `${text} (default ${option.byDefault})`
    : text
}
