/**
 * The value with every text in it cleaned, however deep it stands; keys are texts, too. Only what JSON has is looked
 * into: a `Buffer`, a class of ours or a function stays what it is.
 */
export function cleanTexts<T>(value: T, clean: (text: string) => string): T {
  return cleanValue(value, { clean: remember(clean), keepsKind: false }) as T
}

/** As `cleanTexts`; the `kind` of an object stays: it says which form of a union this is, from a closed list. */
export function cleanUnion<T>(value: T, clean: (text: string) => string): T {
  return cleanValue(value, { clean: remember(clean), keepsKind: true }) as T
}

interface Cleaning {
  readonly clean: (text: string) => string
  readonly keepsKind: boolean
}

function cleanValue(value: unknown, cleaning: Cleaning): unknown {
  const { clean, keepsKind } = cleaning
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map((one) => cleanValue(one, cleaning))
  if (!isPlain(value)) return value
  const entries = Object.entries(value).map(([key, one]) =>
    keepsKind && key === 'kind' ? [key, one] : [clean(key), cleanValue(one, cleaning)],
  )
  return Object.fromEntries(entries)
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** Keys and words come again and again. */
function remember(clean: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const cleaned = known.get(text) ?? clean(text)
    known.set(text, cleaned)
    return cleaned
  }
}
