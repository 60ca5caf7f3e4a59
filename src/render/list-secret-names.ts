import { sealKeySecret } from '../base/secret.js'
import type { Trees } from './manifest/layers.js'
import { isText } from './render-source.js'
import { kindOf, listSecretUses } from './secret-uses.js'
import { readTemplateFile } from './template/read-template.js'

/** Only files in a layer can reach a machine, which a README beside the layers cannot. */
const sealedFile = /^machines\/[^/]+\/sealed\/.+\.age$/
const groupLayer = /^secrets-templates\/groups\/([^/]+)\//
const inLayer = /^secrets-templates\/(?:all|groups\/[^/]+|machines\/[^/]+)\//

/**
 * Names of all secrets that any template may require, sorted, each with the files
 * that name it, in all layers of all machines and of the used groups of the toolkit.
 * The seal key is among them when a template names a generated value, or when a file
 * is sealed already. Leaves out files that do not parse, which rendering reports.
 */
export function listSecretNames(
  { toolkit, config }: Trees,
  isUsed: (group: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  const isOfUsed = (path: string): boolean => {
    const [, group] = groupLayer.exec(path) ?? []
    return group === undefined || isUsed(group)
  }
  const files = [
    ...[...toolkit]
      .filter(([path]) => isOfUsed(path))
      .map(([path, file]) => ({ path, file, prefix: 'toolkit:' })),
    ...[...config].map(([path, file]) => ({ path, file, prefix: '' })),
  ]
  for (const { path, file, prefix } of files) {
    if (!inLayer.test(path) || file.mode === '120000' || !isText(file.bytes)) continue
    for (const use of listSecretUses(readTemplateFile(file).nodes)) {
      // A generated value is kept sealed, so a run requires the seal key for it.
      const name = kindOf(use) === 'generated' ? sealKeySecret : use.name
      found.set(name, (found.get(name) ?? new Set()).add(`${prefix}${path}`))
    }
  }
  const sealed = [...config.keys()].find((path) => sealedFile.test(path))
  if (sealed !== undefined && !found.has(sealKeySecret)) found.set(sealKeySecret, new Set([sealed]))
  const names = [...found].sort(([one], [other]) => (one < other ? -1 : 1))
  return new Map(names.map(([name, files]) => [name, [...files]]))
}
