import { describeEnd, succeeded } from '../../base/command.js'
import { DroverError } from '../../base/errors.js'
import { loginShellLine } from '../../base/quote.js'
import { asRoot } from '../../remote/form-request.js'
import { renderMachines } from '../../configure/render-machines.js'
import { defineFleetOperation } from '../../engine/fleet-operation.js'
import type { Done, Job } from '../../task/task.js'
import { generatedPath } from '../../sealed/generated-file.js'
import { openGenerated } from '../../sealed/decrypt-generated.js'
import { openSession } from '../../task/sessions.js'
import { identityOf, type Survey } from '../../branch/flock-view.js'

const limits = { timeoutMs: 30 * 60_000 } as const
const keptBytes = 64 * 1024

export const run = defineFleetOperation({
  records: () => true,
  connects: true,
  prepare: async (ports, { survey, machines, request }) => {
    const { command } = request
    if (command === undefined || command.trim() === '') {
      throw new DroverError('run: no command given', {
        reason: 'invalid-argument',
        hint: 'Write it after "--": drover run all -- uptime. In a workflow, give the input "command".',
      })
    }
    // Here and not at each machine: what cannot be said to a shell is refused before any is reached.
    loginShellLine(asRoot(argvOf(command), { become: true }))
    // No machine is rendered: this only makes every secret known that a machine might print.
    await renderMachines(ports, survey, [])
    const { tree } = survey.snapshot
    await openGenerated(ports, {
      tree,
      machines: machines.filter(({ name }) => tree.has(generatedPath(name))),
    })
    return (job) => runOn(job, { survey, command })
  },
})

function argvOf(command: string): readonly string[] {
  return ['sh', '-c', command]
}

async function runOn(
  job: Job,
  { survey, command }: { readonly survey: Survey; readonly command: string },
): Promise<Done> {
  const { ports, machine } = job
  await using session = await openSession(job, identityOf(survey, machine.name))
  const ended = await session.exec(
    { argv: argvOf(command) },
    {
      ...limits,
      maxBytes: keptBytes,
      onLine: (line, stream) => job.output(line, stream),
      ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    },
  )
  const { code, signal, truncated } = ended
  const text = (bytes: Buffer): string => ports.clean(bytes.toString('utf8'))
  const data = { code, signal, stdout: text(ended.stdout), stderr: text(ended.stderr), truncated }
  const event = { command: ports.clean(command) }
  const message = `the command ${describeEnd(ended)}`
  if (succeeded(ended)) return { kind: 'ok', reason: 'done', message, data, event }
  return { kind: 'failed', reason: signal === null ? 'command-failed' : 'killed', message, data, event }
}
