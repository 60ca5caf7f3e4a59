import { allOptions, isSaidAt, summaryOf } from '../../operations/all-options.js'

/** One input of the action, as `action.yml` has it. */
export interface Input {
  readonly name: string
  readonly summary: string
  readonly byDefault?: string
  readonly isRequired: boolean
}

/** Inputs of the action: what is done, to which machines, then every option. */
export const inputs: readonly Input[] = [
  { name: 'operation', summary: 'What to do: the name of an operation', isRequired: true },
  {
    name: 'machines',
    summary:
      'Which machines: names, `fp-*`, `group:NAME`, `all`, `!NAME`, `changed`; separated by spaces or commas',
    isRequired: false,
  },
  ...allOptions
    .filter((named) => isSaidAt('action', named))
    .map((named): Input => {
      const { byDefault } = named.option
      return {
        name: named.name,
        summary: summaryOf(named, 'action'),
        isRequired: false,
        ...(byDefault === undefined ? {} : { byDefault }),
      }
    }),
]

/** Kept as they are: white space may be part of them. */
const verbatim: readonly string[] = ['ssh-key', 'secrets']

/** The inputs that were given, by name. An empty one was not given. */
export function readInputs(env: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  return new Map(
    inputs.flatMap(({ name }) => {
      const text = env[variableOf(name)] ?? ''
      if (text.trim() === '') return []
      return [[name, verbatim.includes(name) ? text : text.trim()] as const]
    }),
  )
}

/** The runner's name for an input: upper case, spaces become `_`, hyphens stay (actions/runner, Handler.cs). */
export function variableOf(input: string): string {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`
}
