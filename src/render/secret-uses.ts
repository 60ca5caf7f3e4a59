import type { GeneratedForm } from '../base/generated-form.js'
import type { SecretKind } from '../base/secret.js'
import type { Place } from './placed-problem.js'
import type { TemplateNode } from './template/template.js'

export interface SecretUse {
  readonly name: string
  readonly place: Place
  /** Made by Drover in this form; absent for one that is given. */
  readonly generated?: GeneratedForm
}

export function kindOf({ generated }: Pick<SecretUse, 'generated'>): SecretKind {
  return generated === undefined ? 'secret' : 'generated'
}

/** Every secret that a template may use, also where no machine may reach it. */
export function listSecretUses(nodes: readonly TemplateNode[]): readonly SecretUse[] {
  return nodes.flatMap((node): readonly SecretUse[] => {
    if (node.kind === 'secret') {
      const { name, place, generated } = node
      return [{ name, place, ...(generated === undefined ? {} : { generated }) }]
    }
    return 'body' in node ? [...listSecretUses(node.body), ...listSecretUses(node.otherwise)] : []
  })
}
