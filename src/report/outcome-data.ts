import type { Json, JsonObject } from '../base/json.js'

/** `data` of `list`. */
export interface Presence {
  readonly provider: string
  readonly presence: string
  /** False when `flock.yml` has the machine no more. */
  readonly wanted: boolean
  readonly address?: string
  /** Name in the DNS. */
  readonly dns?: string
  /** Of a machine whose making is not complete. */
  readonly expiresAt?: string
  /** Ids of all machines of this name, when there is more than one. */
  readonly duplicates?: readonly string[]
  readonly applied?: { readonly config: string; readonly time: string; readonly outcome: string }
}

/** `certificate` in the `data` of `list`, `verify` and `certbot`. */
export interface CertificateData {
  /** UTC, ISO 8601. */
  readonly notAfter: string
  /** Whole days; negative when it has ended. */
  readonly daysLeft: number
  readonly urgency: string
}

/** `data` of `preview` and `configure`. */
export interface PlanData {
  readonly digest: string
  readonly changes: readonly PlannedChange[]
}

export interface PlannedChange {
  readonly path: string
  readonly action: string
  /** Unified diff, secrets as placeholders; absent when there is nothing to show line by line. */
  readonly diff?: string
  readonly after: readonly string[]
}

/** `data` of `run`. */
export interface Answer {
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
  readonly truncated: boolean
}

/** `data` of `backup` and `download`. */
export interface SavedData {
  /** On this computer. */
  readonly file: string
  readonly size: number
  readonly sha256: string
}

/** One job of a matrix. */
export interface JobData {
  readonly name: string
  /** Names, separated by spaces. */
  readonly machines: string
  readonly lock: string
}

/** `data` of `plan`. */
export interface JobsData {
  readonly canary: readonly JobData[]
  readonly shards: readonly JobData[]
  readonly machines: readonly string[]
}

/** One event of `history`. */
export interface HistoryEvent {
  readonly time: string
  readonly machine: string
  readonly operation: string
  readonly outcome: string
  readonly reason: string
  readonly message: string
  readonly durationMs: number
  readonly config: string
  readonly runId: string
  readonly runUrl?: string
  readonly actor: string
  /** Absent when GitHub was not asked; null for a run at a shell or of another repository. */
  readonly github?: RunAtGitHub | null
}

/** What GitHub knows of a run. */
export interface RunAtGitHub {
  readonly state: string
  readonly workflow: string
  readonly title: string
  readonly event: string
  readonly conclusion: string
  readonly url: string
  readonly durationMs?: number
}

// `data` is JSON from another layer: what has not the expected shape is not shown, and nothing throws.

export function parsePresence(data: Json | undefined): Presence | undefined {
  if (!isObject(data) || typeof data.presence !== 'string') return undefined
  const applied = data.applied
  return {
    provider: text(data.provider),
    presence: data.presence,
    wanted: data.wanted !== false,
    ...(typeof data.address === 'string' && { address: data.address }),
    ...(typeof data.dns === 'string' && { dns: data.dns }),
    ...(typeof data.expiresAt === 'string' && { expiresAt: data.expiresAt }),
    ...(Array.isArray(data.duplicates) && {
      duplicates: data.duplicates.filter(isObject).map(({ id }) => text(id)),
    }),
    ...(isObject(applied) && {
      applied: {
        config: text(applied.config),
        time: text(applied.time),
        outcome: text(applied.outcome),
      },
    }),
  }
}

export function parseCertificate(data: Json | undefined): CertificateData | undefined {
  const found = isObject(data) ? data.certificate : undefined
  if (!isObject(found) || typeof found.daysLeft !== 'number') return undefined
  return { notAfter: text(found.notAfter), daysLeft: found.daysLeft, urgency: text(found.urgency) }
}

export function parsePlan(data: Json | undefined): PlanData | undefined {
  if (!isObject(data) || !Array.isArray(data.changes)) return undefined
  const changes = data.changes.filter(isObject).map((change) => ({
    path: text(change.path),
    action: text(change.action),
    ...(typeof change.diff === 'string' && { diff: change.diff }),
    after: Array.isArray(change.after) ? change.after.map(text) : [],
  }))
  return { digest: text(data.digest), changes }
}

export function parseAnswer(data: Json | undefined): Answer | undefined {
  if (!isObject(data) || typeof data.stdout !== 'string') return undefined
  return {
    code: typeof data.code === 'number' ? data.code : null,
    signal: typeof data.signal === 'string' ? data.signal : null,
    stdout: data.stdout,
    stderr: text(data.stderr),
    truncated: data.truncated === true,
  }
}

export function parseSaved(data: Json | undefined): SavedData | undefined {
  if (!isObject(data) || typeof data.file !== 'string' || typeof data.sha256 !== 'string') return undefined
  return { file: data.file, sha256: data.sha256, size: typeof data.size === 'number' ? data.size : 0 }
}

export function parseJobs(data: Json | undefined): JobsData | undefined {
  if (!isObject(data) || !Array.isArray(data.shards)) return undefined
  return {
    canary: jobs(data.canary),
    shards: jobs(data.shards),
    machines: Array.isArray(data.machines) ? data.machines.map(text) : [],
  }
}

function jobs(data: Json | undefined): readonly JobData[] {
  if (!Array.isArray(data)) return []
  return data.filter(isObject).map(({ name, machines, lock }) => ({
    name: text(name),
    machines: text(machines),
    lock: text(lock),
  }))
}

/** `data` of `record`. */
export interface AccountedData {
  /** Operation of the jobs. */
  readonly for: string
  /** Commit of the config branch that was read. */
  readonly config: string
}

export function parseAccounted(data: Json | undefined): AccountedData | undefined {
  if (!isObject(data) || typeof data.for !== 'string') return undefined
  return { for: data.for, config: text(data.config) }
}

export function parseEvents(data: Json | undefined): readonly HistoryEvent[] | undefined {
  if (!Array.isArray(data)) return undefined
  return data.filter(isObject).map((event) => ({
    time: text(event.time),
    machine: text(event.machine),
    operation: text(event.operation),
    outcome: text(event.outcome),
    reason: text(event.reason),
    message: text(event.message),
    durationMs: typeof event.duration_ms === 'number' ? event.duration_ms : 0,
    config: text(event.config),
    runId: text(event.run_id),
    ...(typeof event.run_url === 'string' && { runUrl: event.run_url }),
    actor: text(event.actor),
    ...(event.github !== undefined && { github: parseRun(event.github) }),
  }))
}

function parseRun(run: Json): RunAtGitHub | null {
  if (!isObject(run)) return null
  return {
    state: text(run.state),
    workflow: text(run.workflow),
    title: text(run.title),
    event: text(run.event),
    conclusion: text(run.conclusion),
    url: text(run.url),
    ...(typeof run.duration_ms === 'number' && { durationMs: run.duration_ms }),
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
