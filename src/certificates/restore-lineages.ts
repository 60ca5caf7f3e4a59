import { DroverError } from '../base/errors.js'
import type { FlockView } from '../branch/flock-view.js'
import { listTar } from '../remote/tar.js'
import type { Task } from '../task/task.js'
import { sealedLineagesPath } from './certificate-file.js'
import { findWrongEntries } from './commands/check-archive.js'

/** The sealed archive of a machine, opened and checked; throws `invalid-ledger`. */
export async function decryptLineages({ machine, ports }: Task, { snapshot }: FlockView): Promise<Buffer> {
  const file = sealedLineagesPath(machine.name)
  const bytes = snapshot.tree.get(file)?.bytes ?? Buffer.alloc(0)
  const archive = await (await ports.seal()).open(bytes)
  const wrong = findWrongEntries(await listTar(archive))
  if (wrong.length === 0) return archive
  throw new DroverError(`${file}: is not unpacked: ${wrong.slice(0, 3).join('; ')}`, {
    reason: 'invalid-ledger',
    at: { file },
    hint: `Restore the last good version: "git log -- ${file}" on the config branch shows them. Without the file another certificate is ordered.`,
  })
}
