import { InputError, type Problem } from '../base/errors.js'
import type { Secret, SecretLookup } from '../base/secret.js'

export interface GivenSecrets {
  readonly secrets: readonly Secret[]
  /** Of those that cannot be kept out of logs. */
  readonly problems: readonly Problem[]
}

/** Of these names those that the run was given. */
export function givenSecrets(
  { secret: lookUp }: { readonly secret: SecretLookup },
  names: Iterable<string>,
): GivenSecrets {
  const problems: Problem[] = []
  const secrets = [...names].flatMap((name) => {
    try {
      return lookUp(name) ?? []
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(...error.problems)
      return []
    }
  })
  return { secrets, problems }
}
