import type { AnyDefinition, WorkflowButton } from '../../src/operations/define-operation.ts'
import type { Option } from '../../src/request/option.ts'
import type { Entry } from './yaml-entry.ts'

/** A definition that has a button. */
export type ButtonDefinition = AnyDefinition & { readonly workflow: WorkflowButton }

/** Those of them that have a button, in the order of the registry. */
export function withButton(operations: readonly AnyDefinition[]): readonly ButtonDefinition[] {
  return operations.filter((one): one is ButtonDefinition => one.workflow !== undefined)
}

/** The form of a button: `on.workflow_dispatch.inputs`. */
export function formInputs(
  definition: ButtonDefinition,
  { operations }: { readonly operations: readonly AnyDefinition[] },
): readonly Entry[] {
  return definition.workflow.inputs.map((name) =>
    name === 'machines'
      ? machinesInput(definition)
      : formInput(name, { definition, option: optionOfForm(name, { definition, operations }) }),
  )
}

/** What the button hands to `drover.yml`. */
export function formWith({ name, workflow }: ButtonDefinition): readonly Entry[] {
  return [
    { key: 'operation', value: name },
    ...workflow.inputs.map((input) => ({ key: input, value: `\${{ inputs.${input} }}` })),
    ...(workflow.timeoutMinutes === undefined ? [] : [{ key: 'timeout', value: workflow.timeoutMinutes }]),
  ]
}

/** The operation's own option, or one of those about the run as a whole. Throws where there is none. */
export function optionOfForm(
  name: string,
  { definition, operations }: { definition: AnyDefinition; operations: readonly AnyDefinition[] },
): Option {
  const aboutRuns = operations.filter(({ traits }) => traits?.isAboutRuns)
  const owner = [definition, ...aboutRuns].find(({ options }) => Object.hasOwn(options, name))
  const option = owner?.options[name]
  if (option !== undefined) return option
  throw new Error(`${definition.name}: its button asks for "${name}", which is no option`)
}

/** How a form asks for an option; GitHub shows it as it is. */
export function labelOf({ label, summary }: Pick<Option, 'label' | 'summary'>): string {
  return (label ?? summary).replaceAll('`', '')
}

function machinesInput({ machines }: AnyDefinition): Entry {
  const description =
    machines === 'required'
      ? 'Machines: names, web-*, group:NAME, all, !NAME'
      : 'Machines: names, web-*, group:NAME, !NAME; empty means all'
  return { key: 'machines', value: { map: { ...required(machines === 'required'), description } } }
}

function formInput(
  name: string,
  { definition, option }: { readonly definition: ButtonDefinition; readonly option: Option },
): Entry {
  const { kind, choices = [], byDefault, isRequired } = option
  const map = {
    ...required(isRequired),
    ...(kind === 'flag' && { type: 'boolean' }),
    ...(kind === 'choice' && { type: 'choice', options: choices }),
    ...(byDefault !== undefined && kind !== 'flag' && { default: byDefault }),
    description: definition.workflow.labels?.[name] ?? labelOf(option),
  }
  return { key: name, value: { map } }
}

function required(isRequired = false): { readonly required?: true } {
  return isRequired ? { required: true } : {}
}
