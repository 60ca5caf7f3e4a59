import { artifactPlace } from '../artifacts/commands/artifact-place.js'
import { pruneCommand } from '../code/commands/prune.js'
import type { Session } from '../remote/session.js'
import { answerOf } from '../task/answer-of.js'
import type { Job } from '../task/task.js'

/**
 * Takes away old releases and old versions of artifacts of a machine whose change has come to stay. Does
 * nothing while another run is at work there; what is left then goes with the next change.
 */
export async function pruneVersions(job: Job, session: Session): Promise<void> {
  const { code, artifacts } = job.machine
  if (code.length === 0 && artifacts.length === 0) return
  await job.step('take away old versions', async () => {
    const places = artifacts.map((entry) => ({ folder: artifactPlace(entry).folder, path: entry.path }))
    const answer = await answerOf(session, {
      command: pruneCommand({ code: code.map(({ path }) => path), artifacts: places }),
      subject: `${job.machine.name}: old versions could not be taken away`,
      hint: 'The change itself has come to stay. The next one tries again.',
      timeoutMs: 10 * 60_000,
      signal: job.ports.signal,
    })
    for (const line of answer.split('\n')) if (line.startsWith('removed ')) job.output(line, 'stdout')
  })
}
