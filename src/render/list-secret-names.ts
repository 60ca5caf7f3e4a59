import { sealKeySecret } from '../base/secret.js'
import type { Trees } from './layers.js'
import { readTemplateFile } from './read-template.js'
import { isText } from './render-source.js'
import { kindOf, listSecretUses } from './secret-uses.js'

/** Only what is in a layer can reach a machine: a README beside the layers is none. */
const sealedFile = /^machines\/[^/]+\/sealed\/.+\.age$/
const inLayer = /^secrets-templates\/(?:all|groups\/[^/]+|machines\/[^/]+)\//

/**
 * Names of all secrets that any template may want, sorted, each with the files
 * that name it, in all layers of all machines: the key among them when a template
 * names a generated value, or when anything is sealed already. Leaves out what does
 * not parse: rendering tells that.
 */
export function listSecretNames({ toolkit, config }: Trees): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  for (const [prefix, tree] of [['toolkit:', toolkit] as const, ['', config] as const]) {
    for (const [path, file] of tree) {
      if (!inLayer.test(path) || file.mode === '120000' || !isText(file.bytes)) continue
      for (const use of listSecretUses(readTemplateFile(file).nodes)) {
        // A generated value is kept sealed: what a run must be given for it is the key.
        const name = kindOf(use) === 'generated' ? sealKeySecret : use.name
        found.set(name, (found.get(name) ?? new Set()).add(`${prefix}${path}`))
      }
    }
  }
  const sealed = [...config.keys()].find((path) => sealedFile.test(path))
  if (sealed !== undefined && !found.has(sealKeySecret)) found.set(sealKeySecret, new Set([sealed]))
  const names = [...found].sort(([one], [other]) => (one < other ? -1 : 1))
  return new Map(names.map(([name, files]) => [name, [...files]]))
}
