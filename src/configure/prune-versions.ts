import { artifactPlace } from '../artifacts/commands/artifact-place.js'
import { pruneCommand } from '../code/commands/prune.js'
import type { Session } from '../remote/session.js'
import { answerOf } from '../task/answer-of.js'
import type { Task } from '../task/task.js'

/**
 * Takes away old releases and old versions of artifacts of a machine whose change has come to stay. Does
 * nothing while another run is at work there; what is left then goes with the next change.
 */
export async function pruneVersions(task: Task, session: Session): Promise<void> {
  const { code, artifacts } = task.machine
  if (code.length === 0 && artifacts.length === 0) return
  await task.step({ kind: 'prune', text: 'take away old versions' }, async () => {
    const places = artifacts.map((entry) => ({ folder: artifactPlace(entry).folder, path: entry.path }))
    const answer = await answerOf(session, {
      command: pruneCommand({ code: code.map(({ path }) => path), artifacts: places }),
      subject: `${task.machine.name}: old versions could not be taken away`,
      hint: 'The change itself has come to stay. The next one tries again.',
      timeoutMs: 10 * 60_000,
      signal: task.ports.signal,
    })
    for (const line of answer.split('\n')) if (line.startsWith('removed ')) task.output(line, 'stdout')
  })
}
