import { describeEnd, succeeded } from '../../base/command.js'
import { DroverError, type Problem, throwIfInvalid } from '../../base/errors.js'
import type { UploadedFacts } from '../../base/outcome-data.js'
import { type FlockView, identityOf } from '../../branch/flock-view.js'
import { openConnection } from '../../connection/open-connection.js'
import { observeLimits } from '../../remote/connection-policy.js'
import type { Session } from '../../remote/session.js'
import { findWrongDestination, isAboveReserved } from '../../render/manifest/check-destination.js'
import { listDestinations } from '../../render/manifest/list-destinations.js'
import type { FileFacts } from '../../system/local-files.js'
import type { LocalFilePorts, ToolkitPorts } from '../../task/ports.js'
import type { Task, TaskOutcome } from '../../task/task.js'
import {
  explainUpload,
  observeUploadTargetCommand,
  parseUploadTarget,
  type UploadTarget,
  uploadCommand,
} from '../../transfer/commands/upload.js'
import { describeSize } from '../../transfer/describe-size.js'
import { transferLimits } from '../../transfer/limits.js'
import { fleetOperation } from '../operation.js'
import type { UploadRequest } from './definition.js'

export const upload = fleetOperation<UploadRequest>({
  records: () => true,
  connects: true,
  prepare: async (ports: LocalFilePorts & ToolkitPorts, { view, machines, request }) => {
    const { file = '', to = '', mode, owner } = request
    const toolkit = await ports.toolkit()
    const { flock, snapshot } = view
    const managed = new Map(
      machines.map((machine) => [
        machine.name,
        listDestinations({ machine, flockName: flock.name, toolkit, config: snapshot.tree }),
      ]),
    )
    const names = machines.map(({ name }) => name).filter((name) => managed.get(name)?.has(to))
    throwIfInvalid([...wrongForm(request), ...names.map((name) => isManaged(name, to))])
    const facts = await ports.files.examine(file)
    return (task) =>
      putFile(task, { view, facts, to, mode, owner, managed: managed.get(task.machine.name) ?? new Set() })
  },
})

interface Upload {
  readonly view: FlockView
  readonly facts: FileFacts
  readonly to: string
  readonly mode: string | undefined
  readonly owner: string | undefined
  /** Where manifests put files. */
  readonly managed: ReadonlySet<string>
}

function wrongForm({ to = '', mode, owner }: UploadRequest): readonly Problem[] {
  const wrong = (message: string, hint?: string): Problem => ({
    reason: 'invalid-argument',
    message,
    ...(hint === undefined ? {} : { hint }),
  })
  const place = findWrongDestination(to)
  const isOwn = isAboveReserved(to) || `${to}/`.startsWith('/var/lib/drover/')
  const isMode = mode === undefined || /^0?[0-7]{3,4}$/.test(mode)
  const isOwner = owner === undefined || /^[a-z_0-9][\w.-]*\$?(:[a-z_0-9][\w.-]*\$?)?$/i.test(owner)
  return [
    ...(place === undefined ? [] : [wrong(`to: ${place.message}`, place.hint)]),
    ...(place === undefined && isOwn ? [wrong(`to: "${to}" is kept by Drover itself`)] : []),
    ...(isMode
      ? []
      : [wrong(`mode: "${mode}" is no mode of a file`, 'give three or four octal digits, as in 0644')]),
    ...(isOwner
      ? []
      : [wrong(`owner: "${owner}" is no owner`, 'give a user, or user:group, by name or number')]),
  ]
}

/** The next `configure` would put back what the branch asks for: whoever uploads there loses it. */
function isManaged(machine: string, path: string): Problem {
  return {
    reason: 'invalid-argument',
    message: `${machine}: "${path}" is managed by the config branch, and configure would put its own file back`,
    hint: 'Change the file below config/ on the branch and run "drover configure", or choose another path.',
  }
}

async function putFile(task: Task, work: Upload): Promise<TaskOutcome> {
  const { view, facts, to } = work
  const { size, sha256 } = facts
  await using session = await openConnection(task, identityOf(view, task.machine.name))
  const { target, found } = await task.step({ kind: 'observe', text: 'look' }, () =>
    observeTarget(session, to),
  )
  if (work.managed.has(target)) throwIfInvalid([isManaged(task.machine.name, target)])
  const mode = (work.mode ?? found?.mode ?? '0644').padStart(4, '0')
  const owner = withGroup(work.owner) ?? found?.owner ?? 'root:root'
  const uploaded: UploadedFacts = { path: to, size, sha256, mode, owner }
  const told = { data: { kind: 'uploaded', ...uploaded }, event: uploaded } as const
  const isThere = found?.sha256 === sha256 && found.mode === mode && found.owner === owner
  if (isThere) return { kind: 'ok', reason: 'already-so', message: `${to} is so already`, ...told }
  await task.step({ kind: 'transfer', text: 'upload' }, () => send(task, session, { ...work, mode, owner }))
  const place = target === to ? to : `${to}, a link to ${target}`
  return {
    kind: 'changed',
    reason: 'done',
    message: `put ${describeSize(size)} at ${place} (sha256 ${sha256})`,
    ...told,
  }
}

function withGroup(owner: string | undefined): string | undefined {
  return owner === undefined || owner.includes(':') ? owner : `${owner}:${owner}`
}

async function observeTarget(session: Session, path: string): Promise<UploadTarget> {
  const ended = await session.exec(observeUploadTargetCommand(path), observeLimits)
  if (!succeeded(ended)) throw failed(path, ended)
  return parseUploadTarget(ended.stdout.toString('utf8'))
}

interface Sending extends Upload {
  readonly mode: string
  readonly owner: string
}

async function send({ ports }: Task, session: Session, { facts, to, mode, owner }: Sending): Promise<void> {
  const from = ports.files.read(facts.path)
  try {
    const ended = await session.exec(uploadCommand({ path: to, mode, owner, sha256: facts.sha256 }), {
      ...transferLimits,
      from,
      ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    })
    if (!succeeded(ended)) throw failed(to, ended)
  } finally {
    from.destroy()
  }
}

interface EndedSo {
  readonly code: number | null
  readonly signal: string | null
  readonly stderr: Buffer
}

function failed(path: string, ended: EndedSo): DroverError {
  const why =
    explainUpload(ended.code) ??
    `the shell ${describeEnd(ended)}: ${ended.stderr.toString('utf8').slice(-300)}`
  return new DroverError(`${path}: ${why.replaceAll(/\s+/g, ' ')}`, {
    reason: ended.signal === null ? 'command-failed' : 'killed',
    hint: 'The machine has what it had. Only files can be put there, into a folder that exists.',
  })
}
