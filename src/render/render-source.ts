import { isUtf8 } from 'node:buffer'
import type { JsonObject } from '../base/json.js'
import { placeholder } from '../base/placeholder.js'
import type { Secret } from '../base/secret.js'
import { SecretBytes } from '../base/secret-bytes.js'
import type { TreeFile } from '../base/tree.js'
import type { ReasonedProblem } from './placed-problem.js'
import { kindOf, listSecretUses, type SecretUse } from './secret-uses.js'
import { evaluateTemplate, type Part } from './template/evaluate-template.js'
import { readTemplateFile } from './template/read-template.js'

export interface SourceToRender {
  readonly file: TreeFile
  readonly mayUseSecrets: boolean
  readonly context: JsonObject
  /** Undefined for a secret that was not given or cannot be used, which is reported elsewhere. */
  readonly secret: (use: SecretUse) => Secret | undefined
}

export interface RenderedSource {
  readonly bytes: SecretBytes
  readonly shown: Buffer
  readonly secrets: readonly string[]
  readonly problems: readonly ReasonedProblem[]
}

/** Text is valid UTF-8 without NUL. Other files are never rendered. */
export function isText(bytes: Buffer): boolean {
  return !bytes.includes(0) && isUtf8(bytes)
}

/** Renders a source. Everything but template expressions is kept byte for byte: line endings, a byte order mark, a missing last newline. */
export function renderSource({ file, mayUseSecrets, context, secret }: SourceToRender): RenderedSource {
  const template = readTemplateFile(file)
  const { parts, problems } = evaluateTemplate(template.nodes, context)
  const misplaced = mayUseSecrets ? [] : listSecretUses(template.nodes).map(misplacedSecret)
  const uses = mayUseSecrets ? parts.filter((part) => typeof part !== 'string') : []
  const values: Values = new Map(uses.map((use) => [keyOf(use), secret(use)]))
  const bytes = Buffer.from(parts.map((part) => written(part, values)).join(''))
  return {
    bytes: new SecretBytes(bytes),
    shown: uses.length === 0 ? bytes : Buffer.from(parts.map((part) => shownPart(part, values)).join('')),
    secrets: [...new Set(uses.map(({ name }) => name))].sort(),
    problems: [...template.problems, ...misplaced, ...problems],
  }
}

/** Secrets by placeholder, because a given and a generated secret may have the same name. */
type Values = ReadonlyMap<string, Secret | undefined>

function keyOf(use: SecretUse): string {
  return placeholder({ kind: kindOf(use), name: use.name })
}

function written(part: Part, values: Values): string {
  if (typeof part === 'string') return part
  const value = values.get(keyOf(part))?.reveal() ?? ''
  return part.asJson ? JSON.stringify(value) : value
}

/** The placeholder of a part. For a value that JSON changes it is the one that a captured file gets. */
function shownPart(part: Part, values: Values): string {
  if (typeof part === 'string') return part
  const value = values.get(keyOf(part))?.reveal() ?? ''
  if (!part.asJson) return keyOf(part)
  const form = JSON.stringify(value) === `"${value}"` ? undefined : 'as JSON'
  return `"${placeholder({ kind: kindOf(part), name: part.name }, form)}"`
}

function misplacedSecret(use: SecretUse): ReasonedProblem {
  return {
    reason: 'invalid-template',
    place: use.place,
    message: `${kindOf(use)} "${use.name}" is used outside secrets-templates`,
    hint: 'move the file and its entry to the same layer below secrets-templates',
  }
}
