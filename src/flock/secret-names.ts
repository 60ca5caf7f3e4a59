import { InputError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { sealKeySecret } from '../base/secret.js'
import type { Tree } from '../base/tree.js'
import { listSecretNames } from '../render/list-secret-names.js'
import type { Trees } from '../render/manifest/layers.js'
import { type DataPath, dataAt } from './yaml/yaml-lookup.js'
import { readYaml } from './yaml/yaml-source.js'

const known = new WeakMap<
  Tree,
  { readonly toolkit: Tree; readonly names: ReadonlyMap<string, readonly string[]> }
>()

/**
 * Names of all secrets that any machine may want, sorted, each with the files that name it: of templates,
 * and of `credentials` and of certificates in `flock.yml`, whatever else is wrong there. Leaves out what does not parse:
 * reading the flock tells that. From memory for trees that were asked for before.
 */
export function flockSecretNames(trees: Trees): ReadonlyMap<string, readonly string[]> {
  const before = known.get(trees.config)
  if (before?.toolkit === trees.toolkit) return before.names
  const names = findNames(trees)
  known.set(trees.config, { toolkit: trees.toolkit, names })
  return names
}

/** As `flockSecretNames`, of the toolkit alone, also of its groups that nobody mentions. */
export function toolkitSecretNames(toolkit: Tree): ReadonlyMap<string, readonly string[]> {
  const named = listSecretNames({ toolkit, config: new Map() }, () => true)
  return new Map([
    ...named,
    ...credentialsIn(toolkit, toolkitFile).map((name) => [name, [toolkitFile]] as const),
  ])
}

const toolkitFile = 'config/flock.yml'

function findNames(trees: Trees): ReadonlyMap<string, readonly string[]> {
  const groups = usedGroups(trees)
  const found = new Map(listSecretNames(trees, (group) => groups.has(group)))
  const add = (names: readonly string[], file: string): void => {
    for (const name of names) found.set(name, [...new Set([...(found.get(name) ?? []), file])])
  }
  const inToolkit = credentialsIn(trees.toolkit, toolkitFile, (group) => groups.has(group))
  add(inToolkit, `toolkit:${toolkitFile}`)
  add(credentialsIn(trees.config, 'flock.yml'), 'flock.yml')
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Every group that `flock.yml` mentions, and the groups that these include. */
function usedGroups({ toolkit, config }: Trees): ReadonlySet<string> {
  const files = [dataOf(config, 'flock.yml'), dataOf(toolkit, toolkitFile)]
  const listed = (path: DataPath): readonly string[] =>
    files.flatMap((data) => {
      const value = dataAt(data, [...path, 'groups'])
      return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []
    })
  const [flock = null] = files
  const used = new Set<string>(keysIn(flock, ['groups']))
  for (const machine of keysIn(flock, ['machines']))
    for (const name of listed(['machines', machine])) used.add(name)
  // The loop also visits groups that are added while it runs.
  for (const group of used) for (const name of listed(['groups', group])) used.add(name)
  return used
}

function credentialsIn(
  tree: Tree,
  file: string,
  isUsed: (group: string) => boolean = () => true,
): readonly string[] {
  const data = dataOf(tree, file)
  const layers: readonly DataPath[] = [
    [],
    ...['groups', 'machines'].flatMap((key) =>
      keysIn(data, [key])
        .filter((name) => key !== 'groups' || isUsed(name))
        .map((name) => [key, name]),
    ),
  ]
  return layers
    .flatMap((layer) => [
      ...keysIn(data, [...layer, 'code']).map((name) =>
        dataAt(data, [...layer, 'code', name, 'credentials']),
      ),
      ...['certificate-secret', 'key-secret'].map((key) => dataAt(data, [...layer, 'certificate', key])),
      // An ordered certificate is kept sealed, which requires the seal key.
      ...(keysIn(data, [...layer, 'certificate']).includes('contact') ? [sealKeySecret] : []),
    ])
    .filter((name) => typeof name === 'string')
    .filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name))
}

function dataOf(tree: Tree, file: string): Json {
  try {
    // The name is the one under which the flock reads the file, so that it is parsed once.
    const name = file === 'flock.yml' ? file : `toolkit:${file}`
    return readYaml({ text: tree.get(file)?.bytes.toString('utf8') ?? '', file: name }).data
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

function keysIn(data: Json, path: DataPath): readonly string[] {
  const map = dataAt(data, path)
  return typeof map === 'object' && map !== null && !Array.isArray(map) ? Object.keys(map) : []
}
