import type { Problem } from '../../base/errors.js'
import { nearest } from '../../base/nearest.js'
import type { Run } from '../../base/run.js'
import type { OperationEntry } from '../../request/operation-entry.js'
import type { OptionName } from '../../request/options.js'
import { operationsWith, parseRequest, splitWords, takes } from '../../request/parse-request.js'
import { isOperation, type OperationName, operations } from '../../request/registry.js'
import type { Request } from '../../request/request.js'
import { readInputs } from './inputs.js'
import { parseSecretValues } from './masks.js'
import { readRun } from './workflow.js'

export type Asked =
  | {
      readonly kind: 'refused'
      readonly operation: string
      readonly run: Run
      readonly problems: readonly [Problem, ...Problem[]]
    }
  | {
      readonly kind: 'request'
      readonly request: Request
      readonly run: Run
      readonly values: ReadonlyMap<OptionName, string>
    }

const nameOf = (option: OptionName): string => `input "${option}"`

/** What the inputs ask for. All that is wrong with them is found at once, without loading anything heavy. */
export function readAsked(env: NodeJS.ProcessEnv): Asked {
  const values = readInputs(env)
  const run = readRun(env)
  const name = values.get('operation')
  if (name === undefined || !isForAction(name)) {
    const problems: readonly [Problem, ...Problem[]] = [unknownOperation(name), ...badSecrets(values)]
    return { kind: 'refused', operation: name ?? 'drover', run, problems }
  }
  const command = values.get('command')
  const parsed = parseRequest({
    operation: name,
    selectors: splitWords(values.get('machines') ?? ''),
    values,
    nameOf,
    ...(name === 'run' && command !== undefined && { command }),
  })
  const [first, ...rest] = [...parsed.problems, ...unkept(name, values), ...badSecrets(values)]
  if (first !== undefined) return { kind: 'refused', operation: name, run, problems: [first, ...rest] }
  return { kind: 'request', request: parsed.request, run, values }
}

function isForAction(name: string): name is OperationName {
  if (!isOperation(name)) return false
  const entry: OperationEntry = operations[name]
  return entry.only !== 'cli'
}

function unknownOperation(name: string | undefined): Problem {
  const names = Object.keys(operations).filter(isForAction)
  const hint = `give one of ${names.join(', ')}`
  if (name === undefined) {
    return { message: `${nameOf('operation')}: is empty`, reason: 'unknown-operation', hint }
  }
  if (isOperation(name)) {
    return {
      message: `${nameOf('operation')}: "${name}" needs a terminal`,
      reason: 'unknown-operation',
      hint: `run "drover ${name}" at a shell`,
    }
  }
  const near = nearest(name, names)
  return {
    message: `${nameOf('operation')}: no operation is named "${name}"`,
    reason: 'unknown-operation',
    hint: near === undefined ? hint : `did you mean "${near}"? ${hint}`,
  }
}

/**
 * One workflow may hand all its inputs to every operation, so an input that an
 * operation does not take is overlooked; but not one that was to hold it back.
 */
function unkept(operation: OperationName, values: ReadonlyMap<OptionName, string>): readonly Problem[] {
  const given = (['dry-run', 'plan-digest'] as const).filter((option) => {
    const text = values.get(option)
    return text !== undefined && !/^false$/i.test(text) && !takes(operation, option)
  })
  return given.map((option) => ({
    message: `${nameOf(option)}: "${operation}" does not take it`,
    reason: 'invalid-argument',
    hint: `it belongs to ${operationsWith(option).join(', ')}; leave it empty`,
  }))
}

function badSecrets(values: ReadonlyMap<OptionName, string>): readonly Problem[] {
  const text = values.get('secrets')
  if (text === undefined || parseSecretValues(text) !== undefined) return []
  return [
    {
      message: `${nameOf('secrets')}: is not a JSON object of texts`,
      reason: 'invalid-argument',
      hint: 'write {"NAME": "value"}; toJSON(secrets) gives this form',
    },
  ]
}
