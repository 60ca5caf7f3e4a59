/**
 * Every way in which programs are known to write a value down, and each of its longer lines in the same ways. The frame
 * of a PEM is no secret.
 */
export function everyForm(value: string): readonly string[] {
  const lines = value.split('\n').filter((line) => line.length >= 8 && !/^-----/.test(line))
  return [value, ...lines].flatMap(formsOf)
}

function formsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  return [
    text,
    bytes.toString('base64'),
    bytes.toString('base64url'),
    insideBase64(bytes),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encodeURIComponent(text),
    encodeURIComponent(text).replaceAll('%20', '+'),
    encodeURI(text),
    JSON.stringify(text).slice(1, -1),
    JSON.stringify(JSON.stringify(text)).slice(3, -3),
    text.replaceAll("'", `'\\''`),
    text.replaceAll("'", `'"'"'`),
    text.replace(/[\\"$`]/g, '\\$&'),
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
    text.replaceAll('\n', '\r\n'),
  ]
}

/** As it stands in the base64 of something longer, one byte from its beginning. */
function insideBase64(bytes: Buffer): string {
  const whole = Buffer.concat([Buffer.from('x'), bytes]).toString('base64')
  return whole.slice(2, Math.floor(((1 + bytes.length) * 8) / 6))
}

/** Every text in plain data, keys too. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)])
}
