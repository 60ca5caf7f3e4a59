import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ConfigRepository, makeConfigRepository } from '../support/config-repository.ts'
import { type GitHubStandIn, startGitHubStandIn } from '../support/github-stand-in.ts'
import { type ActionRan, runAction, runCli } from '../support/run-drover.ts'
import { makeTestKey, type TestKey } from '../support/test-key.ts'

// The built action and the built command line, a real git repository, and GitHub's REST API as a stand-in.
const marker = '<!-- drover: preview demo -->\n'
const token = 'good-token'
/** Nothing listens at port 1: machines that cannot be reached, at once. */
const identity = (hostKey: string): string =>
  `${JSON.stringify({
    provider: 'local',
    id: 'lo-a',
    address: '127.0.0.1',
    port: 1,
    user: 'root',
    hostKeys: [hostKey],
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: '1',
  })}\n`

const event = (machine: string, runId: string): string =>
  `${JSON.stringify({
    actor: 'anna',
    config: 'a'.repeat(40),
    duration_ms: 900,
    machine,
    message: 'changed 1 file',
    operation: 'configure',
    outcome: 'changed',
    reason: 'done',
    record: `${runId}.1.configure.${machine}`,
    run_attempt: 1,
    run_id: runId,
    run_url: `https://github.com/o/r/actions/runs/${runId}`,
    time: new Date().toISOString(),
  })}\n`

let folder: string
let server: GitHubStandIn
let repository: ConfigRepository
let key: TestKey

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drover-test-github-'))
  server = await startGitHubStandIn()
  key = await makeTestKey()
  const hostKey = key.line.split(' ').slice(0, 2).join(' ')
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/')
  repository = makeConfigRepository({
    'flock.yml': 'flock: demo\nprovider: local\nmachines:\n  lo-a:\n  lo-b:\n',
    'config/all/files.yml': 'files:\n  - source: motd\n    destination: /etc/motd\n',
    'config/all/motd': 'hello\n',
    'machines/lo-a/machine.json': identity(hostKey),
    'machines/lo-b/machine.json': identity(hostKey),
    [`log/${day}.jsonl`]: event('lo-a', '4711') + event('lo-b', '4712'),
  })
})

afterEach(async () => {
  await server.close()
  repository.remove()
  await key.remove()
  rmSync(folder, { recursive: true, force: true })
})

const atGitHub = (): Record<string, string> => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_API_URL: server.apiUrl,
})

function act(
  inputs: Readonly<Record<string, string>>,
  { env = {}, payload }: { env?: Record<string, string>; payload?: unknown } = {},
): Promise<ActionRan> {
  return runAction({
    folder,
    inputs: { repository: repository.path, token, 'ssh-key-file': key.file, ...inputs },
    env: { ...atGitHub(), ...env },
    ...(payload === undefined ? {} : { event: { name: 'pull_request', payload } }),
  })
}

/** A pull request as GitHub keeps it: its trial merge is at a ref of its own, and the branch is as before. */
function openPull(files: Readonly<Record<string, string>>, headRepository = 7): Parameters<typeof act>[1] {
  const base = repository.head()
  const merged = repository.commit(files)
  repository.git('update-ref', 'refs/pull/3/merge', merged)
  repository.git('update-ref', 'refs/heads/config', base)
  const head = 'b'.repeat(40)
  server.heads.set(3, head)
  const pull = {
    number: 3,
    head: { sha: head, repo: { id: headRepository } },
    base: { sha: base, repo: { id: 7 } },
  }
  return { payload: { pull_request: pull }, env: { GITHUB_SHA: merged } }
}

test('plan in a pull request writes one comment, and updates it', async () => {
  const pull = openPull({ 'config/machines/lo-b/motd': 'only b\n' })
  const first = await act({ operation: 'preview', machines: 'changed' }, pull)
  expect(first.code, first.stdout).toBe(3)
  expect(server.comments).toHaveLength(1)
  expect(server.comments[0]?.body).toContain('**1 machine could not be previewed**')
  expect(server.comments[0]?.body).toContain('- <code>lo-b</code>: ')
  expect(first.stdout).toContain('the preview is at https://github.example/o/r/pull/3#issuecomment-')
  const second = await act(
    { operation: 'preview', machines: 'changed' },
    openPull({ 'config/all/unused': '' }),
  )
  expect(second.code, second.stdout).toBe(3)
  expect(server.comments).toHaveLength(1)
  expect(server.comments[0]?.body).toContain('**2 machines could not be previewed**')
  expect(first.stdout.replaceAll(`::add-mask::${token}`, '') + second.summary).not.toContain(token)
})

test('plan says on the pull request what is wrong with the change', async () => {
  const pull = openPull({ 'flock.yml': 'flock: demo\nmachnes:\n' })
  const ran = await act({ operation: 'preview', machines: 'changed' }, pull)
  expect(ran.code, ran.stdout).toBe(2)
  expect(server.comments[0]?.body?.startsWith(marker)).toBe(true)
  expect(server.comments[0]?.body).toContain('flock.yml:2:1: unknown key "machnes"')
})

test('plan refuses a pull request from a fork without asking anybody', async () => {
  const ran = await act(
    { operation: 'preview', machines: 'changed', 'ssh-key-file': '' },
    openPull({ 'config/all/motd': 'evil\n' }, 8),
  )
  expect(ran.code).toBe(2)
  expect(ran.stdout).toContain('comes from a fork, so nothing was previewed')
  expect(ran.outputs.get('reason-code')).toBe('from-fork')
  expect(server.asked).toEqual([])
})

test('plan reports a token that GitHub refuses, without the token', async () => {
  const wrong = 'ghs_canaryCanary42'
  const pull = openPull({ 'flock.yml': 'flock: demo\nprovider: local\nmachines: {}\n' })
  const ran = await act({ operation: 'preview', machines: 'changed', token: wrong }, pull)
  expect(ran.code, ran.stdout).toBe(3)
  expect(ran.outputs.get('reason-code')).toBe('not-permitted')
  expect(ran.stdout).toContain('the comment on pull request 3 could not be written')
  const shown = ran.stdout.replaceAll(`::add-mask::${wrong}`, '') + ran.stderr + ran.summary
  expect(shown).not.toContain(wrong)
  expect([...ran.outputs.values()].join()).not.toContain(wrong)
})

test('record leaves a deployment with the status of the run', async () => {
  const ran = await act({
    operation: 'record',
    for: 'configure',
    machines: 'lo-a',
    'job-result': 'success',
    environment: 'production',
    deployment: 'true',
  })
  expect(ran.code, ran.stdout).toBe(0)
  expect(server.deployments).toMatchObject([
    {
      asked: { ref: 'a'.repeat(40), environment: 'production', auto_merge: false, required_contexts: [] },
      statuses: [{ state: 'success', log_url: 'https://github.com/o/r/actions/runs/4711' }],
    },
  ])
})

const history = (env: Record<string, string>): ReturnType<typeof runCli> =>
  runCli(['history', '--github', '--repository', repository.path], { env })

test('history --github shows what GitHub knows beside the ledger', async () => {
  server.runs.push({
    id: 4711,
    name: 'Configure',
    display_title: 'configure lo-a · by anna',
    event: 'workflow_dispatch',
    status: 'completed',
    conclusion: 'success',
    html_url: 'https://github.com/o/r/actions/runs/4711',
    created_at: '2026-11-22T10:00:00Z',
    run_started_at: '2026-11-22T10:00:00Z',
    updated_at: '2026-11-22T10:03:05Z',
    run_attempt: 1,
  })
  const ran = await history({ ...atGitHub(), GITHUB_TOKEN: token })
  expect(ran.code, ran.stderr).toBe(0)
  expect(ran.stdout).toMatch(/4711 +Configure +workflow_dispatch +success +3 min 5 s +anna/)
  expect(ran.stdout).toMatch(/4712 +expired/)
})

test('history --github shows the ledger when the API does not answer, when no token is given, and outside of GitHub', async () => {
  await server.close()
  const closed = await history({ ...atGitHub(), GITHUB_TOKEN: token })
  const bare = await history(atGitHub())
  const outside = await history({ GITHUB_TOKEN: token })
  for (const [ran, why] of [
    [closed, 'no connection could be made'],
    [bare, 'no token for o/r is given'],
    [outside, 'the repository is not at GitHub'],
  ] as const) {
    expect(ran.code, ran.stderr).toBe(0)
    expect(ran.stdout).toContain('changed 1 file')
    expect(ran.stdout + ran.stderr).toContain(why)
    expect(ran.stdout + ran.stderr).not.toContain(token)
  }
  server = await startGitHubStandIn()
})
