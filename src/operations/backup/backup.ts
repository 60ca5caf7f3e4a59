import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { describeEnd } from '../../base/command.js'
import { DroverError } from '../../base/errors.js'
import { type FlockView, identityOf } from '../../branch/flock-view.js'
import { openConnection } from '../../connection/open-connection.js'
import type { Session } from '../../remote/session.js'
import { checkRecipients, encryptStream } from '../../secrets/seal/encrypt-stream.js'
import type { FileFacts } from '../../system/local-files.js'
import type { LocalFilePorts, SecretPorts } from '../../task/ports.js'
import type { Task, TaskOutcome } from '../../task/task.js'
import { type BackupPath, backupCommand, readBackupEnd } from '../../transfer/commands/backup.js'
import { describeSize } from '../../transfer/describe-size.js'
import { transferLimits } from '../../transfer/limits.js'
import { readBackupPaths } from '../../transfer/read-paths.js'
import { fleetOperation } from '../operation.js'
import type { BackupRequest } from './definition.js'

export const backup = fleetOperation<BackupRequest>({
  records: () => true,
  connects: true,
  prepare: async (ports: LocalFilePorts & SecretPorts, { view, request }) => {
    const paths = readBackupPaths(request.paths ?? [])
    const recipients = await recipientsOf(ports, request)
    const folder = join(ports.files.folder(request.to), 'backups')
    return (task) => backUp(task, { view, paths, recipients, folder })
  },
})

interface Backup {
  readonly view: FlockView
  readonly paths: readonly BackupPath[]
  readonly recipients: readonly string[]
  readonly folder: string
}

async function recipientsOf(
  ports: SecretPorts,
  { recipients = [] }: BackupRequest,
): Promise<readonly string[]> {
  if (recipients.length > 0) {
    await checkRecipients(recipients)
    return recipients
  }
  return [(await ports.seal()).recipients[0]]
}

/** What the machine sends is encrypted as it comes: nothing of it is on this computer in another form. */
async function backUp(task: Task, work: Backup): Promise<TaskOutcome> {
  const { machine, ports } = task
  const { view, paths, recipients, folder } = work
  const time = new Date(ports.clock.now()).toISOString().replaceAll(/[-:.]/g, '')
  const path = join(folder, `${machine.name}-${time}.tar.gz.age`)
  await using session = await openConnection(task, identityOf(view, machine.name))
  const saved = await task.step({ kind: 'transfer', text: 'back up' }, () =>
    ports.files.save(path, async (out) => {
      const { into, done } = await encryptStream(recipients, out)
      const value = await readPaths(task, session, { paths, into })
      into.end()
      await done
      return { value }
    }),
  )
  return describe(saved, { paths, recipients, warnings: saved.value })
}

interface Reading {
  readonly paths: readonly BackupPath[]
  readonly into: Writable
}

/** Answers with what tar had to say of files that changed while it read them. */
async function readPaths(task: Task, session: Session, { paths, into }: Reading): Promise<readonly string[]> {
  const { signal } = task.ports
  const ended = await session.exec(backupCommand(paths), {
    ...transferLimits,
    into,
    ...(signal === undefined ? {} : { signal }),
  })
  const stderr = ended.stderr.toString('utf8')
  const end = readBackupEnd({ code: ended.code, stderr })
  switch (end.kind) {
    case 'whole':
      return []
    case 'changing':
      for (const line of end.lines) task.warn(line)
      return end.lines
    case 'missing':
      throw new DroverError(`not on the machine: ${end.paths.join(', ')}`, {
        reason: 'command-failed',
        hint: 'Nothing was kept. Leave the path out, or write "?" behind one that may be missing.',
      })
    case 'nothing':
      throw new DroverError('none of the paths is on the machine', {
        reason: 'command-failed',
        hint: 'Nothing was kept. Name a path that is there.',
      })
    case 'failed':
      throw new DroverError(`tar ${describeEnd(ended)}: ${(end.lines.at(0) ?? stderr).trim().slice(-300)}`, {
        reason: ended.signal === null ? 'command-failed' : 'killed',
        hint: 'Nothing was kept. Ensure that bash, GNU tar and gzip are installed there, and look at what tar says.',
      })
  }
}

interface Described extends Pick<Backup, 'paths' | 'recipients'> {
  readonly warnings: readonly string[]
}

function describe(
  { path, size, sha256 }: FileFacts,
  { paths, recipients, warnings }: Described,
): TaskOutcome {
  const changed = warnings.length === 0 ? '' : `; while it was read: ${warnings.join('; ')}`
  const facts = { size, sha256, paths: paths.map((one) => one.path), warnings }
  return {
    kind: 'ok',
    reason: 'done',
    message: `backed up to ${path} (${describeSize(size)}, sha256 ${sha256})${changed}`,
    data: { kind: 'saved', file: path, ...facts },
    event: { file: path, recipients, ...facts },
  }
}
