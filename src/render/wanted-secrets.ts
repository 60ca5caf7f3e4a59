import { InputError, type Location, type Problem } from '../base/errors.js'
import type { Secret, SecretLookup } from '../base/secret.js'
import type { SecretUse } from './secret-uses.js'

/** Looks secrets up for all files of a machine and keeps what is wrong with them: one problem a secret. */
export interface WantedSecrets {
  use(use: SecretUse, file: string): Secret | undefined
  problems(): readonly Problem[]
}

interface Wanted {
  readonly secret: Secret | undefined
  readonly refused: readonly Problem[]
  readonly users: Location[]
}

export function trackSecrets(lookup: SecretLookup): WantedSecrets {
  const wanted = new Map<string, Wanted>()
  return {
    use: ({ name, place }, file) => {
      const known = wanted.get(name) ?? { ...lookUp(name, lookup), users: [] }
      wanted.set(name, known)
      known.users.push({ file, ...place })
      return known.secret
    },
    problems: () => [...wanted].flatMap(([name, entry]) => problemsOf(name, entry)),
  }
}

function lookUp(name: string, lookup: SecretLookup): Omit<Wanted, 'users'> {
  try {
    return { secret: lookup(name), refused: [] }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { secret: undefined, refused: error.problems }
  }
}

function problemsOf(name: string, { secret, refused, users }: Wanted): readonly Problem[] {
  const [at] = users
  if (secret !== undefined || at === undefined) return []
  if (refused.length > 0) return refused.map((problem) => ({ at, ...problem }))
  const files = [...new Set(users.map(({ file }) => file))].join(', ')
  return [
    {
      reason: 'missing-secret',
      message: `secret "${name}": not given: wanted by ${files}`,
      at,
      hint: `set the environment variable ${name}, or give it in the input "secrets"`,
    },
  ]
}
