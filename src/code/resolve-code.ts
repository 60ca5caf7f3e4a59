import { DroverError, type Problem, throwIfInvalid } from '../base/errors.js'
import { asDroverError } from '../base/failure.js'
import type { Secret } from '../base/secret.js'
import type { CodeEntry } from '../flock/flock.js'
import type { SecretPorts, SourcePorts } from '../task/ports.js'

/** A revision of code as a machine is to have it. */
export interface DesiredCode {
  readonly entry: CodeEntry
  readonly commit: string
}

export type CodePorts = Pick<SourcePorts, 'code'> & Pick<SecretPorts, 'secret'>

/** Finds the commit of each revision, the same for all machines of a run. Throws all problems at once. */
export async function resolveCode(
  ports: CodePorts,
  entries: readonly CodeEntry[],
): Promise<readonly DesiredCode[]> {
  const problems: Problem[] = []
  const resolved = await Promise.all(
    entries.map(async (entry): Promise<readonly DesiredCode[]> => {
      try {
        const { url, revision } = entry
        const commit = await ports.code.resolve({ url, revision, credentials: credentialsOf(ports, entry) })
        return [{ entry, commit }]
      } catch (thrown) {
        const { message, reason, hint } = asDroverError(thrown)
        problems.push({
          message: `code "${entry.name}": ${message}`,
          reason,
          ...(hint === undefined ? {} : { hint }),
        })
        return []
      }
    }),
  )
  throwIfInvalid(problems)
  return resolved.flat()
}

/** Throws `missing-secret`. */
export function credentialsOf(
  { secret }: Pick<SecretPorts, 'secret'>,
  { credentials }: CodeEntry,
): Secret | undefined {
  if (credentials === undefined) return undefined
  const found = secret(credentials)
  if (found !== undefined) return found
  throw new DroverError(`secret "${credentials}": was not given`, {
    reason: 'missing-secret',
    hint: `Add it to the secrets of the repository, or set it in the environment, as "${credentials}".`,
  })
}
