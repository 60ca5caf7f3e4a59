import { isUtf8 } from 'node:buffer'
import { isText } from '../render/render-source.js'
import { convertTemplate } from './convert-template.js'
import type { ImportNote, ImportSecret } from './note.js'
import type { OlderFile } from './older-folder.js'
import { readText } from './read-text.js'

/** A file of the older layout as Drover takes it. */
export interface ConvertedSource {
  /** Absent when it could not be carried: the notes say why. */
  readonly bytes?: Buffer
  readonly needsSecrets: boolean
  /** Text that Drover must not take for a template. */
  readonly isVerbatim: boolean
  readonly notes: readonly ImportNote[]
  readonly secrets: readonly ImportSecret[]
}

export interface SourceContext {
  /** Tokens of the settings file by the name of the secret. */
  readonly tokens: ReadonlyMap<string, string>
}

const verbatimEnds = ['.js', '.css', '.ttf', '.ogg', '.jpg', '.png', '.webm', '.mp4']
/** What `filetype` 1.2.0 takes for pictures, sound and film, as far as it could begin a text as well. */
const verbatimStarts =
  /^(?:BM|GIF|8BPS|AC10|gimp xcf v|MThd|ID3|OggS|fLaC|M4A |#!AMR\n|FORM[\s\S]{4}AIFF|[\s\S]{4}ftyp)/

/** By the older scripts' rules: which files are templates is told by their names and first bytes. */
export function convertSource(found: OlderFile, { tokens }: SourceContext): ConvertedSource {
  const { file, path, inside } = found
  const { bytes } = file
  const plain = { needsSecrets: false, isVerbatim: false, notes: [], secrets: [] }
  const leaveOut = (message: string, line?: number): ConvertedSource => {
    const at = { file: path, ...(line !== undefined && { line }) }
    return { ...plain, notes: [{ kind: 'not-carried', at, message }] }
  }
  const name = inside.replace(/\.base$/, '')
  const start = bytes.subarray(0, 200).toString('latin1')
  const isVerbatim = verbatimEnds.some((end) => inside.endsWith(end)) || verbatimStarts.test(start)
  const text = readText(bytes)
  const held = [...tokens].filter(([, value]) => bytes.includes(value)).map(([token]) => token)
  if (isVerbatim || text === undefined) {
    if (held.length > 0) return leaveOut(`holds the value of ${held.join(', ')}, and is not a template`)
    const message = 'is not UTF-8, at which the older scripts stop; it is carried as it is'
    const notes: ImportNote[] =
      isVerbatim || isKnownBinary(bytes) ? [] : [{ kind: 'changed', at: { file: path }, message }]
    return { ...plain, bytes, isVerbatim: isText(bytes), notes }
  }
  if (text.includes('\0')) {
    if (text.includes('{{')) return leaveOut(`"${name}" holds NUL: Drover does not take it for a template`)
    if (held.length > 0) return leaveOut(`holds the value of ${held.join(', ')}, and is not a template`)
    return { ...plain, bytes: Buffer.from(text) }
  }
  const converted = convertTemplate(text)
  const notes = converted.notes.map(({ line, message }): ImportNote => {
    const kind = converted.text === undefined ? 'not-carried' : 'changed'
    return { kind, at: { file: path, line }, message }
  })
  if (converted.text === undefined) return { ...plain, notes }
  const written = replaceTokens(converted.text, tokens)
  if (written === undefined) return leaveOut(`holds the value of ${held.join(', ')} beside a brace`)
  return {
    bytes: Buffer.from(written),
    needsSecrets: converted.hasGenerated || held.length > 0,
    isVerbatim: false,
    notes: [
      ...notes,
      ...(bytes.includes('\r')
        ? [
            {
              kind: 'changed' as const,
              at: { file: path },
              message: 'has other line ends: all are "\\n", as on the machine',
            },
          ]
        : []),
    ],
    secrets: [],
  }
}

/** Undefined where a value stands right beside braces. */
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

/** Pictures, sound and film that are no text anyway. */
function isKnownBinary(bytes: Buffer): boolean {
  const hex = bytes.subarray(0, 12).toString('hex')
  if (isUtf8(bytes)) return false
  return /^(?:ffd8ff|89504e47|00000100|0000000c|49492a00|4d4d002a|49 ?49bc|52494646|fff[239b1]|1a45dfa3|464c5601|000001b|3026b275|0000001c|[0-9a-f]{8}66747970)/.test(
    hex,
  )
}
