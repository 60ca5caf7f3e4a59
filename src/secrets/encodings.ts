import { hiddenLines } from './hidden-lines.js'
import { jsonForms, quotedForms, shellForms, uriForms, xmlForms } from './text-forms.js'

/** One form in which a value may be written. */
export interface Encoded {
  readonly text: string
  /** The form's name in a placeholder; undefined for the unchanged value. */
  readonly form: string | undefined
}

/** Nothing shorter can be told from other text. */
const minPatternLength = 4

/**
 * Lists every form of a value that is searched for, each text once, the most exact
 * form first. Empty when the value is too short. A value that was compressed,
 * encrypted or cut is not covered.
 */
export function listEncodings(value: string): readonly Encoded[] {
  if (value.trim().length < minPatternLength) return []
  const found = new Map<string, Encoded>()
  for (const encoded of everyEncoding(value)) {
    if (encoded.text.length >= minPatternLength && !found.has(encoded.text)) found.set(encoded.text, encoded)
  }
  return [...found.values()]
}

function* everyEncoding(value: string): Generator<Encoded> {
  const unix = value.replaceAll('\r\n', '\n')
  // A shell drops the newlines at the end, and a terminal turns newlines into CR LF.
  const whole = [
    { text: value, form: undefined },
    { text: value.trim(), form: 'trimmed' },
    { text: unix, form: 'with LF' },
    { text: unix.replaceAll('\n', '\r\n'), form: 'with CRLF' },
    { text: unix.trim().replaceAll('\n', '\r\n'), form: 'with CRLF' },
    { text: unix.trim(), form: 'with LF' },
  ]
  yield* whole
  for (const text of new Set(whole.map((encoded) => encoded.text))) {
    yield* binaryForms(text)
    yield* textForms(text)
  }
  for (const { text, number } of hiddenLines(value)) {
    const form = `line ${number}`
    yield { text, form }
    for (const encoded of [...binaryForms(text), ...textForms(text)]) {
      yield { text: encoded.text, form: `${form} ${encoded.form}` }
    }
  }
}

function* textForms(text: string): Generator<Encoded> {
  for (const json of jsonForms(text)) yield { text: json, form: 'as JSON' }
  for (const uri of uriForms(text)) yield { text: uri, form: 'as URI' }
  for (const xml of xmlForms(text)) yield { text: xml, form: 'as XML' }
  for (const shell of shellForms(text)) yield { text: shell, form: 'as shell text' }
  for (const quoted of quotedForms(text)) yield { text: quoted, form: 'as quoted text' }
}

function* binaryForms(text: string): Generator<Encoded> {
  const bytes = Buffer.from(text)
  for (const { text: base64, form } of base64Forms(bytes)) {
    yield { text: base64, form }
    yield {
      text: base64.replaceAll('+', '-').replaceAll('/', '_'),
      form: form.replace('base64', 'base64url'),
    }
  }
  const hex = bytes.toString('hex')
  yield { text: hex, form: 'as hex' }
  yield { text: hex.toUpperCase(), form: 'as hex' }
}

function* base64Forms(bytes: Buffer): Generator<{ text: string; form: string }> {
  const whole = bytes.toString('base64')
  yield { text: whole, form: 'as base64' }
  yield { text: whole.replace(/=+$/, ''), form: 'as base64' }
  // Inside a longer text the value may start at any of three offsets; only
  // characters that do not depend on the text around it can be searched for.
  for (const offset of [0, 1, 2]) {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    const first = Math.ceil((offset * 8) / 6)
    const last = Math.floor(((offset + bytes.length) * 8) / 6)
    yield { text: padded.slice(first, last), form: 'as part of base64' }
  }
  // The widths at which openssl and base64 break lines.
  for (const width of [64, 76]) {
    if (whole.length <= width) continue
    for (const line of whole.match(new RegExp(`.{1,${width}}`, 'g')) ?? []) {
      if (line.length >= 8) yield { text: line, form: 'as part of base64' }
    }
  }
}
