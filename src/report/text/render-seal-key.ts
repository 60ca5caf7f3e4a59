import type { Json } from '../../base/json.js'

export interface SealKeyData {
  readonly identity: string
  readonly recipient: string
}

/** A file of age, and nothing else: it goes into a file or a pipe. */
export function renderSealKey({ identity, recipient }: SealKeyData): string {
  return `# recipient: ${recipient}\n${identity}\n`
}

export function parseSealKey(data: Json | undefined): SealKeyData | undefined {
  if (typeof data !== 'object' || data === null || !('identity' in data)) return undefined
  const { identity, recipient } = data
  return typeof identity === 'string' && typeof recipient === 'string' ? { identity, recipient } : undefined
}
