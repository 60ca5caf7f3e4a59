import type { Problem } from '../../base/errors.js'
import type { Run } from '../../base/run.js'
import { nearest } from '../../base/text/nearest.js'
import { allOptions } from '../../operations/all-options.js'
import type { AnyDefinition } from '../../operations/define-operation.js'
import { findOperation, operations, operationsWith, takes } from '../../operations/registry.js'
import { splitWords } from '../../request/option.js'
import { parseRequest } from '../../request/parse-request.js'
import type { AnyRequest } from '../../request/request.js'
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
      readonly request: AnyRequest
      readonly run: Run
      readonly values: ReadonlyMap<string, string>
    }

const nameOf = (option: string): string => `input "${option}"`

/** What the inputs ask for. All that is wrong with them is found at once, without loading anything heavy. */
export function readAsked(env: NodeJS.ProcessEnv): Asked {
  const values = readInputs(env)
  const run = readRun(env)
  const name = values.get('operation')
  const definition = name === undefined ? undefined : findOperation(name)
  if (definition === undefined || definition.only === 'cli') {
    const problems: readonly [Problem, ...Problem[]] = [unknownOperation(name), ...badSecrets(values)]
    return { kind: 'refused', operation: name ?? 'drover', run, problems }
  }
  const selectors = splitWords(values.get('machines') ?? '')
  const parsed = parseRequest(definition, { selectors, values, nameOf })
  const [first, ...rest] = [...parsed.problems, ...unkept(definition, values), ...badSecrets(values)]
  if (first !== undefined) {
    return { kind: 'refused', operation: definition.name, run, problems: [first, ...rest] }
  }
  return { kind: 'request', request: parsed.request, run, values }
}

function unknownOperation(name: string | undefined): Problem {
  const names = operations.filter(({ only }) => only !== 'cli').map((one) => one.name)
  const hint = `give one of ${names.join(', ')}`
  if (name === undefined) {
    return { message: `${nameOf('operation')}: is empty`, reason: 'unknown-operation', hint }
  }
  if (findOperation(name) !== undefined) {
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
function unkept(definition: AnyDefinition, values: ReadonlyMap<string, string>): readonly Problem[] {
  const given = allOptions.filter(({ name, option }) => {
    const text = values.get(name)
    return option.holdsBack && text !== undefined && !/^false$/i.test(text) && !takes(definition, name)
  })
  return given.map(({ name: option }) => ({
    message: `${nameOf(option)}: "${definition.name}" does not take it`,
    reason: 'invalid-argument',
    hint: `it belongs to ${namesWith(option)}; leave it empty`,
  }))
}

function namesWith(option: string): string {
  return operationsWith(option)
    .map(({ name }) => name)
    .join(', ')
}

function badSecrets(values: ReadonlyMap<string, string>): readonly Problem[] {
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
