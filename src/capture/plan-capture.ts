import { posix } from 'node:path'
import { sha256 } from '../base/digest.js'
import type { Secret } from '../base/secret.js'
import type { TreeChange } from '../events/record.js'
import { machinePath } from '../ledger/machine-files.js'
import type { TarEntry } from '../remote/tar.js'
import type { Desired } from '../render/desired.js'
import { restorePlaceholders } from '../secrets/restore-placeholders.js'
import type { LeftOut } from './commands/capture.js'

/** A folder of captured files is bounded too: a manifest that names `/` must not fill the branch. */
export const maxCapturedBytes = 32 * 1024 * 1024

export interface Capture {
  readonly changes: readonly TreeChange[]
  readonly refused: readonly LeftOut[]
  readonly files: number
}

interface Captured {
  readonly machine: string
  readonly entries: readonly TarEntry[]
  readonly leftOut: readonly LeftOut[]
  readonly desired: Desired
  readonly secrets: readonly Secret[]
}

/** Pure: what was found, as changes of the ledger, with secrets turned back into placeholders. */
export function planCapture({ machine, entries, leftOut, desired, secrets }: Captured): Capture {
  const refused: LeftOut[] = [...leftOut]
  const puts: TreeChange[] = []
  const facts: Record<string, unknown> = {}
  let total = 0
  for (const entry of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const path = entry.path.replace(/\/$/, '')
    const unsafe = whyUnsafe(path, entry)
    if (unsafe !== undefined) {
      refused.push({ path, why: unsafe })
      continue
    }
    const about = {
      type: entry.type,
      owner: entry.owner,
      group: entry.group,
      mode: entry.mode.toString(8).padStart(4, '0'),
    }
    if (entry.type !== 'file') {
      facts[path] = entry.type === 'link' ? { ...about, link: entry.link ?? '' } : about
      continue
    }
    const file = desired.files.find((desired) => desired.destination === path)
    const kept = restorePlaceholders({ found: entry.bytes, file, secrets })
    total += kept?.length ?? 0
    if (kept === undefined || total > maxCapturedBytes) {
      refused.push({
        path,
        why:
          kept === undefined
            ? 'holds a secret in a form that cannot be taken out'
            : `is past the ${maxCapturedBytes / 1024 / 1024} MiB that one capture may hold`,
      })
      continue
    }
    // Size and hash are those of what the branch holds: the hash of a file with a short secret in it would give that away.
    facts[path] = { ...about, size: kept.length, sha256: sha256(kept) }
    puts.push({ kind: 'put', path: machinePath(machine, `captured${path}`), mode: '100644', bytes: kept })
    puts.push(...adopted({ machine, desired, path, kept }))
  }
  const index = Buffer.from(`${JSON.stringify(facts, null, 2)}\n`)
  return {
    files: Object.keys(facts).length,
    refused,
    changes: [
      { kind: 'clear', folder: machinePath(machine, 'captured') },
      ...puts,
      { kind: 'put', path: machinePath(machine, 'captured.json'), mode: '100644', bytes: index },
    ],
  }
}

/** A machine chooses these names: nothing of them may leave the folder or upset git. */
function whyUnsafe(path: string, entry: TarEntry): string | undefined {
  if (!path.startsWith('/') || posix.normalize(path) !== path) return 'has a path that leaves its folder'
  if (path.split('/').some((part) => /^\.git$/i.test(part) || part.length > 255))
    return 'has a name that git refuses'
  if (/[\u0000-\u001f\u007f]/.test(path + (entry.link ?? ''))) return 'has a control character in its name'
  return entry.type === 'other' ? 'is neither file, folder nor link' : undefined
}

interface Adoption {
  readonly machine: string
  readonly desired: Desired
  readonly path: string
  readonly kept: Buffer
}

function adopted({ machine, desired, path, kept }: Adoption): readonly TreeChange[] {
  const source = desired.captures.find((capture) => capture.destination === path)?.adoptAs
  if (source === undefined) return []
  return [{ kind: 'put', path: `config/machines/${machine}/${source}`, mode: '100644', bytes: kept }]
}
