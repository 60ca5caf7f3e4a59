import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { installTool, tools } from '../../../scripts/install-tool.ts'
import { startGitHttpServer } from '../git-http-server.ts'
import { type GitHubStandIn, startGitHubStandIn } from '../github-stand-in.ts'
import { type LocalFlock, makeLocalFlock } from '../local-flock.ts'
import type { OpsRepository } from '../ops-repository.ts'
import { layOutToolkit, layOutTrap, layOutUpload, templatesFor } from './lay-out-ops.ts'
import { type ActRan, runAct } from './run-act.ts'

const token = 'ghs_token-of-the-job-4d1f'
/** What the stand-in for GitHub's API has. */
const repository = 'o/r'
const awsCredentials = 'aws-actions/configure-aws-credentials'
const uploadArtifact = 'actions/upload-artifact'

export interface ActFlock extends LocalFlock {
  /** Every value that no log may show. */
  readonly hidden: readonly string[]
  readonly github: GitHubStandIn
  /** Artifacts of all runs, a folder each. */
  readonly uploads: string
  /** Of all runs so far. */
  readonly logs: readonly string[]
  /** Variables of the repository. */
  readonly variables: Map<string, string>
  /** A person presses a button; the workflow's name is its file's. */
  press(button: string, inputs: Readonly<Record<string, string>>, runId: string): Promise<ActRan>
  /** A person pushes files to the config branch; undefined removes. */
  push(files: Readonly<Record<string, string | undefined>>, runId: string): Promise<ActRan>
  /** A person asks for a review of files on a branch of their own, in this repository or in a fork of it. */
  propose(
    files: Readonly<Record<string, string>>,
    from: { readonly repository: string; readonly runId: string },
  ): Promise<ActRan>
  /** Something else starts a workflow of the default branch. */
  dispatch(
    workflow: string,
    event: Readonly<{ name: string; payload: unknown }>,
    runId: string,
  ): Promise<ActRan>
}

/**
 * A flock of local machines with the ops repository that people get: the workflows of both branches, a git
 * server over HTTP that asks for the job's token, and act for the runners.
 */
export async function makeActFlock(name: string): Promise<ActFlock> {
  const act = await installTool(tools.act)
  const flock = await makeLocalFlock(name)
  const { folder, ops } = flock
  const secrets = { DROVER_SSH_KEY: readFileSync(flock.keyFile, 'utf8'), ...flock.secrets }
  const server = await startGitHttpServer({
    root: serve(ops.url, join(folder, 'served')),
    auth: { user: 'x-access-token', password: token },
  })
  const github = await startGitHubStandIn()
  github.tokens.set(token, 'github-actions[bot]')
  const main = pushMain(ops.url, {
    folder: join(folder, 'main'),
    files: templatesFor('main', Object.keys(secrets)),
  })
  ops.push(templatesFor('config', Object.keys(secrets)), 'the workflows')
  const templates = Object.values(templatesFor('main', [])).join('\n')
  const repositories = {
    'toolkit-owner/toolkit@toolkit-ref': layOutToolkit(join(folder, 'toolkit')),
    'ops-owner/ops@ops-default-branch': main,
    // act unpacks an action whose step it then leaves out.
    [pinOf(templates, awsCredentials)]: layOutTrap(join(folder, 'trap')),
    [pinOf(templates, uploadArtifact)]: layOutUpload(join(folder, 'upload'), join(folder, 'uploads')),
  }
  const places = { repository, server: server.url('').replace(/\/$/, ''), api: github.apiUrl }
  const variables = new Map<string, string>()
  const common = { act, folder, repositories, variables, ...places }
  const logs: string[] = []
  const run = async (
    one: Omit<Parameters<typeof runAct>[0], keyof typeof common | 'secrets'>,
  ): Promise<ActRan> => {
    const ran = await runAct({ ...common, ...one, secrets: { ...secrets, GITHUB_TOKEN: token } })
    logs.push(ran.log)
    return ran
  }
  return {
    ...flock,
    github,
    uploads: join(folder, 'uploads'),
    logs,
    variables,
    hidden: [
      token,
      ...Object.values(flock.secrets),
      ...secrets.DROVER_SSH_KEY.trim().split('\n').slice(1, -1),
    ],
    press: (button, inputs, runId) =>
      run({
        checkout: main,
        workflow: `${button}.yml`,
        event: 'workflow_dispatch',
        payload: { inputs },
        runId,
      }),
    push: (files, runId) => {
      const before = ops.head()
      const after = ops.push(files, 'an edit')
      const payload = { ref: 'refs/heads/config', before, after, deleted: false }
      return run({ checkout: ops.clone, workflow: 'push.yml', event: 'push', payload, runId })
    },
    propose: async (files, { repository: from, runId }) => {
      const base = ops.head()
      const head = pushProposal(ops, files)
      github.heads.set(7, head)
      const pull = {
        number: 7,
        base: { ref: 'config', sha: base, repo: { id: 1, full_name: repository } },
        head: { ref: 'proposal', sha: head, repo: { id: from === repository ? 1 : 2, full_name: from } },
      }
      const payload = { number: 7, pull_request: pull }
      // act takes the commit that is checked out for the trial merge of GitHub; here they are the same.
      const ran = await run({
        checkout: ops.clone,
        workflow: 'pull-request.yml',
        event: 'pull_request',
        payload,
        runId,
      })
      ops.git('checkout', '--quiet', 'config')
      return ran
    },
    dispatch: (workflow, { name: event, payload }, runId) =>
      run({ checkout: main, workflow, event, payload, runId }),
    remove: async () => {
      await server.close()
      await github.close()
      await flock.remove()
    },
  }
}

/** A folder to serve that has the repository under its name at GitHub. */
function serve(bare: string, folder: string): string {
  mkdirSync(dirname(join(folder, repository)), { recursive: true })
  symlinkSync(bare, join(folder, `${repository}.git`))
  execFileSync('git', ['-C', bare, 'config', 'http.receivepack', 'true'])
  return folder
}

/** The default branch, and a checkout of it for act to start from. */
function pushMain(url: string, { folder, files }: Checkout): string {
  writeFiles(folder, files)
  const identity = ['-c', 'user.name=anna', '-c', 'user.email=anna@example.org', '-c', 'commit.gpgsign=false']
  const git = (...words: readonly string[]): void =>
    void execFileSync('git', [...identity, ...words], { cwd: folder })
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '-m', 'the workflows')
  git('push', '--quiet', url, 'main')
  return folder
}

/** Commits files on a branch of their own, on which the clone is afterwards. */
function pushProposal({ git, clone }: OpsRepository, files: Readonly<Record<string, string>>): string {
  git('pull', '--quiet', '--rebase', 'origin', 'config')
  git('checkout', '--quiet', '-B', 'proposal')
  writeFiles(clone, files)
  git('add', '--all')
  git('commit', '--quiet', '-m', 'a proposal')
  git('push', '--quiet', '--force', 'origin', 'proposal')
  return git('rev-parse', 'HEAD').trim()
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

interface Checkout {
  readonly folder: string
  readonly files: Readonly<Record<string, string>>
}

function pinOf(templates: string, action: string): string {
  const [pin] = templates.match(new RegExp(`${action}@[0-9a-f]{40}`)) ?? []
  if (pin === undefined) throw new Error(`no template names ${action} by its commit`)
  return pin
}
