import type { JsonObject } from '../base/json.js'
import { evaluateTemplate } from '../render/template/evaluate-template.js'
import { readTemplate } from '../render/template/read-template.js'
import { type Piece, readMustache, type Tag } from './mustache.js'

interface TemplateNote {
  readonly line: number
  readonly message: string
}

export interface ConvertedTemplate {
  /** Absent when Drover's templates cannot express it; the notes say why. */
  readonly text?: string
  /** Whether the template contains a random value. */
  readonly hasGenerated: boolean
  readonly notes: readonly TemplateNote[]
}

/** Names that the older scripts give a template, with the names in Drover's templates. */
const names: Readonly<Record<string, string>> = {
  hostname: 'machine.name',
  domain: 'vars.domain',
  nginx_root_options: 'vars.nginx_root_options',
}
const generated = /^RANDOM[0-9]$/
const partOfValue = /^(?:hostname|domain|nginx_root_options|RANDOM[0-9])\./

/** Every template is tried with these values: the result must be the same as that of chevron. */
const sample: JsonObject = {
  vars: { domain: 'example.org', nginx_root_options: '' },
  machine: { name: 'sample' },
}
const sampleValues: Readonly<Record<string, string>> = {
  hostname: 'sample',
  domain: 'example.org',
  nginx_root_options: '',
}

/**
 * Converts a mustache template to a Handlebars template of Drover's that renders to the same bytes. Names
 * without a value are empty in mustache and an error in Drover: they are removed, and noted.
 */
export function convertTemplate(text: string): ConvertedTemplate {
  const { pieces, fault } = readMustache(text)
  const tags = pieces.flatMap(({ tag }) => tag ?? [])
  const hasGenerated = tags.some(({ key, kind }) => kind === 'variable' && generated.test(key))
  if (fault !== undefined) {
    const message = `${fault.message}: the older scripts stop here`
    return { hasGenerated, notes: [{ ...fault, message }] }
  }
  const refused = findRefused(tags)
  if (refused.length > 0) return { hasGenerated, notes: refused }
  const converted = write(pieces)
  const seen = readTemplate(converted)
  const evaluated = evaluateTemplate(seen.nodes, sample)
  const got = evaluated.parts.map((part) => (typeof part === 'string' ? part : `\0${part.name}\0`)).join('')
  if (seen.problems.length + evaluated.problems.length > 0 || got !== renderMustache(pieces)) {
    const message = 'Drover would give other blank lines or braces here than the older scripts'
    return { hasGenerated, notes: [{ line: tags[0]?.line ?? 1, message }] }
  }
  const unknown = tags.filter(({ kind, key }) => kind === 'variable' && !isKnown(key))
  const notes = unknown.map(({ key, line }) => ({
    line,
    message: `"{{${key}}}" is a name without a value: it is empty, and was removed`,
  }))
  return { text: converted, hasGenerated, notes }
}

/** Finds tags that Drover's templates do not have, or have with another effect. */
function findRefused(tags: readonly Tag[]): readonly TemplateNote[] {
  let depth = 0
  return tags.flatMap((tag): TemplateNote[] => {
    const message = findFault(tag, depth)
    if (tag.kind === 'section' || tag.kind === 'inverted') depth += 1
    if (tag.kind === 'end') depth -= 1
    return message === undefined ? [] : [{ line: tag.line, message }]
  })
}

function findFault({ kind, key }: Tag, depth: number): string | undefined {
  switch (kind) {
    case 'section':
    case 'inverted':
      if (generated.test(key)) return `"{{#${key}}}": a secret cannot decide what a template holds`
      return /^\w+$/.test(key) ? undefined : `"{{#${key}}}" is not the name of one value`
    case 'partial':
      return `"{{> ${key}}}": there are no partials`
    case 'delimiter':
      return 'other delimiters are not supported'
    case 'silent':
      return '"{{{" is not closed by "}}}"'
    case 'variable': {
      // chevron would look such a name up in Python's own text objects.
      const isOfPython = depth > 0 || key === '.' || partOfValue.test(key)
      return isOfPython && !isKnown(key) ? `"{{${key}}}" has no counterpart` : undefined
    }
    default:
      return undefined
  }
}

function isKnown(key: string): boolean {
  return Object.hasOwn(names, key) || generated.test(key)
}

function write(pieces: readonly Piece[]): string {
  const open: string[] = []
  const parts = pieces.map(({ before, kept, after, tag }, index): string => {
    const literal = `${before}${kept}${after}`
    const written = tag === undefined ? '' : writeTag(tag, open)
    if (written === '') return literal
    // Handlebars reads a backslash before a tag as an escape, and a brace after a tag as a part of the tag.
    const escaped = literal.endsWith('\\') ? `${literal}\\` : literal
    const next = pieces[index + 1]
    const isBrace = next !== undefined && `${next.before}${next.kept}`.startsWith('}')
    return `${escaped}${written}${isBrace ? '{{!}}' : ''}`
  })
  return parts.join('')
}

function writeTag({ kind, key }: Tag, open: string[]): string {
  if (kind === 'comment') return key.includes('--') || key === '' ? '{{!}}' : `{{!-- ${key} --}}`
  if (kind === 'end') return `{{/${open.pop()}}}`
  const path = names[key] ?? `vars.${key}`
  if (kind === 'section' || kind === 'inverted') {
    const block = kind === 'section' ? 'if' : 'unless'
    open.push(block)
    return `{{#${block} ${path}}}`
  }
  if (generated.test(key)) return `{{generated "${key}" "hex" 32}}`
  return isKnown(key) ? `{{${path}}}` : ''
}

/** Renders the pieces as chevron does, with the sample's values. */
function renderMustache(pieces: readonly Piece[]): string {
  const shown: boolean[] = []
  let text = ''
  for (const { kept, tag } of pieces) {
    if (shown.every(Boolean)) text += kept
    if (tag === undefined) continue
    const value = sampleValues[tag.key] ?? ''
    if (tag.kind === 'section') shown.push(value !== '')
    else if (tag.kind === 'inverted') shown.push(value === '')
    else if (tag.kind === 'end') shown.pop()
    else if (tag.kind === 'variable' && shown.every(Boolean)) {
      text += generated.test(tag.key) ? `\0${tag.key}\0` : value
    }
  }
  return text
}
