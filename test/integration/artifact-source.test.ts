import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sha256 } from '../../src/base/digest.js'
import { Secret } from '../../src/base/secret.js'
import type { ArtifactSource } from '../../src/sources/artifacts/artifact-source.js'
import { parseLfsPointer } from '../../src/sources/artifacts/lfs-pointer.js'
import { makeArtifactSource } from '../../src/sources/artifacts/make-artifact-source.js'
import { realClock } from '../../src/system/real-clock.js'
import { startLfsServer } from '../support/lfs-server.ts'

const content = Buffer.from('a program\n'.repeat(50_000))
const digest = sha256(content)
const token = 'lfs-canary-0b5e7fed'

let workDir: string
let source: ArtifactSource
const servers: { close(): Promise<unknown> }[] = []
const clock = { ...realClock, sleep: async () => undefined }

beforeEach(() => {
  workDir = mkdtempSync(join(tmpdir(), 'drover-test-work-'))
  source = open({})
})
afterEach(async () => {
  await source.close()
  for (const server of servers.splice(0)) await server.close()
  rmSync(workDir, { recursive: true, force: true })
})

function open({ repository = '', maxBytes, secret }: Opening): ArtifactSource {
  const given = secret === undefined ? {} : { token: new Secret('token', secret) }
  return makeArtifactSource({ clock, workDir, repository: async () => repository, maxBytes, ...given })
}

interface Opening {
  readonly repository?: string
  readonly maxBytes?: number
  readonly secret?: string
}

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push({
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it('an artifact at a URL is fetched once, over redirects, and is whole', async () => {
  let asked = 0
  const url = await serve((request, response) => {
    if (request.url === '/tool') response.writeHead(302, { Location: '/elsewhere' }).end()
    else {
      asked += 1
      response.end(content)
    }
  })
  const wanted = { url: `${url}/tool`, sha256: digest }
  const [first, second] = await Promise.all([source.download(wanted), source.download(wanted)])
  expect(first).toEqual(second)
  expect(readFileSync(first.path).equals(content)).toBe(true)
  expect({ asked, bytes: first.bytes }).toEqual({ asked: 1, bytes: content.length })
})

it('an artifact at a URL is fetched again when the server is busy, or cuts the answer', async () => {
  let asked = 0
  const url = await serve((_request, response) => {
    asked += 1
    if (asked === 1) response.writeHead(503).end()
    else if (asked === 2) {
      response.writeHead(200, { 'Content-Length': content.length })
      response.write(content.subarray(0, 1000), () => response.destroy())
    } else response.end(content)
  })
  const { path } = await source.download({ url, sha256: digest })
  expect(readFileSync(path).equals(content)).toBe(true)
  expect(asked).toBe(3)
})

it.each([
  ['other content than its checksum', 200, 'artifact-differs', sha256('other')],
  ['nothing at the URL', 404, 'artifact-unreachable', 'the server answered 404'],
  ['a server that stays busy', 503, 'artifact-unreachable', 'the server answered 503'],
])(
  'an artifact at a URL is refused, and leaves no file, when there is %s',
  async (_what, status, reason, message) => {
    const url = await serve((_request, response) => void response.writeHead(status).end('other'))
    const asked = source.download({ url: `${url}/tool?key=hidden`, sha256: digest })
    await expect(asked).rejects.toMatchObject({ reason, message: expect.stringContaining(message) })
    await expect(asked).rejects.not.toMatchObject({ message: expect.stringContaining('hidden') })
    expect(filesBelow(workDir)).toEqual([])
  },
)

it('a server that does not exist is reported', async () => {
  const url = await serve(() => undefined)
  await servers.pop()?.close()
  await expect(source.download({ url, sha256: digest })).rejects.toMatchObject({
    reason: 'artifact-unreachable',
    message: expect.stringContaining('ECONNREFUSED'),
  })
})

it.each([true, false])(
  'an artifact that is too large is refused, its size known before: %s',
  async (isTold) => {
    const url = await serve((_request, response) => {
      if (isTold) response.setHeader('Content-Length', content.length)
      response.write(content)
      response.end()
    })
    const small = open({ maxBytes: 1000 })
    await expect(small.download({ url, sha256: digest })).rejects.toMatchObject({ reason: 'too-large' })
    expect(filesBelow(workDir)).toEqual([])
    await small.close()
  },
)

it.each(['file:///etc/passwd', 'https://me:pw@example.org/x', 'nothing'])(
  'the URL "%s" of an artifact is refused',
  async (url) => {
    const asked = source.download({ url, sha256: digest })
    await expect(asked).rejects.toMatchObject({ reason: 'invalid-argument' })
    await expect(asked).rejects.not.toMatchObject({ message: expect.stringContaining('pw') })
  },
)

it('an artifact in Git LFS comes from a repository at a path, as git-lfs itself keeps it', async () => {
  const { path, pointer } = makeLfsRepository()
  const lfs = open({ repository: path })
  const found = await lfs.fromLfs(pointer)
  expect(readFileSync(found.path).equals(content)).toBe(true)
  expect(found.bytes).toBe(content.length)
  const missing = lfs.fromLfs({ oid: '1'.repeat(64), size: 5 })
  await expect(missing).rejects.toMatchObject({ reason: 'artifact-unreachable' })
  await lfs.close()
})

it('an artifact in Git LFS comes from a server with the token of the ledger, which is in no file of ours', async () => {
  const server = await startLfsServer([content], token)
  servers.push(server)
  const lfs = open({ repository: server.url, secret: token })
  const { path } = await lfs.fromLfs({ oid: digest, size: content.length })
  expect(readFileSync(path).equals(content)).toBe(true)
  const forms = [token, Buffer.from(`x-access-token:${token}`).toString('base64')]
  for (const file of filesBelow(workDir)) {
    const text = readFileSync(file, 'latin1')
    for (const form of forms) expect(text.includes(form), file).toBe(false)
  }
  await lfs.close()
})

it.each([
  ['another token', 'wrong-token-2', content, /ops\.git": batch response: Authentication required/],
  ['an object that is not there', token, Buffer.from('not there'), /no such object/],
])(
  'an artifact in Git LFS is refused, without the token in the message, when there is %s',
  async (_what, secret, wanted, message) => {
    const server = await startLfsServer([content], token)
    servers.push(server)
    const lfs = open({ repository: server.url, secret })
    const asked = lfs.fromLfs({ oid: sha256(wanted), size: wanted.length })
    await expect(asked).rejects.toMatchObject({ reason: 'artifact-unreachable' })
    const error: unknown = await asked.catch((thrown: unknown) => thrown)
    expect(String(error)).toMatch(message)
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret)
    await lfs.close()
  },
)

it('an artifact in Git LFS is refused with a word on git-lfs where that is not installed', async () => {
  const bin = join(workDir, 'bin')
  mkdirSync(bin)
  // A git that knows of no git-lfs, by a PATH and an exec path of its own.
  writeFileSync(join(bin, 'git'), '#!/bin/sh\necho "git: \'lfs\' is not a git command." >&2\nexit 1\n', {
    mode: 0o755,
  })
  const before = process.env.PATH
  process.env.PATH = `${bin}${delimiter}${before}`
  try {
    const lfs = open({ repository: '/nowhere' })
    await expect(lfs.fromLfs({ oid: digest, size: 5 })).rejects.toMatchObject({ reason: 'missing-tool' })
    await lfs.close()
  } finally {
    process.env.PATH = before
  }
})

/** A bare repository to which git-lfs has pushed a file. */
function makeLfsRepository(): { path: string; pointer: { oid: string; size: number } } {
  const path = join(workDir, 'ops.git')
  const work = join(workDir, 'work')
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', work, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, HOME: workDir },
    })
  execFileSync('git', ['init', '--quiet', '--bare', path])
  execFileSync('git', ['init', '--quiet', '--initial-branch=config', work])
  git('lfs', 'install', '--local')
  git('remote', 'add', 'origin', `file://${path}`)
  writeFileSync(join(work, '.gitattributes'), 'tool filter=lfs\n')
  writeFileSync(join(work, 'tool'), content)
  git('add', '--all')
  git('commit', '--quiet', '-m', 'a tool')
  git('push', '--quiet', 'origin', 'config')
  const pointer = parseLfsPointer(Buffer.from(git('cat-file', 'blob', 'HEAD:tool')))
  if (typeof pointer !== 'object') throw new Error('git-lfs made no pointer')
  return { path, pointer }
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
