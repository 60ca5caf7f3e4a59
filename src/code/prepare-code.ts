import { readFile } from 'node:fs/promises'
import { sha256 } from '../base/digest.js'
import { DroverError } from '../base/errors.js'
import type { ReasonCode } from '../base/reasons.js'
import type { MachineConnection } from '../connection/machine-connection.js'
import { runTransient } from '../long-work/run-long-work.js'
import type { Session } from '../remote/session.js'
import { answerOf } from '../task/answer-of.js'
import type { Task } from '../task/task.js'
import type { ArchiveFile } from '../transaction/transaction.js'
import { codeStatus } from './commands/code-status.js'
import { type ObservedReleases, observeReleasesCommand, parseReleases } from './commands/observe-releases.js'
import { parseReleaseLine, prepareScript, type ReleaseWork } from './commands/prepare-release.js'
import { releaseOf } from './commands/release.js'
import { credentialsOf, type DesiredCode } from './resolve-code.js'

const timeoutSeconds = 3600
/** What is sent to a machine is held in memory as a whole. */
const maxBytes = 512 * 1024 * 1024

export interface CodeToPrepare {
  readonly connection: MachineConnection
  readonly desired: readonly DesiredCode[]
  /** Paths of releases that are known to be done, such as those that links of code lead to now. */
  readonly present: ReadonlySet<string>
}

/**
 * Makes every wanted release on the machine, ready to be switched to; nothing is switched. Asks the
 * machine nothing when all are present. Throws, among what `runTransient` throws, `build-failed`,
 * `code-unreachable`, `commit-missing`, `disk-full`, `too-large`, `missing-secret`.
 */
export async function prepareCode(
  task: Task,
  { connection, desired, present }: CodeToPrepare,
): Promise<void> {
  const pathOf = ({ entry, commit }: DesiredCode): string => releaseOf(entry, commit).path
  const unknown = desired.filter((code) => !present.has(pathOf(code)))
  if (unknown.length === 0) return
  const observed = await look(task, connection, unknown)
  const lacking = unknown.flatMap((code, at) => {
    const { done, have } = observed[at] ?? { done: [], have: [] }
    return done.includes(pathOf(code)) ? [] : [{ ...code, have }]
  })
  if (lacking.length === 0) return
  const labels = lacking.map(({ entry, commit }) => releaseOf(entry, commit).label).join(', ')
  await task.step({ kind: 'make-ready', text: `make ready ${labels}` }, async () => {
    const { works, files } = await gather(task, lacking)
    await make(task, { connection, works, files })
  })
}

async function look(
  task: Task,
  session: Session,
  desired: readonly DesiredCode[],
): Promise<readonly ObservedReleases[]> {
  const paths = desired.map(({ entry }) => entry.path)
  const answer = await answerOf(session, {
    command: observeReleasesCommand(paths),
    subject: `${task.machine.name}: look at releases`,
    hint: 'Run the operation again.',
    signal: task.ports.signal,
  })
  return parseReleases(answer, paths)
}

interface Gathered {
  readonly works: readonly ReleaseWork[]
  readonly files: readonly ArchiveFile[]
}

/** What is pushed: the commits that the machine lacks, in a file for each code. */
async function gather(
  task: Task,
  lacking: readonly (DesiredCode & Pick<ObservedReleases, 'have'>)[],
): Promise<Gathered> {
  const { ports } = task
  const works: ReleaseWork[] = []
  const bundles: { readonly name: string; readonly path: string; readonly bytes: number }[] = []
  for (const { entry, commit, have } of lacking) {
    const credentials = credentialsOf(ports, entry)
    const bundle =
      entry.via === 'push'
        ? await ports.code.bundle({ url: entry.url, commit, credentials, have })
        : undefined
    const name = `${works.length}.bundle`
    works.push({ entry, commit, ...(bundle === undefined ? {} : { bundle: name }) })
    if (bundle !== undefined) bundles.push({ name, ...bundle })
  }
  const total = bundles.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total > maxBytes) throw tooLarge(task, total)
  const files: ArchiveFile[] = []
  for (const { name, path } of bundles) files.push({ path: name, mode: 0o600, bytes: await readFile(path) })
  return { works, files }
}

function tooLarge({ machine }: Task, bytes: number): DroverError {
  const mebibytes = (size: number): string => `${Math.ceil(size / 1024 / 1024)} MiB`
  return new DroverError(
    `${machine.name}: the commits that it lacks are ${mebibytes(bytes)}, and at most ${mebibytes(maxBytes)} can be sent`,
    {
      reason: 'too-large',
      hint: 'Let the machine fetch the code by itself ("via: clone"), or keep large files out of its history.',
    },
  )
}

interface Making extends Gathered, Pick<CodeToPrepare, 'connection'> {}

async function make(task: Task, { connection, works, files }: Making): Promise<void> {
  const script = prepareScript(works)
  let why: string | undefined
  const code = await runTransient(task, connection, {
    kind: 'code',
    // Without what names the files: whoever wants the same releases joins, whatever it would have sent.
    key: sha256(prepareScript(works.map(({ entry, commit }) => ({ entry, commit })))).slice(0, 32),
    script,
    files,
    timeoutSeconds,
    onLine: (line) => {
      const told = parseReleaseLine(line)
      if (told.kind === 'failed') why = told.why
      else task.output(told.line, 'stdout')
    },
  })
  if (code === 0) return
  const { reason, hint } = failures.get(code) ?? other
  throw new DroverError(`${task.machine.name}: ${why ?? `the making of releases exited with ${code}`}`, {
    reason,
    hint: `${hint} What is current on the machine was not touched.`,
  })
}

interface Failure {
  readonly reason: ReasonCode
  readonly hint: string
}

const other: Failure = { reason: 'command-failed', hint: 'The lines above say more.' }

const failures: ReadonlyMap<number, Failure> = new Map([
  [
    codeStatus.unreachable,
    {
      reason: 'code-unreachable',
      hint: 'Ensure that the machine can reach the repository without a password, or let the runner send the code ("via: push").',
    },
  ],
  [codeStatus.missing, { reason: 'commit-missing', hint: 'Ensure that the commit was pushed.' }],
  [codeStatus.build, { reason: 'build-failed', hint: 'The lines above are what it printed.' }],
  [codeStatus.diskFull, { reason: 'disk-full', hint: 'Make room on the machine.' }],
  [codeStatus.noGit, { reason: 'missing-tool', hint: 'Install git on the machine.' }],
])
