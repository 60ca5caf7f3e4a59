import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type GitLedger, makeGitLedger } from '../../src/ledger/git/git-ledger.js'
import { realClock } from '../../src/system/real-clock.js'
import { type ConfigRepository, makeConfigRepository } from '../support/config-repository.js'
import { makeRecord, renderNames } from '../support/ledger-records.js'

describe('a ledger that begins to fetch before it is asked', () => {
  let workDir: string
  let repository: ConfigRepository
  const open = (url: string): GitLedger =>
    makeGitLedger({ url, branch: 'config', clock: realClock, renderDashboard: renderNames, workDir })
  beforeEach(() => {
    workDir = mkdtempSync(join(tmpdir(), 'drover-test-work-'))
    repository = makeConfigRepository()
  })
  afterEach(() => {
    rmSync(workDir, { recursive: true, force: true })
    repository.remove()
  })

  it('a ledger that begins to fetch early uses that once, and a later read fetches anew', async () => {
    const ledger = open(repository.path)
    const first = repository.commit({ 'flock.yml': 'flock: first\n' })
    await ledger.begin()
    expect((await ledger.read()).commit).toBe(first)
    const second = repository.commit({ 'flock.yml': 'flock: second\n' })
    expect((await ledger.read()).commit).toBe(second)
    await ledger.close()
  })

  it('a ledger that begins to fetch early gives nobody what it fetched before its own push', async () => {
    const ledger = open(repository.path)
    await ledger.begin()
    const { commit } = await ledger.push([makeRecord('web-1')])
    expect((await ledger.read()).commit).toBe(commit)
    await ledger.close()
  })

  it('a ledger that begins to fetch early reports a repository that does not exist to every reader', async () => {
    const ledger = open(join(repository.root, 'nowhere.git'))
    await ledger.begin()
    await expect(ledger.read()).rejects.toMatchObject({ reason: 'repository-unreachable' })
    await ledger.close()
  })

  it('a ledger that begins to fetch early is closed without waiting for a server that does not answer', async () => {
    const { server, port, end } = await startSilentServer()
    try {
      const ledger = open(`http://127.0.0.1:${port}/config.git`)
      const asked = new Promise((resolve) => server.once('connection', resolve))
      await ledger.begin()
      await asked
      const startedMs = performance.now()
      await ledger.close()
      expect(performance.now() - startedMs).toBeLessThan(5000)
      expect(readdirSync(workDir)).toEqual([])
    } finally {
      end()
    }
  })
})

/** Takes connections and says nothing. */
async function startSilentServer(): Promise<{ server: Server; port: number; end: () => void }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => void sockets.add(socket.on('error', () => {})))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const end = (): void => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { server, port, end }
}
