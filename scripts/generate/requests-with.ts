import type { AnyDefinition } from '../../src/operations/define-operation.ts'
import type { Option } from '../../src/request/option.ts'
import { optionOfForm, withButton } from './form-inputs.ts'
import type { Entry } from './yaml-entry.ts'

const payload = 'github.event.client_payload'

/** What every request may say, whatever it asks for. */
const always = ['environment', 'dry-run', 'canary'] as const

/** What a `repository_dispatch` hands to `drover.yml`: the `with:` of `requests.yml`. */
export function requestsWith(operations: readonly AnyDefinition[]): readonly Entry[] {
  const names = JSON.stringify(requestedOperations(operations)).replaceAll(',', ', ')
  const asked = `${payload}.operation`
  return [
    {
      key: 'operation',
      value: {
        folded: `\${{ contains(fromJSON('${names}'), ${asked}) && ${asked} || 'not-for-requests' }}`,
      },
    },
    { key: 'machines', value: `\${{ ${payload}.machines }}` },
    ...requestedOptions(operations).map(({ name, option }) => ({
      key: name,
      value: `\${{ ${expressionOf(`${payload}.${name}`, option)} }}`,
    })),
  ]
}

/** The operations that a request may ask for. */
export function requestedOperations(operations: readonly AnyDefinition[]): readonly string[] {
  return withButton(operations)
    .filter(({ workflow }) => workflow.requests !== undefined)
    .map(({ name }) => name)
}

/** The options that a request may give. */
export function requestedOptions(
  operations: readonly AnyDefinition[],
): readonly { readonly name: string; readonly option: Option }[] {
  const found = new Map<string, Option>()
  for (const definition of withButton(operations)) {
    const { requests } = definition.workflow
    for (const name of requests === undefined ? [] : [...always, ...requests])
      if (!found.has(name)) found.set(name, optionOfForm(name, { definition, operations }))
  }
  return [...found].map(([name, option]) => ({ name, option }))
}

/** A payload may hold a truth as a text. Whatever holds back does so unless it is surely false. */
function expressionOf(value: string, { kind, holdsBack }: Option): string {
  if (kind !== 'flag') return value
  return holdsBack ? `${value} != false && ${value} != 'false'` : `${value} == true || ${value} == 'true'`
}
