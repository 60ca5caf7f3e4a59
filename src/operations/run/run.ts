import { describeEnd, succeeded } from '../../base/command.js'
import { DroverError } from '../../base/errors.js'
import type { AnswerData } from '../../base/outcome-data.js'
import { loginShellLine } from '../../base/text/quote.js'
import { type FlockView, identityOf } from '../../branch/flock-view.js'
import { openConnection } from '../../connection/open-connection.js'
import { asRoot } from '../../remote/form-request.js'
import type { Task, TaskOutcome } from '../../task/task.js'
import { fleetOperation } from '../operation.js'
import type { RunRequest } from './definition.js'

const limits = { timeoutMs: 30 * 60_000 } as const
const keptBytes = 64 * 1024

export const run = fleetOperation<RunRequest>({
  records: () => true,
  connects: true,
  prepare: async (_ports, { view, request }) => {
    const { command } = request
    if (command === undefined || command.trim() === '') {
      throw new DroverError('run: no command given', {
        reason: 'invalid-argument',
        hint: 'Write it after "--": drover run all -- uptime. In a workflow, give the input "command".',
      })
    }
    // Here and not at each machine: what cannot be said to a shell is refused before any is reached.
    loginShellLine(asRoot(argvOf(command), { become: true }))
    return (task) => runOn(task, { view, command })
  },
})

function argvOf(command: string): readonly string[] {
  return ['sh', '-c', command]
}

async function runOn(
  task: Task,
  { view, command }: { readonly view: FlockView; readonly command: string },
): Promise<TaskOutcome> {
  const { ports, machine } = task
  await using session = await openConnection(task, identityOf(view, machine.name))
  const ended = await session.exec(
    { argv: argvOf(command) },
    {
      ...limits,
      maxBytes: keptBytes,
      onLine: (line, stream) => task.output(line, stream),
      ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    },
  )
  const { code, signal, truncated } = ended
  const text = (bytes: Buffer): string => ports.clean(bytes.toString('utf8'))
  const data: AnswerData = {
    kind: 'answer',
    code,
    signal,
    stdout: text(ended.stdout),
    stderr: text(ended.stderr),
    truncated,
  }
  const event = { command: ports.clean(command) }
  const message = `the command ${describeEnd(ended)}`
  if (succeeded(ended)) return { kind: 'ok', reason: 'done', message, data, event }
  return { kind: 'failed', reason: signal === null ? 'command-failed' : 'killed', message, data, event }
}
