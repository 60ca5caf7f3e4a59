import type { Secret } from './secret.js'

/** The text that stands for a secret in a file that is shown or kept. `form` names the encoding of the value, if it was encoded. */
export function placeholder({ kind, name }: Pick<Secret, 'kind' | 'name'>, form?: string): string {
  return form === undefined ? `{{${kind} "${name}"}}` : `{{${kind} "${name}" ${form}}}`
}
