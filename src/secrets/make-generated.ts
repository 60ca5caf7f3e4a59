import { randomBytes, randomInt } from 'node:crypto'
import type { GeneratedForm } from '../base/generated-form.js'

/** A random value of this form, from the system's own source of randomness. */
export function makeGenerated({ alphabet, length }: GeneratedForm): string {
  // Bytes modulo ten would favour the small digits.
  if (alphabet === 'digits') return Array.from({ length }, () => randomInt(10)).join('')
  return randomBytes(length).toString(alphabet).slice(0, length)
}
