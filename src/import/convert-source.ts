import { isText } from '../render/render-source.js'
import { convertTemplate } from './convert-template.js'
import { guessSecrets } from './guess-secrets.js'
import type { ImportNote, ImportSecret } from './note.js'
import type { OlderFile } from './older-folder.js'
import { readText } from './read-text.js'
import { isSecretFile } from './secret-files.js'

/** A file of the older layout, converted for Drover. */
export interface ConvertedSource {
  /** Absent when the file could not be converted; the notes say why. */
  readonly bytes?: Buffer
  readonly needsSecrets: boolean
  /** True for a text that Drover must not render as a template. */
  readonly isVerbatim: boolean
  /** True for a file that is never fetched from a machine: a change there could not be distinguished from a secret. */
  readonly isPrivate: boolean
  readonly notes: readonly ImportNote[]
  readonly secrets: readonly ImportSecret[]
}

export interface SourceContext {
  /** Tokens of the settings file by the name of the secret. */
  readonly tokens: ReadonlyMap<string, string>
}

const verbatimExtensions = ['.js', '.css', '.ttf', '.ogg', '.jpg', '.png', '.webm', '.mp4']
/** Beginnings of files that `filetype` 1.2.0 takes for pictures, sound and film, as far as a text could begin like that, too. */
const verbatimStarts =
  /^(?:BM|GIF|8BPS|AC10|gimp xcf v|MThd|ID3|OggS|fLaC|M4A |#!AMR\n|FORM[\s\S]{4}AIFF|[\s\S]{4}ftyp)/

/** Converts a file by the older scripts' rules: names and first bytes decide which files are templates. */
export function convertSource(found: OlderFile, { tokens }: SourceContext): ConvertedSource {
  const { bytes } = found.file
  const text = readText(bytes)
  const start = bytes.subarray(0, 200).toString('latin1')
  const isVerbatim =
    verbatimExtensions.some((end) => found.inside.endsWith(end)) || verbatimStarts.test(start)
  const held = [...tokens].filter(([, value]) => bytes.includes(value)).map(([token]) => token)
  if (!isVerbatim && text !== undefined && !text.includes('\0')) {
    return convertText(found, { text, tokens, held })
  }
  if (held.length > 0) {
    return leaveOut(found, `holds the value of ${held.join(', ')}, and is not a template`)
  }
  if (isVerbatim) return { ...plain, bytes, isVerbatim: isText(bytes) }
  if (text === undefined) {
    const message = 'is not UTF-8 text: it is carried as it is'
    return { ...plain, bytes, notes: [{ kind: 'changed', at: { file: found.path }, message }] }
  }
  if (text.includes('{{')) return leaveOut(found, 'holds NUL: Drover does not take it for a template')
  return { ...plain, bytes: Buffer.from(text) }
}

const plain = { needsSecrets: false, isVerbatim: false, isPrivate: false, notes: [], secrets: [] }

function leaveOut({ path }: OlderFile, message: string): ConvertedSource {
  return { ...plain, notes: [{ kind: 'not-carried', at: { file: path }, message }] }
}

interface Text extends SourceContext {
  readonly text: string
  /** Names of the tokens whose values are in the text. */
  readonly held: readonly string[]
}

function convertText(found: OlderFile, { text, tokens, held }: Text): ConvertedSource {
  const { path, inside, file } = found
  const converted = convertTemplate(text)
  const notes = converted.notes.map(({ line, message }): ImportNote => {
    const kind = converted.text === undefined ? 'not-carried' : 'changed'
    return { kind, at: { file: path, line }, message }
  })
  if (converted.text === undefined) return { ...plain, notes }
  const named = inside.replace(/^config\//, 'file ').replace(/\.base$/, '')
  const isSettings = isSecretFile(inside.replace(/\.base$/, ''))
  const { text: guarded, guessed } = isSettings
    ? guessSecrets(converted.text, named)
    : { text: converted.text, guessed: [] }
  const written = replaceTokens(guarded, tokens)
  if (written === undefined) return leaveOut(found, `holds the value of ${held.join(', ')} beside a brace`)
  if (file.bytes.includes('\r')) {
    const message = 'has other line ends: all are "\\n", as on the machine'
    notes.push({ kind: 'changed', at: { file: path }, message })
  }
  for (const { name, line } of guessed) {
    notes.push({
      kind: 'guessed',
      at: { file: path, line },
      message: `a value is taken for the secret ${name}`,
    })
  }
  return {
    bytes: Buffer.from(written),
    needsSecrets: converted.hasGenerated || held.length > 0 || guessed.length > 0 || isSettings,
    isVerbatim: false,
    isPrivate: isSettings && !converted.hasGenerated,
    notes,
    secrets: guessed.map(({ name, line }) => ({ name, at: { file: path, line } })),
  }
}

/** Undefined when a value is right beside braces. */
function replaceTokens(text: string, tokens: ReadonlyMap<string, string>): string | undefined {
  let written = text
  for (const [name, value] of [...tokens].sort(([, one], [, other]) => other.length - one.length)) {
    if (!written.includes(value)) continue
    const parts = written.split(value)
    const isBeside = parts.some(
      (part, at) => (at > 0 && part.startsWith('}')) || (at < parts.length - 1 && /[{\\]$/.test(part)),
    )
    if (isBeside || value.includes('{{')) return undefined
    written = parts.join(`{{secret "${name}"}}`)
  }
  return written
}
