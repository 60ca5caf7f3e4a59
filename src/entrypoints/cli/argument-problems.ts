import type { Problem } from '../../base/errors.js'
import { nearest } from '../../base/nearest.js'
import { type Option, type OptionName, options } from '../../request/options.js'
import { operationsWith, takes } from '../../request/parse-request.js'
import { type OperationName, operations } from '../../request/registry.js'

/** Options that are flags at a shell, in the order of the registry. */
export const cliOptions: readonly OptionName[] = Object.keys(options)
  .filter(isOption)
  .filter((name) => only(name) !== 'action')

export function isCliOption(name: string): name is OptionName {
  return isOption(name) && only(name) !== 'action'
}

/** How to say at a shell what only the action takes as an input. */
const instead: Partial<Record<OptionName, string>> = {
  operation: 'the operation is the first argument: drover OPERATION MACHINE…',
  machines: 'machines are arguments: drover OPERATION MACHINE…',
  command: 'the command stands behind "--": drover run MACHINE… -- COMMAND',
  confirm: 'names are asked for at a terminal; --yes does without',
  token: 'at a shell, git and its credentials reach the repository',
  'ssh-key': 'use --ssh-key-file FILE, or put the text of the key into DROVER_SSH_KEY',
  secrets: 'use --secrets-file FILE, or the environment',
}

export function unknownOperation(name: string | undefined): Problem {
  if (name === undefined) {
    return {
      message: 'drover: no operation is named',
      reason: 'unknown-operation',
      hint: 'drover --help lists them',
    }
  }
  const near = nearest(name, Object.keys(operations))
  return {
    message: `drover: no operation is named "${name}"`,
    reason: 'unknown-operation',
    hint:
      near === undefined ? 'drover --help lists them' : `did you mean "${near}"? drover --help lists them`,
  }
}

export function unknownFlag({ name, rawName }: { readonly name: string; readonly rawName: string }): Problem {
  const said = isOption(name) ? instead[name] : undefined
  const near = rawName.startsWith('--') ? nearest(name, [...cliOptions, 'help', 'version']) : undefined
  const meant = near === undefined ? 'drover OPERATION --help lists them' : `did you mean "--${near}"?`
  return { message: `${rawName}: is no flag of drover`, reason: 'invalid-argument', hint: said ?? meant }
}

/** A flag of another operation is refused, never overlooked: whoever gave it counts on it. */
export function wrongFlag(operation: OperationName, flag: OptionName): readonly Problem[] {
  if (takes(operation, flag)) return []
  return [
    {
      message: `--${flag}: "${operation}" does not take it`,
      reason: 'invalid-argument',
      hint: `it belongs to ${operationsWith(flag).join(', ')}`,
    },
  ]
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name)
}

function only(name: OptionName): Option['only'] {
  const option: Option = options[name]
  return option.only
}
