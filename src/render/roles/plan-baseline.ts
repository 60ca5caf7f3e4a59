import { sha256 } from '../../base/digest.js'
import type { Baseline } from './baseline.js'
import { canonicalJson } from './canonical-json.js'

export interface BaselinePlan {
  /** Names of the roles to run, in order. If there is none, Ansible is not started. */
  readonly pending: readonly string[]
  /** Hex digest of all roles of the machine in their order. */
  readonly digest: string
}

/** Plans the roles that a machine lacks. `applied` has the observed digests by role. */
export function planBaseline(
  { roles }: Baseline,
  { applied, force = false }: { readonly applied: ReadonlyMap<string, string>; readonly force?: boolean },
): BaselinePlan {
  return {
    pending: roles
      .filter(({ name, digest }) => force || applied.get(name) !== digest)
      .map(({ name }) => name),
    digest: sha256(canonicalJson(roles.map(({ name, digest }) => [name, digest]))),
  }
}
