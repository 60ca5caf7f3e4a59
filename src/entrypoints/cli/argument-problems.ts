import type { Problem } from '../../base/errors.js'
import { nearest } from '../../base/text/nearest.js'
import { allOptions, isSaidAt } from '../../operations/all-options.js'
import type { AnyDefinition } from '../../operations/define-operation.js'
import { operationNames, operationsWith, takes } from '../../operations/registry.js'

/** Options that are flags at a shell, the general ones first. */
export const cliOptions = allOptions.filter((named) => isSaidAt('cli', named))

const byName = new Map(cliOptions.map((named) => [named.name, named]))

export function isCliOption(name: string): boolean {
  return byName.has(name)
}

/** True if it stands alone: `--json`. */
export function isBareFlag(name: string): boolean {
  return byName.get(name)?.option.kind === 'flag'
}

/** How to say at a shell what only the action takes as an input. */
const instead: Readonly<Record<string, string>> = {
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
  const near = nearest(name, operationNames)
  return {
    message: `drover: no operation is named "${name}"`,
    reason: 'unknown-operation',
    hint:
      near === undefined ? 'drover --help lists them' : `did you mean "${near}"? drover --help lists them`,
  }
}

export function unknownFlag({ name, rawName }: { readonly name: string; readonly rawName: string }): Problem {
  const said = Object.hasOwn(instead, name) ? instead[name] : undefined
  const near = rawName.startsWith('--') ? nearest(name, [...byName.keys(), 'help', 'version']) : undefined
  const meant = near === undefined ? 'drover OPERATION --help lists them' : `did you mean "--${near}"?`
  return { message: `${rawName}: is no flag of drover`, reason: 'invalid-argument', hint: said ?? meant }
}

/** A flag of another operation is refused, never overlooked: whoever gave it counts on it. */
export function wrongFlag(definition: AnyDefinition, flag: string): readonly Problem[] {
  if (takes(definition, flag)) return []
  return [
    {
      message: `--${flag}: "${definition.name}" does not take it`,
      reason: 'invalid-argument',
      hint: `it belongs to ${operationsWith(flag)
        .map(({ name }) => name)
        .join(', ')}`,
    },
  ]
}
