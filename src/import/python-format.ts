export interface FormatPart {
  readonly text?: string
  readonly name?: string
}

/**
 * Splits a text of Python's `str.format` into parts. Undefined when Python would raise an error, or when a
 * field is more than a plain name of `known`.
 */
export function readFormat(text: string, known: readonly string[]): readonly FormatPart[] | undefined {
  const parts: FormatPart[] = []
  const tokens = text.matchAll(
    /(?<open>\{\{)|(?<close>\}\})|\{(?<name>[^{}]*)\}|(?<stray>[{}])|(?<text>[^{}]+)/g,
  )
  for (const { groups = {} } of tokens) {
    const { open, close, name, stray } = groups
    if (stray !== undefined || (name !== undefined && !known.includes(name))) return undefined
    if (name !== undefined) parts.push({ name })
    else parts.push({ text: open ? '{' : close ? '}' : (groups.text ?? '') })
  }
  return parts
}

/** Converts such a text to a Handlebars template; undefined when braces of the text would run into those of a value. */
export function formatToTemplate(
  parts: readonly FormatPart[],
  names: Readonly<Record<string, string>>,
): string | undefined {
  let template = ''
  for (const { text, name } of parts) {
    if (name !== undefined) {
      if (template.endsWith('{') && !template.endsWith('}}')) return undefined
      template += `${template.endsWith('\\') ? '\\' : ''}{{${names[name] ?? ''}}}`
    } else if (text !== undefined) {
      template += template.endsWith('}}') && text.startsWith('}') ? `{{!}}${text}` : text
    }
  }
  const own = template.replaceAll(/\{\{[^{}]*\}\}/g, '')
  return own.includes('{{') ? undefined : template
}
