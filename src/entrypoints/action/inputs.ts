import { type Option, type OptionName, options } from '../../request/options.js'

/** Inputs of the action, in the order of the registry. */
export const inputNames: readonly OptionName[] = Object.keys(options)
  .filter((name): name is OptionName => Object.hasOwn(options, name))
  .filter((name) => {
    const option: Option = options[name]
    return option.only !== 'cli'
  })

/** Kept as they are: white space may be part of them. */
const verbatim: readonly OptionName[] = ['ssh-key', 'secrets']

/** The inputs that were given, by name. An empty one was not given. */
export function readInputs(env: NodeJS.ProcessEnv): ReadonlyMap<OptionName, string> {
  return new Map(
    inputNames.flatMap((name) => {
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
