import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

export interface ActRun {
  /** The program. */
  readonly act: string
  /** The repository whose workflow runs, checked out. */
  readonly checkout: string
  readonly workflow: string
  readonly event: string
  readonly payload: unknown
  readonly runId: string
  /** Where its cache and the file of the event go. */
  readonly folder: string
  /** The URLs that take the place of `github.com` and of its API. */
  readonly server: string
  readonly api: string
  /** `OWNER/NAME` of the repository. */
  readonly repository: string
  /** `OWNER/NAME@REF` and the folder that it is. */
  readonly repositories: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  /** Variables of the repository. */
  readonly variables: ReadonlyMap<string, string>
}

interface ActJob {
  /** As the workflow has it: `shard`, `work` … */
  readonly id: string
  /** The name of its shard; empty for a job that has no matrix. */
  readonly shard: string
  readonly failed: boolean
  readonly summary: string
}

export interface ActRan {
  readonly code: number | null
  readonly jobs: readonly ActJob[]
  /** All that act and the jobs said. */
  readonly log: string
}

interface Line {
  readonly jobID?: string
  readonly matrix?: { readonly shard?: { readonly name: string } }
  readonly stepResult?: string
  readonly command?: string
  readonly content?: string
  readonly msg?: string
}

/** One event on a workflow, as `act` carries it out with the processes of this computer for jobs. */
export async function runAct(run: ActRun): Promise<ActRan> {
  const { code, output } = await start(run)
  const lines = output.split('\n').filter(Boolean).map(parseLine)
  return { code, jobs: jobsOf(lines), log: lines.map(({ msg = '' }) => msg).join('\n') }
}

function start(run: ActRun): Promise<{ readonly code: number | null; readonly output: string }> {
  const event = join(mkdtempSync(join(run.folder, 'event-')), 'event.json')
  writeFileSync(event, JSON.stringify(run.payload))
  const runner = {
    GITHUB_REPOSITORY: run.repository,
    GITHUB_SERVER_URL: run.server,
    GITHUB_API_URL: run.api,
    GITHUB_RUN_ID: run.runId,
  }
  const args = [
    [run.event, '--json', '--actor', 'anna', '--directory', run.checkout],
    ['--workflows', `.github/workflows/${run.workflow}`, '--eventpath', event],
    ['--platform', 'ubuntu-24.04=-self-hosted', '--no-cache-server'],
    // It would hide what Drover ought to hide.
    ['--insecure-secrets'],
    ['--action-cache-path', join(run.folder, 'cache')],
    Object.entries(runner).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    // Without a value: act takes it from its environment.
    Object.keys(run.secrets).flatMap((name) => ['--secret', name]),
    [...run.variables].flatMap(([name, value]) => ['--var', `${name}=${value}`]),
    Object.entries(run.repositories).flatMap(([name, path]) => ['--local-repository', `${name}=${path}`]),
  ].flat()
  const { PATH = '', HOME = '', DROVER_LOCAL_DIR } = process.env
  const child = spawn(run.act, args, {
    env: {
      ...run.secrets,
      PATH: `${dirname(process.execPath)}${delimiter}${PATH}`,
      HOME,
      ...(DROVER_LOCAL_DIR ? { DROVER_LOCAL_DIR } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}

/** act says what goes wrong before it starts in plain text. */
function parseLine(text: string): Line {
  try {
    return JSON.parse(text) as Line
  } catch {
    return { msg: text }
  }
}

function jobsOf(lines: readonly Line[]): readonly ActJob[] {
  const jobs = new Map<string, ActJob>()
  for (const { jobID, matrix, stepResult, command, content } of lines) {
    // The job of a caller is only what holds those of the workflow that it calls.
    if (jobID === undefined) continue
    const shard = matrix?.shard?.name ?? ''
    const key = `${jobID} ${shard}`
    const { failed, summary } = jobs.get(key) ?? { failed: false, summary: '' }
    jobs.set(key, {
      id: jobID,
      shard,
      failed: failed || stepResult === 'failure',
      summary: command === 'summary' && content !== undefined ? summary + content : summary,
    })
  }
  return [...jobs.values()]
}
