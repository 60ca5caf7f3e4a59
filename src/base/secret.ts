import { inspect } from 'node:util'

/** Where a value comes from: somebody gave it, or Drover made it and keeps it sealed on the branch. */
export type SecretKind = 'secret' | 'generated'

/** The secret that opens what is sealed on the config branch. */
export const sealKeySecret = 'DROVER_SEAL_KEY'

/**
 * A value that must not be seen. Printing, serialising and inspecting it give
 * its name only; `reveal()` at the last moment gives the value.
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
