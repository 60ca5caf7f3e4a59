/** A text between the quotes of JSON, as JavaScript, Python, Go, PHP and .NET write it, and as JSON within JSON. */
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

/** A percent-encoded text, as different programs write it: with `+` for a space, with `/` kept, with small letters. */
export function uriForms(text: string): readonly string[] {
  // Lone surrogates, which have no encoding, become U+FFFD, as they do in any output of the process.
  const wellFormed = Buffer.from(text).toString()
  const component = encodeURIComponent(wellFormed)
  const strict = component.replace(/[!'()*]/g, (character) => `%${hex(character, 2).toUpperCase()}`)
  const forms = [component, strict, encodeURI(wellFormed)]
    .flatMap((form) => [form, form.replaceAll('%2F', '/')])
    .flatMap((form) => [form, form.replaceAll('%20', '+')])
  return forms.flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase())])
}

/** A text of XML and an attribute of XML, with the names and the numbers in use for quotes. */
export function xmlForms(text: string): readonly string[] {
  const base = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const double = ['"', '&quot;', '&#34;', '&#x22;']
  const single = ["'", '&apos;', '&#39;', '&#039;', '&#x27;']
  return double.flatMap((quote) =>
    single.map((apostrophe) => base.replaceAll('"', quote).replaceAll("'", apostrophe)),
  )
}

/** A text in single or double quotes of a POSIX shell; in the last form, as SQL and YAML write it, quotes are doubled. */
export function shellForms(text: string): readonly string[] {
  return [
    text.replaceAll("'", `'\\''`),
    text.replaceAll("'", `'"'"'`),
    text.replace(/[\\"$`]/g, '\\$&'),
    text.replaceAll("'", "''"),
  ]
}

/** A text as bash's `$'…'` and Python's `repr` show it. */
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
