import { inspect } from 'node:util'

/**
 * A value that must not be seen. Printing, serialising and inspecting it give
 * its name only; `reveal()` at the last moment gives the value.
 */
export class Secret {
  readonly name: string
  readonly #value: string

  constructor(name: string, value: string) {
    this.name = name
    this.#value = value
  }

  reveal(): string {
    return this.#value
  }

  toString(): string {
    return `[secret ${this.name}]`
  }

  toJSON(): string {
    return this.toString()
  }

  [inspect.custom](): string {
    return this.toString()
  }
}

/** Finds a secret by name; undefined when it was not given. */
export type SecretLookup = (name: string) => Secret | undefined
