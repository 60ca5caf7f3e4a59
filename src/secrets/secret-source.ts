import { InputError, throwIfInvalid } from '../base/errors.js'
import { Secret, type SecretLookup } from '../base/secret.js'
import { findUnsafeSecret } from './check-secret.js'

export interface SecretInput {
  readonly env: Readonly<Record<string, string | undefined>>
  /** A JSON object of texts by name; empty or absent when there is none. */
  readonly json?: string | undefined
}

/**
 * Looks a name up in the environment, then in the JSON. An empty value counts
 * as not given, because GitHub passes an empty value for a secret that is not set.
 */
export interface SecretSource {
  /** Throws InputError `unsafe-secret` for a value that cannot be kept out of logs. */
  (name: string): Secret | undefined
  /** Names in the JSON that have a value, sorted. */
  readonly names: readonly string[]
  /** Every value of the JSON, including those that no template requires, for the scrubber. Never throws. */
  readonly given: readonly Secret[]
}

/** Throws InputError `invalid-argument` with all problems of the JSON, quoting no value. */
export function makeSecretSource({ env, json }: SecretInput): SecretSource {
  const given = [...readJson(json ?? '')]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => new Secret(name, value))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
  const byName = new Map(given.map((secret) => [secret.name, secret]))
  const lookup: SecretLookup = (name) => {
    const value = Object.hasOwn(env, name) ? env[name] : undefined
    const secret = value ? new Secret(name, value) : byName.get(name)
    const problem = secret && findUnsafeSecret(secret)
    if (problem !== undefined) throw new InputError([problem])
    return secret
  }
  return Object.assign(lookup, { names: [...byName.keys()], given })
}

/** Also those that nothing names: a machine may print them all the same. One that cannot be looked for is left out. */
export function guardGiven({ given }: SecretSource, guard: (secret: Secret) => void): void {
  for (const secret of given) if (findUnsafeSecret(secret) === undefined) guard(secret)
}

function readJson(json: string): ReadonlyMap<string, string> {
  if (json.trim() === '') return new Map()
  const data = parse(json)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw notAnObject(Array.isArray(data) ? 'it is a list' : 'it is a single value')
  }
  const entries = Object.entries(data)
  throwIfInvalid(
    entries
      .filter(([, value]) => typeof value !== 'string')
      .map(([name]) => ({
        reason: 'invalid-argument',
        message: `secrets: "${name}" is not a text`,
        hint: 'put its value in quotes',
      })),
  )
  return new Map(entries as [string, string][])
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // JSON.parse quotes the text around the fault, so its error is not passed on as the cause.
    throw notAnObject('it does not parse')
  }
}

function notAnObject(cause: string): InputError {
  return new InputError([
    {
      reason: 'invalid-argument',
      message: `secrets: not a JSON object: ${cause}`,
      hint: 'write an object such as {"DB_PASSWORD": "…"}',
    },
  ])
}
