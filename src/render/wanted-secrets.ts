import { InputError, type Location, type Problem } from '../base/errors.js'
import type { GeneratedForm } from '../base/generated-form.js'
import { placeholder } from '../base/placeholder.js'
import type { Secret, SecretLookup } from '../base/secret.js'
import { kindOf, type SecretUse } from './secret-uses.js'

/** The generated value of this name, which is made if none exists yet. Throws an InputError when that cannot be known. */
export type GeneratedLookup = (name: string, form: GeneratedForm) => Secret

export interface Lookups {
  readonly secrets: SecretLookup
  readonly generated: GeneratedLookup
}

/** Looks secrets up for all files of a machine and collects their problems, one for each secret. */
export interface RequestedSecrets {
  use(use: SecretUse, file: string): Secret | undefined
  problems(): readonly Problem[]
}

interface RequestedSecret {
  readonly name: string
  readonly secret: Secret | undefined
  readonly generated: GeneratedForm | undefined
  readonly refused: readonly Problem[]
  readonly users: Location[]
}

export function trackSecrets(lookups: Lookups): RequestedSecrets {
  const requested = new Map<string, RequestedSecret>()
  const clashes: Problem[] = []
  return {
    use: (use, file) => {
      const { name, place, generated } = use
      const key = placeholder({ kind: kindOf(use), name })
      const known = requested.get(key) ?? { name, generated, ...lookUp(use, lookups), users: [] }
      requested.set(key, known)
      const at = { file, ...place }
      if (!isSameForm(known.generated, generated)) clashes.push(formClash(name, at, known.users[0]))
      known.users.push(at)
      return known.secret
    },
    problems: () => [...[...requested.values()].flatMap(problemsOf), ...clashes],
  }
}

function lookUp(
  { name, generated }: SecretUse,
  lookups: Lookups,
): Pick<RequestedSecret, 'secret' | 'refused'> {
  try {
    const secret = generated === undefined ? lookups.secrets(name) : lookups.generated(name, generated)
    return { secret, refused: [] }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { secret: undefined, refused: error.problems }
  }
}

function isSameForm(one: GeneratedForm | undefined, other: GeneratedForm | undefined): boolean {
  return one?.alphabet === other?.alphabet && one?.length === other?.length
}

/** The problem of a generated value with two forms: it is generated once, so its form would depend on the order of files. */
function formClash(name: string, at: Location, first: Location | undefined): Problem {
  return {
    reason: 'invalid-template',
    message: `generated "${name}": has another form or length in ${first?.file ?? at.file}`,
    at,
    hint: 'write both with the same form and length, or give one another name',
  }
}

function problemsOf({ name, secret, refused, users }: RequestedSecret): readonly Problem[] {
  const [at] = users
  if (secret !== undefined || at === undefined) return []
  if (refused.length > 0) return refused.map((problem) => ({ at, ...problem }))
  const files = [...new Set(users.map(({ file }) => file))].join(', ')
  return [
    {
      reason: 'missing-secret',
      message: `secret "${name}": not given: required by ${files}`,
      at,
      hint: `set the environment variable ${name}, or give it in the input "secrets"`,
    },
  ]
}
