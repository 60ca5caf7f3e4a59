import { inspect } from 'node:util'

/** Where a value comes from: a person gave it, or Drover generated it and keeps it sealed on the branch. */
export type SecretKind = 'secret' | 'generated'

/** Name of the secret that opens the sealed files of the config branch. */
export const sealKeySecret = 'DROVER_SEAL_KEY'

/**
 * A value that must not be seen. Printing, serialising and inspecting a secret give
 * its name only. `reveal()` gives the value and is called at the last moment.
 */
export class Secret {
  readonly name: string
  readonly kind: SecretKind
  readonly #value: string

  constructor(name: string, value: string, { kind = 'secret' }: { readonly kind?: SecretKind } = {}) {
    this.name = name
    this.kind = kind
    this.#value = value
  }

  reveal(): string {
    return this.#value
  }

  toString(): string {
    return `[${this.kind} ${this.name}]`
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
