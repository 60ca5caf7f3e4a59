export const generatedAlphabets = ['base64url', 'hex', 'digits'] as const

/** How a generated value is written. */
export interface GeneratedForm {
  readonly alphabet: (typeof generatedAlphabets)[number]
  /** In characters. */
  readonly length: number
}

/** A shorter value could be guessed, and could not be distinguished from other text. */
export const minGeneratedLength = 8
export const maxGeneratedLength = 1024

/** The lengths stand for 32 bytes without padding, 32 bytes, and about as many digits as 64 bits have. */
export const defaultLengths = { base64url: 43, hex: 64, digits: 20 } as const satisfies Record<
  GeneratedForm['alphabet'],
  number
>
