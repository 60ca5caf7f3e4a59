import type { LedgerRecord } from '../../events/record.js'
import type { Clock } from '../../system/clock.js'
import type { Pushed, Snapshot } from '../ledger.js'
import { missingRecords, planCommits, type RenderDashboard } from '../records/fold-records.js'
import { type Author, importCommits } from './fast-import.js'
import type { GitRepository } from './git-repository.js'
import { pushFailed, type Trouble } from './push-failure.js'

export interface PushContext {
  readonly repository: GitRepository
  readonly clock: Clock
  readonly author: Author
  readonly deadlineMs: number
  readonly renderDashboard: RenderDashboard
  /** For messages. */
  readonly branch: string
  /** The head of the branch when it was last read, if it was. It saves a fetch; compare-and-swap notices an old one. */
  readonly known: string | undefined
  /** Reads a commit that is in the repository. */
  load(commit: string): Promise<Snapshot>
}

/**
 * Pushes by compare-and-swap: commits on the head and pushes. When the branch moved or no
 * answer came, reads the branch again and commits only what is missing. Only the deadline
 * limits the attempts: with another limit, concurrent writers would lose records.
 */
export async function pushRecords(records: readonly LedgerRecord[], context: PushContext): Promise<Pushed> {
  const deadline = startDeadline(context)
  try {
    let state: State = { ...fresh, head: context.known }
    for (let wait = 0; ; wait += 1) {
      const next = await tryOnce(records, { context, state, signal: deadline.signal })
      if ('commit' in next) return next
      if (next.isFinal || deadline.isOver()) return await giveUp(records, { context, state: next })
      await deadline.sleepAtMost(context.clock.random() * Math.min(longestWaitMs, firstWaitMs * 2 ** wait))
      state = next
    }
  } finally {
    deadline.stop()
  }
}

const firstWaitMs = 100
const longestWaitMs = 5_000
const lastFetchMs = 15_000

interface State {
  /** undefined when the branch must be read first. */
  readonly head: string | undefined
  readonly attempts: number
  readonly trouble: Trouble
  /** True when a push may be on the branch although its answer is missing. */
  readonly isUnanswered: boolean
  /** True when another attempt cannot help. */
  readonly isFinal: boolean
}

const fresh: State = {
  head: undefined,
  attempts: 0,
  trouble: { kind: 'none' },
  isUnanswered: false,
  isFinal: false,
}

interface Try {
  readonly context: PushContext
  readonly state: State
  readonly signal: AbortSignal
}

async function tryOnce(
  records: readonly LedgerRecord[],
  { context, state, signal }: Try,
): Promise<Pushed | State> {
  const { repository } = context
  const fetched =
    state.head === undefined
      ? await repository.fetchHead(signal)
      : { kind: 'fetched' as const, commit: state.head }
  if (fetched.kind === 'failed') {
    const trouble = worst(state.trouble, { now: { kind: 'fetch', failed: fetched }, signal })
    return { ...state, trouble, isFinal: fetched.lasting }
  }
  const head = await context.load(fetched.commit)
  const pending = missingRecords(head, records)
  if (pending.length === 0) return { commit: head.commit, attempts: state.attempts }
  if (isRefused(state.trouble, head.commit)) return { ...state, isFinal: true }
  const commit = await commitOn(head, { pending, context })
  const end = await repository.push(commit, signal)
  const attempts = state.attempts + 1
  if (end.kind === 'pushed') return { commit, attempts }
  return {
    head: undefined,
    attempts,
    trouble: worst(state.trouble, { now: { kind: 'push', end, parent: head.commit }, signal }),
    isUnanswered: state.isUnanswered || end.kind === 'unanswered',
    isFinal: end.kind === 'unanswered' && end.lasting,
  }
}

/** An attempt that the deadline stopped has no cause of its own: the trouble before it says more. */
function worst(
  before: Trouble,
  { now, signal }: { readonly now: Trouble; readonly signal: AbortSignal },
): Trouble {
  return signal.aborted && before.kind !== 'none' ? before : now
}

async function commitOn(
  head: Snapshot,
  { pending, context }: { readonly pending: readonly LedgerRecord[]; readonly context: PushContext },
): Promise<string> {
  const commits = planCommits(pending, { head, renderDashboard: context.renderDashboard })
  return await importCommits(commits, {
    folder: context.repository.folder,
    parent: head.commit,
    author: context.author,
    committedAtMs: context.clock.now(),
  })
}

/** A refusal is final when the branch has not moved: then no other push was the cause. */
function isRefused(trouble: Trouble, head: string): boolean {
  if (trouble.kind !== 'push' || trouble.end.kind !== 'refused') return false
  return !trouble.end.racing && trouble.parent === head
}

/** Reads the branch once more when a push was not answered, because it may have arrived. */
async function giveUp(
  records: readonly LedgerRecord[],
  { context, state }: { readonly context: PushContext; readonly state: State },
): Promise<Pushed> {
  const { attempts, trouble } = state
  if (state.isUnanswered) {
    const fetched = await context.repository.fetchHead(AbortSignal.timeout(lastFetchMs))
    if (fetched.kind === 'fetched') {
      const missing = missingRecords(await context.load(fetched.commit), records)
      if (missing.length === 0) return { commit: fetched.commit, attempts }
    }
  }
  throw pushFailed(trouble, { branch: context.branch, records: records.length, attempts })
}

interface Deadline {
  readonly signal: AbortSignal
  isOver(): boolean
  sleepAtMost(ms: number): Promise<void>
  stop(): void
}

function startDeadline({ clock, deadlineMs }: PushContext): Deadline {
  const end = clock.elapsed() + deadlineMs
  const left = (): number => Math.max(0, end - clock.elapsed())
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), deadlineMs)
  return {
    signal: controller.signal,
    // Node's timer may fire a little before the deadline by the clock.
    isOver: () => left() === 0 || controller.signal.aborted,
    sleepAtMost: (ms) => clock.sleep(Math.min(ms, left())),
    stop: () => clearTimeout(timer),
  }
}
