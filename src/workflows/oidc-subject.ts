import type { RepositoryFacts } from '../base/repository-facts.js'

/**
 * Repositories that are created or renamed from this day on have their ids in the `sub` of a token, so that a new
 * owner of an old name gets no access; older ones have names (GitHub changelog, July 2026).
 */
const idsSince = '2026-07-15'

export interface OidcSubjects {
  /** Pattern of `sub` for the trust policy of a role. */
  readonly byIds: string
  readonly byNames: string
  /** True when the repository was created late enough. Otherwise only a later rename gives it ids, which GitHub does not report. */
  readonly usesIds: boolean
}

/** The subjects that a role must allow for the jobs of this repository, in any branch or environment. */
export function oidcSubjects({ name, id, ownerId, createdAt }: RepositoryFacts): OidcSubjects {
  const [owner, repository] = name.split('/')
  return {
    byIds: `repo:${owner}@${ownerId}/${repository}@${id}:*`,
    byNames: `repo:${name}:*`,
    usesIds: createdAt >= idsSince,
  }
}
