/** As JSON writers put it between quotes: JavaScript, Python, Go, PHP, .NET, and JSON within JSON. */
export function jsonForms(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1)
  const variants = [json, escapeBeyondAscii(json, 'lower'), escapeBeyondAscii(json, 'upper')].flatMap(
    (form) => [
      form,
      form.replaceAll('/', '\\/'),
      form.replace(/[<>&]/g, (character) => unicodeEscape(character)),
      form
        .replaceAll('\\"', '\\u0022')
        .replace(/[<>&'+`]/g, (character) => unicodeEscape(character).toUpperCase().replace('U', 'u')),
    ],
  )
  return [...variants, JSON.stringify(json).slice(1, -1)]
}

/** Percent-encoded, by the habits of different writers: `+` for a space, `/` kept, small letters. */
export function uriForms(text: string): readonly string[] {
  // Lone surrogates, which have no encoding, become U+FFFD as they do on any way out of the process.
  const wellFormed = Buffer.from(text).toString()
  const component = encodeURIComponent(wellFormed)
  const strict = component.replace(/[!'()*]/g, (character) => `%${hex(character, 2).toUpperCase()}`)
  const forms = [component, strict, encodeURI(wellFormed)]
    .flatMap((form) => [form, form.replaceAll('%2F', '/')])
    .flatMap((form) => [form, form.replaceAll('%20', '+')])
  return forms.flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase())])
}

/** As text and as an attribute, with the names and the numbers in use for quotes. */
export function xmlForms(text: string): readonly string[] {
  const base = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const double = ['"', '&quot;', '&#34;', '&#x22;']
  const single = ["'", '&apos;', '&#39;', '&#039;', '&#x27;']
  return double.flatMap((quote) =>
    single.map((apostrophe) => base.replaceAll('"', quote).replaceAll("'", apostrophe)),
  )
}

/** Inside single or double quotes of a POSIX shell; the last is also how SQL and YAML double a quote. */
export function shellForms(text: string): readonly string[] {
  return [
    text.replaceAll("'", `'\\''`),
    text.replaceAll("'", `'"'"'`),
    text.replace(/[\\"$`]/g, '\\$&'),
    text.replaceAll("'", "''"),
  ]
}

/** As bash's `$'…'` and Python's `repr` show it. */
export function quotedForms(text: string): readonly string[] {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  return [escaped, escaped.replaceAll("'", "\\'")]
}

function escapeBeyondAscii(text: string, letters: 'lower' | 'upper'): string {
  return text.replace(/[\u007f-\uffff]/g, (unit) => {
    const digits = hex(unit, 4)
    return `\\u${letters === 'upper' ? digits.toUpperCase() : digits}`
  })
}

function unicodeEscape(character: string): string {
  return `\\u${hex(character, 4)}`
}

function hex(character: string, width: number): string {
  return character.charCodeAt(0).toString(16).padStart(width, '0')
}
