import type { Trees } from './layers.js'
import { readTemplateFile } from './read-template.js'
import { isText } from './render-source.js'
import { listSecretUses } from './secret-uses.js'

/** Only what is in a layer can reach a machine: a README beside the layers is none. */
const inLayer = /^secrets-templates\/(?:all|groups\/[^/]+|machines\/[^/]+)\//

/**
 * Names of all secrets that any template may want, sorted, each with the files
 * that name it, in all layers of all machines. Leaves out what does not parse:
 * rendering tells that.
 */
export function listSecretNames({ toolkit, config }: Trees): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  for (const [prefix, tree] of [['toolkit:', toolkit] as const, ['', config] as const]) {
    for (const [path, file] of tree) {
      if (!inLayer.test(path) || file.mode === '120000' || !isText(file.bytes)) continue
      for (const { name } of listSecretUses(readTemplateFile(file).nodes)) {
        found.set(name, (found.get(name) ?? new Set()).add(`${prefix}${path}`))
      }
    }
  }
  const names = [...found].sort(([one], [other]) => (one < other ? -1 : 1))
  return new Map(names.map(([name, files]) => [name, [...files]]))
}
