import { inspect } from 'node:util'

/**
 * A file's content that may hold secrets. Printing, serialising and inspecting it give its size only;
 * `reveal()` gives the bytes where they are hashed, compared or packed.
 */
export class SecretBytes {
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  reveal(): Buffer {
    return this.#bytes
  }

  toString(): string {
    return `[${this.#bytes.length} bytes]`
  }

  toJSON(): string {
    return this.toString()
  }

  [inspect.custom](): string {
    return this.toString()
  }
}
