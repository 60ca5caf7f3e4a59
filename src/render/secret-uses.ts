import type { GeneratedForm } from '../base/generated-form.js'
import type { SecretKind } from '../base/secret.js'
import type { Place } from './placed-problem.js'
import type { TemplateNode } from './template/template.js'

export interface SecretUse {
  readonly name: string
  readonly place: Place
  /** The form of a secret that Drover generates; absent for a given one. */
  readonly generated?: GeneratedForm
}

export function kindOf({ generated }: Pick<SecretUse, 'generated'>): SecretKind {
  return generated === undefined ? 'secret' : 'generated'
}

/** Lists every secret that a template may use, also in branches that no machine reaches. */
export function listSecretUses(nodes: readonly TemplateNode[]): readonly SecretUse[] {
  return nodes.flatMap((node): readonly SecretUse[] => {
    if (node.kind === 'secret') {
      const { name, place, generated } = node
      return [{ name, place, ...(generated === undefined ? {} : { generated }) }]
    }
    return 'body' in node ? [...listSecretUses(node.body), ...listSecretUses(node.otherwise)] : []
  })
}
