import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Secret } from '../../src/base/secret.js'
import { bundleRef, type CodeSource } from '../../src/sources/code/code-source.js'
import { makeGitCodeSource } from '../../src/sources/code/git-code-source.js'
import { realClock } from '../../src/system/real-clock.js'
import { type CodeRepositoryPlace, makeCodeRepository } from '../support/code-repository.js'
import { type GitHttpServer, startGitHttpServer } from '../support/git-http-server.js'

const token = 'code-canary-7fa13c90'
const credentials = new Secret('APP_TOKEN', token)
const forms = [token, Buffer.from(`x-access-token:${token}`).toString('base64')]

let repository: CodeRepositoryPlace
let workDir: string
let source: CodeSource
const servers: { close(): Promise<void> }[] = []

beforeEach(() => {
  repository = makeCodeRepository()
  workDir = mkdtempSync(join(tmpdir(), 'drover-test-work-'))
  source = makeGitCodeSource({ clock: realClock, workDir })
})
afterEach(async () => {
  await source.close()
  for (const server of servers.splice(0)) await server.close()
  repository.remove()
  rmSync(workDir, { recursive: true, force: true })
})

async function serve(password?: string): Promise<GitHttpServer> {
  const auth = password === undefined ? {} : { auth: { user: 'x-access-token', password } }
  const server = await startGitHttpServer({ root: repository.root, ...auth })
  servers.push(server)
  return server
}

/** A repository as a machine with these bundles has it. */
function receive(bundles: readonly string[]): { git(...args: readonly string[]): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'drover-test-receive-'))
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim()
  git('init', '--quiet', '--bare')
  for (const bundle of bundles) git('fetch', '--quiet', bundle, '+refs/drover/*:refs/drover/*')
  return { git, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

describe.each([
  ['over HTTP', undefined],
  ['over HTTP with a token', token],
])('a repository %s', (name, password) => {
  const given = password === undefined ? {} : { credentials }

  it(`a repository ${name} has its branches and tags resolved once for all that ask`, async () => {
    const first = repository.commit({ a: '1' })
    repository.git('tag', '-a', '-m', 'one', 'v1')
    repository.git('push', '-q', 'origin', 'v1')
    const server = await serve(password)
    const url = server.url(repository.name)
    const asked = ['main', 'v1', 'main'].map((revision) => source.resolve({ url, revision, ...given }))
    expect(await Promise.all(asked)).toEqual([first, first, first])
    const before = server.requests.length
    repository.commit({ a: '2' })
    expect(await source.resolve({ url, revision: 'main', ...given })).toBe(first)
    expect(server.requests).toHaveLength(before)
    await expect(source.resolve({ url, revision: 'mian', ...given })).rejects.toMatchObject({
      reason: 'unknown-revision',
      hint: expect.stringContaining('"main"'),
    })
  })

  it(`a repository ${name} bundles a commit with all it builds on, then only what is missing, then nothing`, async () => {
    const first = repository.commit({ a: 'first'.repeat(1000) })
    const second = repository.commit({ a: 'second' })
    const url = (await serve(password)).url(repository.name)
    const whole = await source.bundle({ url, commit: first, have: [], ...given })
    const stranger = 'f'.repeat(40)
    const more = await source.bundle({ url, commit: second, have: [first, stranger, 'no id'], ...given })
    expect(await source.bundle({ url, commit: first, have: [second], ...given })).toBeUndefined()
    const machine = receive([whole?.path ?? '', more?.path ?? ''])
    expect(machine.git('show', `${bundleRef(second)}:a`)).toBe('second')
    expect(machine.git('rev-list', '--count', bundleRef(second))).toBe('2')
    machine.remove()
    expect(() => receive([more?.path ?? ''])).toThrow(/prerequisite/)
  })
})

it('a commit that does not exist is reported as missing', async () => {
  repository.commit({ a: '1' })
  const url = (await serve()).url(repository.name)
  const missing = source.bundle({ url, commit: '1'.repeat(40), have: [] })
  await expect(missing).rejects.toMatchObject({ reason: 'commit-missing' })
})

it('a repository at a path works as one at a URL does', async () => {
  const commit = repository.commit({ a: '1' })
  expect(await source.resolve({ url: repository.path, revision: 'main' })).toBe(commit)
  expect(await source.bundle({ url: `file://${repository.path}`, commit, have: [] })).toBeDefined()
})

it('a code source leaves nothing after it is closed', async () => {
  const commit = repository.commit({ a: '1' })
  await source.bundle({ url: repository.path, commit, have: [] })
  expect(readdirSync(workDir)).toHaveLength(1)
  await source.close()
  expect(readdirSync(workDir)).toEqual([])
})

it.each([
  ['a repository that is not there', 'nowhere.git', undefined, 'not found'],
  ['one that wants a token and gets none', 'app.git', undefined, 'Username'],
  ['one that wants another token', 'app.git', new Secret('T', 'wrong-token-1'), 'the token is refused'],
])('%s is reported at once, with the reason', async (_what, name, secret, why) => {
  repository.commit({ a: '1' })
  const server = await serve(name === 'app.git' ? token : undefined)
  const startedMs = performance.now()
  const url = server.url(name)
  await expect(source.resolve({ url, revision: 'main', credentials: secret })).rejects.toMatchObject({
    reason: 'code-unreachable',
    message: expect.stringContaining(why),
    hint: expect.stringContaining('URL'),
  })
  expect(performance.now() - startedMs).toBeLessThan(3000)
})

it('a password in the URL is refused, and not shown', async () => {
  const refused = source.resolve({ url: `https://me:${token}@example.org/r`, revision: 'main' })
  await expect(refused).rejects.toMatchObject({ reason: 'invalid-argument' })
  const error: unknown = await refused.catch((thrown: unknown) => thrown)
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(token)
})

it.each(['http://example.org/r', 'git@example.org:r', 'ext::sh -c date', '--upload-pack=x'])(
  'a token is not sent to %s',
  async (url) => {
    await expect(source.resolve({ url, revision: 'main', credentials })).rejects.toMatchObject({
      reason: 'invalid-argument',
    })
  },
)

it('a transport that runs commands is not used', async () => {
  const asked = source.resolve({ url: `ext::touch ${workDir}/ran`, revision: 'main' })
  await expect(asked).rejects.toMatchObject({ reason: 'code-unreachable' })
  expect(readdirSync(workDir)).not.toContain('ran')
})

it('the token goes to no host that the server names', async () => {
  repository.commit({ a: '1' })
  const other = await serve()
  const redirecting = createServer((request, response) => {
    response.writeHead(302, { Location: `${other.url('')}${request.url?.slice(1)}` }).end()
  })
  await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve))
  servers.push({ close: () => new Promise((resolve) => redirecting.close(() => resolve())) })
  const url = `http://127.0.0.1:${(redirecting.address() as AddressInfo).port}/app.git`
  await expect(source.resolve({ url, revision: 'main', credentials })).rejects.toMatchObject({
    reason: 'code-unreachable',
  })
  expect(other.requests).toEqual([])
  expect(await source.resolve({ url, revision: 'main' })).toHaveLength(40)
})

it('the token is in no file of ours, in no bundle and on no command line', async () => {
  const commit = repository.commit({ a: '1' })
  const server = await serve(token)
  const seen: string[] = []
  server.latencyMs = 100
  const timer = setInterval(() => {
    for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      try {
        seen.push(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
      } catch {
        // The process has ended meanwhile.
      }
    }
  }, 10)
  const bundle = await source.bundle({ url: server.url(repository.name), commit, have: [], credentials })
  clearInterval(timer)
  expect(seen.filter((line) => line.includes('git-remote-http'))).not.toEqual([])
  const files = readdirSync(workDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  expect(files.map(({ name }) => name)).toContain(bundle?.path.split('/').at(-1))
  for (const file of files) seen.push(readFileSync(join(file.parentPath, file.name), 'latin1'))
  for (const form of forms) expect(seen.filter((text) => text.includes(form))).toEqual([])
})
