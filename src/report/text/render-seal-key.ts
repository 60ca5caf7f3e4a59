import type { SealKeyData } from '../result-data.js'

/** A file of age, and nothing else: it goes into a file or a pipe. */
export function renderSealKey({ identity, recipient }: SealKeyData): string {
  return `# recipient: ${recipient}\n${identity}\n`
}
