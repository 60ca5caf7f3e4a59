import type { Secret } from './secret.js'

/** What stands for a secret in a file that is shown or kept; `form` tells how the value was written when not as it is. */
export function placeholder({ kind, name }: Pick<Secret, 'kind' | 'name'>, form?: string): string {
  return form === undefined ? `{{${kind} "${name}"}}` : `{{${kind} "${name}" ${form}}}`
}
