import { basename, join } from 'node:path'
import { describeEnd, succeeded } from '../../base/command.js'
import { DroverError, throwIfInvalid } from '../../base/errors.js'
import { type FlockView, identityOf } from '../../branch/flock-view.js'
import { openConnection } from '../../connection/open-connection.js'
import type { LocalFilePorts } from '../../task/ports.js'
import type { Task, TaskOutcome } from '../../task/task.js'
import { downloadCommand, explainDownload, readDownloadDigest } from '../../transfer/commands/download.js'
import { describeSize } from '../../transfer/describe-size.js'
import { transferLimits } from '../../transfer/limits.js'
import { wrongPath } from '../../transfer/read-paths.js'
import { fleetOperation } from '../operation.js'
import type { DownloadRequest } from './definition.js'

export const download = fleetOperation<DownloadRequest>({
  records: () => true,
  connects: true,
  prepare: async (ports: LocalFilePorts, { view, machines, request }) => {
    const { from = '' } = request
    throwIfInvalid(wrongPath('from', from))
    const folder = ports.files.folder(request.to)
    const isLone = machines.length === 1
    return (task) =>
      getFile(task, {
        view,
        from,
        to: join(folder, ...(isLone ? [] : [task.machine.name]), basename(from)),
      })
  },
})

interface Download {
  readonly view: FlockView
  readonly from: string
  readonly to: string
}

async function getFile(task: Task, { view, from, to }: Download): Promise<TaskOutcome> {
  const { machine, ports } = task
  await using session = await openConnection(task, identityOf(view, machine.name))
  const { path, size, sha256 } = await task.step({ kind: 'transfer', text: 'download' }, async () => {
    return await ports.files.save(to, async (into) => {
      const ended = await session.exec(downloadCommand(from), {
        ...transferLimits,
        into,
        ...(ports.signal === undefined ? {} : { signal: ports.signal }),
      })
      const stderr = ended.stderr.toString('utf8')
      if (!succeeded(ended)) {
        const why = explainDownload(ended.code) ?? `the shell ${describeEnd(ended)}: ${stderr.slice(-300)}`
        throw failed(from, why)
      }
      const sent = readDownloadDigest(stderr)
      if (sent === undefined) throw failed(from, 'the machine did not say what it sent')
      return { value: undefined, sha256: sent }
    })
  })
  return {
    kind: 'ok',
    reason: 'done',
    message: `${from} is at ${path} (${describeSize(size)}, sha256 ${sha256})`,
    data: { kind: 'saved', file: path, size, sha256, from },
    event: { from, file: path, size, sha256 },
  }
}

function failed(path: string, why: string): DroverError {
  return new DroverError(`${path}: ${why}`, {
    reason: 'command-failed',
    hint: 'Nothing was kept. "downloadconfig" captures what manifests name, and "backup" takes folders.',
  })
}
