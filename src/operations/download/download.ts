import { basename, join } from 'node:path'
import { describeEnd, succeeded } from '../../base/command.js'
import { DroverError, refuse } from '../../base/errors.js'
import { downloadCommand, explainDownload, readDownloadDigest } from '../../transfer/commands/download.js'
import { defineFleetOperation } from '../../engine/fleet-operation.js'
import type { Done, Job } from '../../task/task.js'
import { openSession } from '../../task/sessions.js'
import { identityOf, type Survey } from '../../branch/flock-view.js'
import { describeSize } from '../../transfer/describe-size.js'
import { transferLimits } from '../../transfer/limits.js'
import { wrongPath } from '../../transfer/read-paths.js'

export const download = defineFleetOperation({
  records: () => true,
  connects: true,
  prepare: async (ports, { survey, machines, request }) => {
    const { from = '' } = request
    refuse(wrongPath('from', from))
    const folder = ports.files.folder(request.to)
    const isLone = machines.length === 1
    return (job) =>
      getFile(job, {
        survey,
        from,
        to: join(folder, ...(isLone ? [] : [job.machine.name]), basename(from)),
      })
  },
})

interface Download {
  readonly survey: Survey
  readonly from: string
  readonly to: string
}

async function getFile(job: Job, { survey, from, to }: Download): Promise<Done> {
  const { machine, ports } = job
  await using session = await openSession(job, identityOf(survey, machine.name))
  const { path, size, sha256 } = await job.step('download', async () => {
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
    data: { file: path, size, sha256, from },
    event: { from, file: path, size, sha256 },
  }
}

function failed(path: string, why: string): DroverError {
  return new DroverError(`${path}: ${why}`, {
    reason: 'command-failed',
    hint: 'Nothing was kept. "downloadconfig" captures what manifests name, and "backup" takes folders.',
  })
}
