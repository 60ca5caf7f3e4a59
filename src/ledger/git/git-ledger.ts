import { setImmediate } from 'node:timers/promises'
import { DroverError, throwIfInvalid } from '../../base/errors.js'
import type { Secret } from '../../base/secret.js'
import type { Clock } from '../../system/clock.js'
import type { Ledger, Snapshot } from '../ledger.js'
import { parseMachineFiles } from '../machine-files.js'
import { readHistory } from '../read-history.js'
import { checkRecords } from '../records/check-records.js'
import type { RenderDashboard } from '../records/fold-records.js'
import type { Author } from './fast-import.js'
import { type Fetched, type GitRepository, openRepository } from './git-repository.js'
import { pushRecords } from './push-records.js'
import { makeTreeReader, type TreeReader } from './read-tree.js'
import { parseRemote } from './remote-address.js'

export interface GitLedgerOptions {
  /** A URL, `HOST:PATH`, or the path of a local repository. */
  readonly url: string
  readonly branch: string
  /** Sent over HTTPS, and over HTTP only to this computer; ignored for other URLs. */
  readonly token?: Secret | undefined
  readonly clock: Clock
  readonly author?: Author | undefined
  readonly pushDeadlineMs?: number | undefined
  /** Renders README.md of the branch. */
  readonly renderDashboard: RenderDashboard
  /** The folder for the temporary repository; by default the system's folder for temporary files. */
  readonly workDir?: string | undefined
  /** Called with a sentence about what was left out of an answer, and why. */
  readonly onNotice?: ((message: string) => void) | undefined
}

export interface GitLedger extends Ledger {
  /** Begins to fetch what the first call needs, while the caller does something else. A failure is thrown by the next `read`, too. */
  begin(): Promise<void>
}

export const droverAuthor: Author = { name: 'drover', email: 'drover@users.noreply.github.com' }

/**
 * The ledger on a git repository. Nothing is done before the first call, and
 * calls on one ledger wait for each other. Throws `invalid-argument` at once for
 * a wrong URL or branch name.
 */
export function makeGitLedger(options: GitLedgerOptions): GitLedger {
  const { url, branch, token, clock } = options
  const onNotice = options.onNotice ?? (() => undefined)
  const remote = parseRemote({ url, branch, ...(token === undefined ? {} : { token }) })
  const oneAtATime = makeQueue()
  const opened = once(async () => {
    if (remote.withheld) onNotice(`repository "${remote.shown}": the token is not sent over plain HTTP`)
    const repository = await openRepository({ remote, workDir: options.workDir })
    return { repository, reader: makeTreeReader({ folder: repository.folder, onNotice }) }
  })
  let known: string | undefined
  let last: Snapshot | undefined

  /** The fetch that `begin` started, until a call uses it. */
  let early: Promise<Fetched> | undefined
  const closing = new AbortController()
  const head = async (repository: GitRepository): Promise<string> => {
    const begun = early
    early = undefined
    const fetched = await (begun ?? repository.fetchHead())
    if (fetched.kind === 'failed') throw fetched.error
    known = fetched.commit
    return fetched.commit
  }

  return {
    begin: async () => {
      const { repository } = await opened.get()
      early = oneAtATime(() => repository.fetchHead(closing.signal))
      // The next `read` throws the error.
      early.catch(() => {})
      // simple-git starts the process some turns later.
      await setImmediate()
    },
    read: () =>
      oneAtATime(async () => {
        const { repository, reader } = await opened.get()
        last = await loadStrictly(await head(repository), reader)
        return last
      }),
    readAt: (commit) =>
      oneAtATime(async () => {
        if (!isCommitId(commit)) return undefined
        const { repository, reader } = await opened.get()
        if (commit !== known && !(await repository.fetchCommit(commit))) return undefined
        return await loadStrictly(commit, reader)
      }),
    push: (records) =>
      oneAtATime(async () => {
        checkRecords(records)
        // A fetch from before this push must not answer a read after it.
        const begun = await early?.catch(() => undefined)
        early = undefined
        if (begun?.kind === 'fetched') known = begun.commit
        const { repository, reader } = await opened.get()
        // Usually nobody pushed since the branch was read, so it need not be read again.
        const load = async (commit: string): Promise<Snapshot> =>
          commit === last?.commit ? last : await loadTolerantly(commit, { reader, onNotice })
        const pushed = await pushRecords(records, {
          repository,
          clock,
          branch,
          author: options.author ?? droverAuthor,
          deadlineMs: options.pushDeadlineMs ?? 300_000,
          renderDashboard: options.renderDashboard,
          known,
          load,
        })
        known = pushed.commit
        return pushed
      }),
    isOnBranch: (commit) =>
      oneAtATime(async () => {
        if (!isCommitId(commit)) return false
        const { repository } = await opened.get()
        return commit === known || (await repository.isOnBranch(commit))
      }),
    headOf: (ref) =>
      oneAtATime(async () => {
        const { repository } = await opened.get()
        return await repository.headOf(ref)
      }),
    history: (query) =>
      oneAtATime(async () => {
        const { repository, reader } = await opened.get()
        const entries = await reader.list(await head(repository))
        return await readHistory(query, { entries, reader, onNotice })
      }),
    close: () => {
      if (early !== undefined) closing.abort()
      return oneAtATime(async () => {
        const { repository } = (await opened.end()) ?? {}
        await repository?.close()
      })
    },
  }
}

async function loadStrictly(commit: string, reader: TreeReader): Promise<Snapshot> {
  const tree = await reader.read(await reader.list(commit))
  const { machines, problems } = parseMachineFiles(tree)
  throwIfInvalid(problems)
  return { commit, tree, machines }
}

/** Loads a snapshot for a push: a machine with broken files must not keep another machine's record off the branch. */
async function loadTolerantly(
  commit: string,
  { reader, onNotice }: { readonly reader: TreeReader; readonly onNotice: (message: string) => void },
): Promise<Snapshot> {
  const tree = await reader.read(await reader.list(commit))
  const { machines, problems } = parseMachineFiles(tree)
  for (const { message } of problems) onNotice(message)
  return { commit, tree, machines }
}

/** True for a full id, but not for the id of zeros, which GitHub gives as the commit before the first push. */
function isCommitId(text: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text) && !/^0+$/.test(text)
}

// The repository has one FETCH_HEAD and one ref for new commits: two calls at once would mix them up.
function makeQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task)
    last = result.catch(() => undefined)
    return result
  }
}

interface Once<T> {
  get(): Promise<T>
  /** Resolves to the value if one was made; `get` throws from now on. */
  end(): Promise<T | undefined>
}

function once<T>(make: () => Promise<T>): Once<T> {
  let made: Promise<T> | undefined
  let ended = false
  return {
    get: () => {
      if (ended) throw new DroverError('ledger: was used after it was closed', { reason: 'bug' })
      made ??= make()
      return made
    },
    end: async () => {
      ended = true
      return await made?.catch(() => undefined)
    },
  }
}
