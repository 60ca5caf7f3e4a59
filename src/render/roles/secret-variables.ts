import type { Location, Problem } from '../../base/errors.js'
import type { Json, JsonObject } from '../../base/json.js'
import { mergeLayers } from '../../base/merge-layers.js'
import { Secret } from '../../base/secret.js'
import type { TreeFile } from '../../base/tree.js'
import { type Layer, readLayerFile, type Trees } from '../manifest/layers.js'
import { isText, renderSource } from '../render-source.js'
import { kindOf } from '../secret-uses.js'
import type { RequestedSecrets } from '../wanted-secrets.js'
import { readYamlMap, type YamlMap } from './read-yaml-map.js'
import { isStandIn, secretKey, standIn, withPlaceholders } from './stand-ins.js'
import { variableName } from './variable-name.js'

/** Name of the template, in layers below `secrets-templates/`, that gives variables to roles. */
const secretVarsFile = 'ansible-vars.yml'

export interface SecretVariables {
  /** The variables, with a stand-in for each secret, for `writeWithValues` and `withPlaceholders`. */
  readonly vars: JsonObject
  /** Secrets by `secretKey`, without those that were not given. */
  readonly secrets: ReadonlyMap<string, Secret>
  readonly problems: readonly Problem[]
}

interface Input {
  readonly trees: Trees
  readonly layers: readonly Layer[]
  readonly context: JsonObject
  readonly desired: RequestedSecrets
}

/**
 * Merges the maps of all layers, of which the stronger ones win. A secret is inserted after YAML was read, so
 * that it is one text whatever it contains: quotes, colons, line ends.
 */
export function readSecretVariables({ trees, layers, context, desired }: Input): SecretVariables {
  const secrets = new Map<string, Secret>()
  const problems: Problem[] = []
  const maps = layers.flatMap((layer): readonly JsonObject[] => {
    const { file, shownPath } = readLayerFile(trees, {
      layer,
      top: 'secrets-templates',
      path: secretVarsFile,
    })
    if (file === undefined) return []
    const tell = (problem: Omit<Problem, 'reason'> & Partial<Problem>): void => {
      const told = { at: { file: shownPath }, reason: 'invalid-template' as const, ...problem }
      problems.push({ ...told, message: `${shownPath}: ${problem.message}` })
    }
    if (file.mode === '120000' || !isText(file.bytes)) {
      const what = file.mode === '120000' ? 'is a symbolic link' : 'is not a text'
      tell({ message: what, hint: 'put a YAML file there' })
      return []
    }
    const rendered = renderSource({
      file,
      context,
      mayUseSecrets: true,
      secret: (use) => {
        const secret = desired.use(use, shownPath)
        const like = { kind: kindOf(use), name: use.name }
        if (secret !== undefined) secrets.set(secretKey(like), secret)
        return new Secret(use.name, standIn(like), { kind: like.kind })
      },
    })
    for (const { place, ...problem } of rendered.problems) {
      tell({ ...problem, at: { file: shownPath, ...place } })
    }
    if (rendered.problems.length > 0) return []
    return readMap(rendered.bytes.reveal(), { file, shownPath, tell })
  })
  return { vars: mergeLayers(maps), secrets, problems }
}

interface Source {
  readonly file: TreeFile
  readonly shownPath: string
  readonly tell: (problem: Omit<Problem, 'reason'> & Partial<Problem>) => void
}

function readMap(rendered: Buffer, { file, shownPath, tell }: Source): readonly JsonObject[] {
  const read = readYamlMap(rendered.toString('utf8'))
  // A block of the template may render more or fewer lines than the file has.
  const isLineTrue = countLines(rendered) === countLines(file.bytes)
  const locate = (place: { readonly line: number; readonly column: number }): Location =>
    isLineTrue ? { file: shownPath, line: place.line } : { file: shownPath }
  if ('problems' in read) {
    for (const { place, ...problem } of read.problems) tell({ ...problem, at: locate(place) })
    return []
  }
  for (const { path, message, hint } of wrongKeys(read)) {
    tell({ message, hint, at: locate(read.placeOf(path)) })
  }
  return [read.data]
}

function wrongKeys({ data }: YamlMap): readonly {
  readonly path: readonly string[]
  readonly message: string
  readonly hint: string
}[] {
  const names = Object.keys(data).filter((name) => !variableName.test(name) || name.startsWith('drover_'))
  const keys = Object.entries(data).flatMap(([name, value]) => (hasSecretKey(value) ? [name] : []))
  return [
    ...names.map((name) => ({
      path: [name],
      message: `${JSON.stringify(withPlaceholders(name) as string)} cannot be the name of a variable`,
      hint: 'use letters, digits and "_", with no digit at the start; names in "drover_" are taken',
    })),
    ...keys.map((name) => ({
      path: [name],
      message: `a secret cannot be a key of "${name}"`,
      hint: 'make it a value',
    })),
  ]
}

function hasSecretKey(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(hasSecretKey)
  return Object.entries(value).some(([key, item]) => isStandIn(key) || hasSecretKey(item))
}

function countLines(bytes: Buffer): number {
  return bytes.toString('utf8').split('\n').length
}
