const statuses = ['ok', 'changed', 'failed', 'skipped', 'unreachable'] as const

type AnsibleTaskStatus = (typeof statuses)[number]

/** What one task or handler of a role did. Tasks with a loop are one, with their items in it. */
export interface AnsibleTaskResult {
  /** Absent for what belongs to no role, such as the gathering of facts. */
  readonly role?: string
  readonly task: string
  readonly isHandler: boolean
  readonly status: AnsibleTaskStatus
  readonly seconds: number
  /** It failed, and the playbook was written to go on. */
  readonly isIgnored: boolean
  readonly message?: string
  readonly diff?: string
  /** Of a loop, those that changed or failed. */
  readonly items: readonly ItemOutcome[]
}

interface ItemOutcome {
  /** Empty when it may not be told. */
  readonly item: string
  readonly status: AnsibleTaskStatus
  readonly message?: string
  readonly diff?: string
}

export interface BaselineReport {
  readonly tasks: readonly AnsibleTaskResult[]
  /** The task that had begun and did not come to its end, when the output was cut off. */
  readonly unfinished?: AnsibleTaskName
  /** False: the output was cut off, and what came after is not known. */
  readonly isWhole: boolean
  /** The first task that made the run fail. */
  readonly failure?: { readonly role?: string; readonly task: string; readonly message: string }
  /** Lines that are no event: warnings of Ansible, or why it did not start. */
  readonly said: readonly string[]
}

interface AnsibleTaskName {
  readonly role?: string
  readonly task: string
}

export interface BaselineReader {
  line(text: string): void
  result(): BaselineReport
}

export interface BaselineListener {
  readonly onStart?: (name: AnsibleTaskName) => void
  readonly onTask?: (outcome: AnsibleTaskResult) => void
}

type Event = Readonly<Record<string, unknown>>

/** Reads what ansible/callback_plugins/drover.py prints, whose docstring is the protocol, line by line as it comes. */
export function readBaselineEvents(listener: BaselineListener = {}): BaselineReader {
  const tasks: AnsibleTaskResult[] = []
  const said: string[] = []
  let items: ItemOutcome[] = []
  let unfinished: AnsibleTaskName | undefined
  let failures: number | undefined
  const finish = (event: Event): void => {
    const outcome = parseTask(event, items)
    items = []
    unfinished = undefined
    tasks.push(outcome)
    listener.onTask?.(outcome)
  }
  const take: Readonly<Record<string, (event: Event) => void>> = {
    begin: () => undefined,
    start: (event) => {
      items = []
      unfinished = parseName(event)
      listener.onStart?.(unfinished)
    },
    task: (event) => {
      if (event.item === undefined) finish(event)
      else items.push(parseItem(event))
    },
    end: ({ failed, unreachable }) => {
      failures = numberOf(failed) + numberOf(unreachable)
    },
  }
  return {
    line(text) {
      const event = parseEvent(text)
      const name = textOf(event?.event) ?? ''
      if (event !== undefined && Object.hasOwn(take, name)) take[name]?.(event)
      else if (text.trim() !== '') said.push(text)
    },
    result: () => {
      const failed = failures === 0 ? undefined : tasks.find(isFailure)
      return {
        tasks,
        said,
        isWhole: failures !== undefined,
        ...(unfinished === undefined ? {} : { unfinished }),
        ...(failed === undefined ? {} : { failure: failureOf(failed) }),
      }
    },
  }
}

function isFailure({ status, isIgnored }: AnsibleTaskResult): boolean {
  return (status === 'failed' || status === 'unreachable') && !isIgnored
}

function failureOf({
  role,
  task,
  message,
  items,
}: AnsibleTaskResult): NonNullable<BaselineReport['failure']> {
  // Of a loop Ansible says only that an item failed: the item says why.
  const item = items.find(({ status }) => status === 'failed')
  const why = item?.message ?? message ?? 'failed without a message'
  const of = item === undefined || item.item === '' ? '' : `"${item.item}": `
  return { ...(role === undefined ? {} : { role }), task, message: `${of}${why}` }
}

function parseEvent(text: string): Event | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    return JSON.parse(text) as Event
  } catch (error) {
    // A program that a task runs may print what begins like one, and a line may be cut off.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function parseName({ role, task }: Event): AnsibleTaskName {
  return { ...(typeof role === 'string' ? { role } : {}), task: textOf(task) ?? '' }
}

function parseTask(event: Event, items: readonly ItemOutcome[]): AnsibleTaskResult {
  return {
    ...parseName(event),
    isHandler: event.handler === true,
    status: statusOf(event.status),
    seconds: numberOf(event.seconds),
    isIgnored: event.ignored === true,
    ...parseDetails(event),
    items,
  }
}

function parseItem(event: Event): ItemOutcome {
  return { item: textOf(event.item) ?? '', status: statusOf(event.status), ...parseDetails(event) }
}

function parseDetails(event: Event): { readonly message?: string; readonly diff?: string } {
  const diff = textOf(event.diff)
  const message = messageOf(event)
  return { ...(message === undefined ? {} : { message }), ...(diff === undefined ? {} : { diff }) }
}

/** The message, and the end of what the program said: "non-zero return code" alone helps nobody. */
function messageOf({ msg, stderr, stdout, censored }: Event): string | undefined {
  if (censored === true) return 'what it did is not told, because secrets are in it'
  const said = lastLines(textOf(stderr) ?? '') || lastLines(textOf(stdout) ?? '')
  const message = textOf(msg) ?? ''
  const parts = [message.trim(), message.includes(said) ? '' : said].filter((part) => part !== '')
  return parts.length === 0 ? undefined : parts.join(': ')
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n')
}

/** A status that we do not know is none of success. */
function statusOf(value: unknown): AnsibleTaskStatus {
  return statuses.find((status) => status === value) ?? 'failed'
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
