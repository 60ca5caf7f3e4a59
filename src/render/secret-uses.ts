import type { Place } from './placed-problem.js'
import type { TemplateNode } from './template.js'

export interface SecretUse {
  readonly name: string
  readonly place: Place
}

/** Every secret that a template may use, also where no machine may reach it. */
export function listSecretUses(nodes: readonly TemplateNode[]): readonly SecretUse[] {
  return nodes.flatMap((node): readonly SecretUse[] => {
    if (node.kind === 'secret') return [{ name: node.name, place: node.place }]
    return 'body' in node ? [...listSecretUses(node.body), ...listSecretUses(node.otherwise)] : []
  })
}
