import { isUtf8 } from 'node:buffer'
import { placeholder } from '../base/placeholder.js'
import type { Secret } from '../base/secret.js'
import type { SecretBytes } from '../base/secret-bytes.js'
import { listEncodings } from './encodings.js'
import { type Matcher, makeMatcher, type Pattern } from './matcher.js'

/** What a desired file looks like with and without its secrets. */
interface Rendered {
  readonly bytes: SecretBytes
  readonly shown: Buffer
}

export interface RestoreInput {
  readonly found: Buffer
  /** The desired file of the same destination, if there is one. */
  readonly file: Rendered | undefined
  readonly secrets: readonly Secret[]
}

/**
 * Replaces each secret in an observed file by its placeholder. Undefined when that
 * is not possible, because the file is binary and holds a secret, or a part of one
 * is left over: the file must not be kept then. Bytes without secrets stay as they are.
 */
export function restorePlaceholders({ found, file, secrets }: RestoreInput): Buffer | undefined {
  if (file !== undefined && found.equals(file.bytes.reveal())) return file.shown
  // One character for each byte, so that what is not UTF-8 stays as it is.
  const text = found.toString('latin1')
  if (found.includes(0) || !isUtf8(found)) {
    return holdsSecret(text, makeMatcher(patternsOf(secrets, 'binary'))) ? undefined : found
  }
  const matcher = makeMatcher(patternsOf(secrets, 'text'))
  const restored = matcher.replace(text)
  return holdsSecret(restored, matcher) ? undefined : Buffer.from(restored, 'latin1')
}

function patternsOf(secrets: readonly Secret[], kind: 'binary' | 'text'): Iterable<Pattern> {
  const patterns = new Map<string, Pattern>()
  const add = (text: string, replacement: string): void => {
    if (!patterns.has(text)) patterns.set(text, { text, replacement })
  }
  for (const secret of secrets) {
    const own = latin1(Buffer.from(placeholder(secret)))
    add(own, own)
    for (const { text, form } of listEncodings(secret.reveal())) {
      const replacement = latin1(Buffer.from(placeholder(secret, form)))
      // The placeholder itself stays, even where its words are some secret's value.
      add(replacement, replacement)
      add(latin1(Buffer.from(text)), replacement)
      if (kind === 'text') continue
      const wide = Buffer.from(text, 'utf16le')
      add(latin1(wide), replacement)
      add(latin1(wide.swap16()), replacement)
    }
  }
  return patterns.values()
}

function latin1(bytes: Buffer): string {
  return bytes.toString('latin1')
}

function holdsSecret(text: string, matcher: Matcher): boolean {
  return matcher
    .find(text)
    .some(({ patterns }) => patterns.some((pattern) => pattern.text !== pattern.replacement))
}
