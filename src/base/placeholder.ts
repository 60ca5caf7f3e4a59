/** What stands for a secret in a file that is shown or kept; `form` tells how the value was written when not as it is. */
export function placeholder(name: string, form?: string): string {
  return form === undefined ? `{{secret "${name}"}}` : `{{secret "${name}" ${form}}}`
}
