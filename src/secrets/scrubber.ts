import type { Secret } from '../base/secret.js'
import { neutralise } from '../base/text/neutralise.js'
import { listEncodings } from './encodings.js'
import { type Matcher, makeMatcher, type Pattern } from './matcher.js'

/**
 * Knows secrets and their common encodings and removes them from texts. It does not search
 * for a value with fewer than four visible characters, which a secret source refuses.
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

  /** Replaces each value and encoding by `[secret NAME]`. Scrubbing twice changes nothing more. */
  scrub(text: string): string {
    return this.matcher().replace(text)
  }

  /**
   * Scrubs and neutralises output of a machine. It scrubs before and after:
   * neutralising changes a value that contains control characters, and joins
   * the parts of a value with colours in it.
   */
  clean(text: string): string {
    return this.scrub(neutralise(this.scrub(text)))
  }

  /** The matcher for the present secrets, which is valid until the next `add`. */
  matcher(): Matcher {
    this.#matcher ??= makeMatcher(this.#patterns.values())
    return this.#matcher
  }
}
