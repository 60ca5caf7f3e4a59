import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Location, Problem } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import type { ImportNote, ImportSecret } from './note.js'
import { readText } from './read-text.js'

export const settingsFile = 'settings/CREDS.YAML'

/** The content of the older scripts' settings file. */
export interface OlderSettings {
  /** The login user; `ubuntu` by default. */
  readonly user: string
  readonly domain?: string
  readonly email?: string
  readonly flockConfig?: { readonly path: string; readonly at: Location }
  readonly deployGroup?: string
  /** For a provider of EC2 machines. */
  readonly ec2: JsonObject
  /** Path of the private key on the computer that ran the scripts. */
  readonly keyFile?: string
  /** Keys that the scripts do not know, with their values: tokens that people keep there. */
  readonly tokens: ReadonlyMap<string, string>
  readonly secrets: readonly ImportSecret[]
  readonly notes: readonly ImportNote[]
  readonly problems: readonly Problem[]
}

/** A shorter value may be in any file by chance. */
const minTokenLength = 8

const known = [
  ...['user', 'key_filename', 'aws_keyname', 'aws_subnet_id', 'aws_security_group', 'owner', 'email'],
  ...['domain', 'flock-config', 'deploy-group', 'ec2_tags'],
]

/** Reads the settings file. Throws all problems at once; no problem contains a value of the file. */
export function readSettings(bytes: Buffer | undefined): OlderSettings {
  const text = bytes === undefined ? '' : readText(bytes)
  const lines = new LineCounter()
  const document = parseDocument(text ?? '', { lineCounter: lines, prettyErrors: false, logLevel: 'silent' })
  const at = (offset: number | undefined): Location => ({
    file: settingsFile,
    line: Math.max(lines.linePos(offset ?? 0).line, 1),
  })
  const [wrong] = document.errors
  const data = wrong === undefined ? readData(document) : undefined
  const { contents } = document
  if (text === undefined || data === undefined || (contents !== null && !isMap(contents))) {
    const message = `${settingsFile}: is not a YAML map of settings`
    const problem: Problem = {
      reason: 'invalid-argument',
      message,
      at: at(wrong?.pos[0]),
      hint: 'correct the file, or remove it',
    }
    return { ...empty, problems: [problem] }
  }
  const values = (data ?? {}) as Readonly<Record<string, unknown>>
  const places = new Map(
    (contents?.items ?? []).map(({ key }) => [
      isScalar(key) ? String(key.value) : '',
      at(isScalar(key) ? key.range?.[0] : 0),
    ]),
  )
  return interpret(values, (key) => places.get(key) ?? { file: settingsFile })
}

/** Undefined when yaml throws, for aliases that point nowhere or that would make the data explode. */
function readData(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS() as unknown
  } catch (error) {
    if (error instanceof ReferenceError) return undefined
    throw error
  }
}

const empty: OlderSettings = {
  user: 'ubuntu',
  ec2: {},
  tokens: new Map(),
  secrets: [],
  notes: [],
  problems: [],
}

function interpret(values: Readonly<Record<string, unknown>>, at: (key: string) => Location): OlderSettings {
  const notes: ImportNote[] = []
  const take = (key: string, pattern: RegExp): string | undefined => {
    const value = values[key]
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value === 'string' && pattern.test(value)) return value
    notes.push({
      kind: 'not-carried',
      at: at(key),
      message: `"${key}" has a form that Drover does not accept`,
    })
    return undefined
  }
  const user = take('user', /^[a-z_][a-z0-9_-]{0,31}$/)
  const domain = take('domain', /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/)
  const email = take('email', /^[^\s<>&"]+@[^\s<>&"]+$/)
  const flockConfig = take('flock-config', /^[^\0-\x1f]+$/)
  const deployGroup = take('deploy-group', /^.{1,256}$/)
  const keyFile = take('key_filename', /^[^\0-\x1f]+$/)
  const subnet = take('aws_subnet_id', /^subnet-[0-9a-f]{8,17}$/)
  const group = take('aws_security_group', /^[\w.:/()#,@[\]+=&;{}!$*-]{1,255}$/)
  const tags = readTags(values, { at, notes })
  if (user === undefined) {
    const message = 'no user is given: "ubuntu" is taken for it'
    notes.push({ kind: 'guessed', at: at('user'), message })
  }
  if (domain === undefined) {
    const message = 'no domain is given: "vars.domain" is empty, and no machine has a DNS name'
    notes.push({ kind: 'guessed', at: at('domain'), message })
  }
  if (values.aws_keyname !== undefined) {
    const message = '"aws_keyname" is not needed: Drover gives a machine its own key'
    notes.push({ kind: 'changed', at: at('aws_keyname'), message })
  }
  const tokens = Object.entries(values).filter(([key]) => !known.includes(key))
  return {
    user: user ?? 'ubuntu',
    ...(domain !== undefined && { domain }),
    ...(email !== undefined && { email }),
    ...(flockConfig !== undefined && { flockConfig: { path: flockConfig, at: at('flock-config') } }),
    ...(deployGroup !== undefined && { deployGroup }),
    ...(keyFile !== undefined && { keyFile }),
    ec2: {
      ...(subnet !== undefined && { subnet }),
      ...(group !== undefined && { 'security-groups': [group] }),
      ...(Object.keys(tags).length > 0 && { tags }),
    },
    tokens: new Map(
      tokens.flatMap(([key, value]) =>
        typeof value === 'string' && value.length >= minTokenLength ? [[secretName(key), value]] : [],
      ),
    ),
    secrets: tokens.map(([key]) => ({ name: secretName(key), at: at(key) })),
    notes,
    problems: [],
  }
}

interface TagContext {
  readonly at: (key: string) => Location
  readonly notes: ImportNote[]
}

function readTags(values: Readonly<Record<string, unknown>>, { at, notes }: TagContext): JsonObject {
  const more = typeof values.ec2_tags === 'object' ? Object.entries(values.ec2_tags ?? {}) : []
  const all: readonly (readonly [string, unknown, string])[] = [
    ['Owner', values.owner, 'owner'],
    ['deploy-group', values['deploy-group'], 'deploy-group'],
    ...more.map(([key, value]) => [key, value, 'ec2_tags'] as const),
  ]
  return Object.fromEntries(
    all.flatMap(([key, value, from]) => {
      if (value === undefined || value === null || value === '') return []
      const isGood = /^(?!(?:aws|drover):|Name$)[^\p{Cc}]{1,128}$/iu.test(key) && String(value).length <= 256
      if (isGood && typeof value !== 'object') return [[key, String(value)]]
      notes.push({ kind: 'not-carried', at: at(from), message: `the tag "${key}" cannot be carried` })
      return []
    }),
  )
}

/** Makes a name that GitHub accepts for a secret from any text. */
export function secretName(text: string): string {
  const name = text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  return /^[A-Z]/.test(name) && !name.startsWith('GITHUB_') ? name : `FILE_${name}`
}
