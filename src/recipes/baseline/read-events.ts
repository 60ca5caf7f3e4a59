import { z } from 'zod'

const place = { role: z.string().optional(), task: z.string(), handler: z.boolean().optional() }

const eventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('begin'), ansible: z.string(), check: z.boolean().optional() }),
  z.object({ event: z.literal('start'), ...place }),
  z.object({
    event: z.literal('task'),
    ...place,
    status: z.enum(['ok', 'changed', 'failed', 'skipped', 'unreachable']),
    seconds: z.number(),
    item: z.string().optional(),
    ignored: z.boolean().optional(),
    msg: z.string().optional(),
    stdout: z.string().optional(),
    stderr: z.string().optional(),
    diff: z.string().optional(),
  }),
  z.object({ event: z.literal('end'), ok: z.number(), changed: z.number(), failed: z.number() }),
])

/** A line of the callback `ansible/callback_plugins/drover.py`, whose docstring says what they mean. */
export type BaselineEvent = z.output<typeof eventSchema>
export type BaselineTask = Extract<BaselineEvent, { readonly event: 'task' }>

/** Undefined for what is no event: a warning of Ansible, a line of apt. */
export function parseEvent(line: string): BaselineEvent | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return eventSchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

/** What became of one role. */
export interface RoleEnd {
  readonly role: string
  /** Tasks that were not skipped. */
  readonly tasks: number
  /** Those that changed something, in order. */
  readonly changed: readonly BaselineTask[]
  readonly failed?: BaselineTask
  readonly seconds: number
}

export interface BaselineEnd {
  readonly roles: readonly RoleEnd[]
  /** The first task that failed and was to be heeded. */
  readonly failed?: BaselineTask
  /** False for an output that was cut off. */
  readonly isWhole: boolean
}

/** What stands for tasks outside of roles: Ansible's own gathering of facts. */
export const outsideRoles = 'facts'

/** Adds up all events of a run. Items of a loop are counted by their task. */
export function concludeEvents(events: readonly BaselineEvent[]): BaselineEnd {
  const tasks = events.filter((event) => event.event === 'task').filter(({ item }) => item === undefined)
  const names = [...new Set(tasks.map(({ role = outsideRoles }) => role))]
  const failed = tasks.find(isFailure)
  return {
    roles: names.map((role) => concludeRole(role, tasks)),
    isWhole: events.some(({ event }) => event === 'end'),
    ...(failed === undefined ? {} : { failed: withItem(failed, events) }),
  }
}

function concludeRole(role: string, all: readonly BaselineTask[]): RoleEnd {
  const tasks = all.filter((task) => (task.role ?? outsideRoles) === role)
  const failed = tasks.find(isFailure)
  return {
    role,
    tasks: tasks.filter(({ status }) => status !== 'skipped').length,
    changed: tasks.filter(({ status }) => status === 'changed'),
    seconds: tasks.reduce((sum, { seconds }) => sum + seconds, 0),
    ...(failed === undefined ? {} : { failed }),
  }
}

function isFailure({ status, ignored }: BaselineTask): boolean {
  return (status === 'failed' || status === 'unreachable') && ignored !== true
}

/** A loop says only "one or more items failed": what was wrong, its item says. */
function withItem(failed: BaselineTask, events: readonly BaselineEvent[]): BaselineTask {
  const item = events
    .filter((event) => event.event === 'task')
    .find((task) => task.item !== undefined && task.task === failed.task && isFailure(task))
  return item ?? failed
}

/** Why a task failed, in one line: its message, and the end of what its program said. */
export function describeFailure({ role, task, item, msg, stderr, stdout }: BaselineTask): string {
  const said = (stderr ?? '') || (stdout ?? '')
  const last = said.trim().split('\n').slice(-2).join('; ')
  const why = [msg, last].filter((text) => text !== undefined && text !== '').join(': ')
  const where = `${role === undefined ? '' : `role ${role}, `}task "${task}"${item === undefined ? '' : ` for ${item}`}`
  return why === '' ? `${where} failed` : `${where} failed: ${why}`
}
