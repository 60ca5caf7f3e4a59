import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFakeWorld, type RanIn, runIn } from '../../../test/support/fake-world.js'
import { type GitHubStandIn, startGitHubStandIn } from '../../../test/support/github-stand-in.js'
import {
  commitNamed,
  type Files,
  githubAt,
  identityFile,
  makeBranch,
  makeEmptyMachines,
  pullRequest,
} from '../../../test/support/pull-request-world.js'
import { Secret } from '../../base/secret.js'
import type { AnyRequest } from '../../request/request.js'
import type { Ports } from '../../task/ports.js'

const flock = 'flock: demo\nprovider: ec2\nmachines:\n  lo-a:\n  lo-b:\n  lo-c:\n'
const manifest = 'files:\n  - source: motd\n    destination: /etc/motd\n'
const base: Files = {
  'flock.yml': flock,
  'config/all/files.yml': manifest,
  'config/all/motd': 'hello\n',
  'machines/lo-a/machine.json': identityFile('192.0.2.1'),
  'machines/lo-b/machine.json': identityFile('192.0.2.2'),
  'machines/lo-c/machine.json': identityFile('192.0.2.3'),
}
const marker = '<!-- drover: preview demo -->\n'

let server: GitHubStandIn
beforeEach(async () => {
  server = await startGitHubStandIn()
  server.heads.set(pullRequest.number, pullRequest.head)
})
afterEach(() => server.close())

interface Opened {
  /** The branch as it would be, in place of `base`. */
  readonly merged?: Files
  readonly base?: Files
  readonly asked?: Partial<AnyRequest>
  readonly ports?: Partial<Ports>
}

function preview({ merged = base, base: before = base, asked = {}, ports = {} }: Opened): Promise<RanIn> {
  const commits = new Map([
    [pullRequest.base, before],
    [pullRequest.merged, merged],
  ])
  return runIn(
    makeFakeWorld(flock),
    { operation: 'preview', ...asked },
    {
      ports: {
        ledger: makeBranch(commits, pullRequest.base),
        remote: makeEmptyMachines(),
        github: githubAt(server),
        before: pullRequest.base,
        pullRequest,
        run: { id: '77', attempt: 1, actor: 'anna', url: 'https://github.example/o/r/actions/runs/77' },
        ...ports,
      },
    },
  )
}

const comment = (): string => {
  expect(server.comments).toHaveLength(1)
  return server.comments[0]?.body ?? ''
}

const digestsOf = ({ result }: RanIn): ReadonlyMap<string, string> =>
  new Map(
    result.outcomes.map(({ machine, data }) => [machine, String((data as { digest?: string })?.digest)]),
  )

test('the comment shows what would change, grouped by identical diff, with the digest of each plan', async () => {
  const merged = { ...base, 'config/all/motd': 'new\n', 'config/machines/lo-c/motd': 'other\n' }
  const ran = await preview({ merged })
  expect(ran.result).toMatchObject({ exitCode: 0, kind: 'ok', reason: 'planned' })
  const text = comment()
  expect(text.startsWith(marker)).toBe(true)
  expect(text).toContain('**3 machines would change** (2 alike, 1 differ).')
  expect(text).toMatch(/#### 2 machines: 1 file, \+1 −0 lines\n\n<code>lo-a<\/code>, <code>lo-b<\/code>/)
  expect(text).toContain('+new')
  expect(text).toContain('+other')
  for (const [machine, digest] of digestsOf(ran)) expect(text).toContain(`\n${machine}=${digest}\n`)
  expect(text).toContain('For commit <code>bbbbbbb</code> · run [<code>77</code>]')
  expect(ran.progress).toContainEqual({
    kind: 'notice',
    level: 'info',
    message: `the preview is at ${server.comments[0]?.html_url}`,
  })
})

test('a plan of changed machines looks at those that the pull request concerns, and updates the comment when it concerns none', async () => {
  const merged = { ...base, 'config/machines/lo-b/motd': 'only b\n' }
  const ran = await preview({ merged, asked: { selectors: ['changed'] } })
  expect(ran.result.outcomes.map(({ machine }) => machine)).toEqual(['lo-b'])
  const again = await preview({ asked: { selectors: ['changed'] } })
  expect(again.result.exitCode).toBe(0)
  expect(comment()).toContain('No machine is concerned.')
})

test('the comment shows who could not be looked at, and why, without pinging anybody', async () => {
  const { result } = await preview({ ports: { remote: makeEmptyMachines(['lo-b']) } })
  expect(result.exitCode).toBe(3)
  expect(comment()).toContain(
    '<code>lo-b</code>: no answer from "@&#8203;org/team" (<code>unreachable</code>)',
  )
})

test('the comment of a change that cannot be read says what is wrong and where', async () => {
  const merged = { ...base, 'flock.yml': flock.replace('machines', 'machnes') }
  const { result } = await preview({ merged })
  expect(result).toMatchObject({ exitCode: 2, reason: 'invalid-flock' })
  expect(comment().startsWith(marker)).toBe(true)
  expect(comment()).toContain('flock.yml:3')
})

test('a plan does not take from the pull request where a machine is and which host key it has', async () => {
  const merged = { ...base, 'machines/lo-a/machine.json': identityFile('203.0.113.66') }
  const remote = makeEmptyMachines()
  await preview({ merged, ports: { remote } })
  expect([...remote.addresses].sort()).toEqual(['192.0.2.1', '192.0.2.2', '192.0.2.3'])
})

test('the comment shows a secret by its name only', async () => {
  const merged = {
    ...base,
    'secrets-templates/all/files.yml':
      'files:\n  - source: key\n    destination: /etc/key\n    template: true\n',
    'secrets-templates/all/key': 'key {{secret "KEY"}}\n',
  }
  const secret = (name: string): Secret => new Secret(name, 'canary-8hW1')
  const { result } = await preview({ merged, ports: { secret } })
  expect(result.exitCode).toBe(0)
  expect(comment()).toContain('+key {{secret "KEY"}}')
  expect(comment()).not.toContain('canary')
})

test('the comment is clean also beside the diffs', async () => {
  const merged = { ...base, 'config/all/files.yml': manifest.replace('/etc/motd', '/etc/canary-8hW1') }
  const clean = (text: string): string => text.replaceAll('canary-8hW1', '***')
  await preview({ merged, ports: { clean } })
  expect(comment()).toContain('create <code>/etc/&#42;&#42;&#42;</code>')
  expect(comment()).not.toContain('canary')
})

test('the comment of a newer commit is left alone', async () => {
  server.comment('github-actions[bot]', `${marker}of the newer commit`)
  server.heads.set(pullRequest.number, commitNamed('d'))
  const { result } = await preview({})
  expect(result).toMatchObject({
    exitCode: 0,
    message: 'the pull request has a newer commit, whose own preview writes the comment',
  })
  expect(comment()).toBe(`${marker}of the newer commit`)
})

test('a plan whose comment cannot be written is shown all the same, and ends with 3', async () => {
  const { result } = await preview({ ports: { github: githubAt(server, 'wrong-token') } })
  expect(result).toMatchObject({ exitCode: 3, kind: 'failed', reason: 'not-permitted' })
  expect(result.message).toMatch(/^the comment on pull request 3 could not be written: github: /)
  expect(result.outcomes.map(({ reason }) => reason)).toEqual(['planned', 'planned', 'planned'])
})

test('a plan says what is wrong with the change rather than that the comment could not be written', async () => {
  const merged = { ...base, 'flock.yml': 'flock: 3\n' }
  const ran = await preview({ merged, ports: { github: githubAt(server, 'wrong-token') } })
  expect(ran.result).toMatchObject({ exitCode: 2, reason: 'invalid-flock' })
  const warnings = ran.progress.filter((one) => one.kind === 'notice' && one.level === 'warning')
  expect(JSON.stringify(warnings)).toContain('the comment on pull request 3 could not be written')
})

test('a plan from a fork looks at nothing, writes nothing and does not end well', async () => {
  const remote = makeEmptyMachines()
  const { result } = await preview({ ports: { remote, pullRequest: { ...pullRequest, isFork: true } } })
  expect(result).toMatchObject({ exitCode: 2, reason: 'from-fork', outcomes: [] })
  expect(remote.addresses).toEqual([])
  expect(server.asked).toEqual([])
})

test('a plan of a commit that is gone says so', async () => {
  const gone = { ...pullRequest, merged: commitNamed('e') }
  const { result } = await preview({ ports: { pullRequest: gone } })
  expect(result).toMatchObject({ exitCode: 2, reason: 'commit-missing' })
})

test('a plan outside of a pull request writes no comment', async () => {
  const ledger = makeBranch(new Map([[pullRequest.base, base]]), pullRequest.base)
  const world = makeFakeWorld(flock)
  const ports = { ledger, remote: makeEmptyMachines(), github: githubAt(server) }
  const { result } = await runIn(world, { operation: 'preview' }, { ports })
  expect(result.exitCode).toBe(0)
  expect(server.asked).toEqual([])
})

const change = { 'config/all/motd': 'new\n' }
const configure = (files: Files, planDigest: ReadonlyMap<string, string>): Promise<RanIn> => {
  const commit = commitNamed('f')
  const ledger = makeBranch(new Map([[commit, files]]), commit)
  const ports = { ledger, remote: makeEmptyMachines() }
  // A dry run refuses another digest as the real one does, and changes nothing.
  return runIn(makeFakeWorld(flock), { operation: 'configure', dryRun: true, planDigest }, { ports })
}

test('the digests of a plan approve the merged commit when the files agree, whatever Drover wrote on the branch meanwhile', async () => {
  const digests = digestsOf(await preview({ merged: { ...base, ...change } }))
  const written = { 'README.md': 'dashboard\n', 'log/2026/11/22.jsonl': '' }
  const { result } = await configure({ ...base, ...change, ...written }, digests)
  expect(result.outcomes.map(({ reason }) => reason)).toEqual(['planned', 'planned', 'planned'])
})

test('the digests of a plan do not approve a merged commit in which another change came along', async () => {
  const digests = digestsOf(await preview({ merged: { ...base, ...change } }))
  const { result } = await configure({ ...base, ...change, 'config/machines/lo-b/motd': 'x\n' }, digests)
  expect(result.outcomes.map(({ reason }) => reason)).toEqual(['planned', 'plan-changed', 'planned'])
})
