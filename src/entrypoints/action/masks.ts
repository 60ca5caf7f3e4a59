/** Shorter ones would turn half of the log into asterisks; our own scrubber refuses them where they matter. */
const shortest = 4

/**
 * What to hand to the runner's masker for one secret. The runner masks a value and
 * each of its lines, so a value with a line such as `{` goes there line by line,
 * without the short ones: else every `{` in the log becomes asterisks.
 */
export function masksOf(value: string): readonly string[] {
  const lines = value.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  if (lines.every((line) => line.trim().length >= shortest)) return lines.length === 0 ? [] : [value]
  return lines.filter((line) => line.trim().length >= shortest)
}

/** The values in the input `secrets`; undefined when it is no JSON object of texts. Nothing of it may be shown. */
export function parseSecretValues(text: string): readonly string[] | undefined {
  let secrets: unknown
  try {
    secrets = JSON.parse(text)
  } catch {
    // The error of JSON.parse quotes the text, which is secret.
    return undefined
  }
  if (typeof secrets !== 'object' || secrets === null || Array.isArray(secrets)) return undefined
  const values: unknown[] = Object.values(secrets)
  return values.every((value) => typeof value === 'string') ? values : undefined
}
