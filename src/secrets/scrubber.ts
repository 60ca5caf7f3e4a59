import { neutralise } from '../base/neutralise.js'
import type { Secret } from '../base/secret.js'
import { listEncodings } from './encodings.js'
import { type Matcher, makeMatcher, type Pattern } from './matcher.js'

/**
 * Knows secrets and their common encodings and takes them out of texts. A value
 * with fewer than four visible characters is not looked for: a secret source refuses it.
 */
export class Scrubber {
  readonly #patterns = new Map<string, Pattern>()
  readonly #known = new Map<string, Set<string>>()
  #matcher: Matcher | undefined

  /** True when it was added before: by this name, with this value. */
  knows(secret: Secret): boolean {
    return this.#known.get(secret.toString())?.has(secret.reveal()) ?? false
  }

  add(secret: Secret): void {
    if (this.knows(secret)) return
    const replacement = secret.toString()
    this.#known.set(replacement, (this.#known.get(replacement) ?? new Set()).add(secret.reveal()))
    // What was put in place of a secret stays, even where the name holds a value.
    this.#patterns.set(replacement, { text: replacement, replacement })
    for (const { text } of listEncodings(secret.reveal())) {
      if (!this.#patterns.has(text)) this.#patterns.set(text, { text, replacement })
    }
    this.#matcher = undefined
  }

  /** Puts `[secret NAME]` in place of each value and encoding. Doing it twice changes nothing more. */
  scrub(text: string): string {
    return this.matcher().replace(text)
  }

  /**
   * Scrubs and neutralises output of a machine. Scrubs on both sides:
   * neutralising changes a value that holds control characters, and brings
   * together a value with colours in it.
   */
  clean(text: string): string {
    return this.scrub(neutralise(this.scrub(text)))
  }

  /** Stays valid until the next `add`. */
  matcher(): Matcher {
    this.#matcher ??= makeMatcher(this.#patterns.values())
    return this.#matcher
  }
}
