import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret } from '../../src/base/secret.js'
import { makeGitLedger } from '../../src/ledger/git/git-ledger.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { realClock } from '../../src/system/real-clock.js'
import type { LedgerPlace } from '../contract/ledger-contract.js'
import { makeConfigRepository } from './config-repository.js'
import { type GitHttpServer, startGitHttpServer } from './git-http-server.js'
import { renderNames } from './ledger-records.js'

export type HttpPlace = LedgerPlace & {
  readonly server: GitHttpServer
  readonly url: string
  /** Where the ledgers make their temporary folders. */
  readonly workDir: string
  openWith(given: { readonly token: string; readonly pushDeadlineMs?: number }): Ledger
}

/** A repository in a folder, reached by its path. */
export async function makePathPlace(): Promise<LedgerPlace> {
  const repository = makeConfigRepository()
  const { track, closeAll } = makeTracker()
  return {
    repository,
    notices: track.notices,
    open: (given) => track.open({ url: repository.path, ...given }),
    openMissing: () => track.open({ url: `${repository.root}/nowhere.git` }),
    close: async () => {
      await closeAll()
      repository.remove()
    },
  }
}

/** The same behind HTTP, asking for `token` when one is given. */
export async function makeHttpPlace({ token }: { readonly token?: string } = {}): Promise<HttpPlace> {
  const repository = makeConfigRepository()
  const auth = token === undefined ? {} : { auth: { user: 'x-access-token', password: token } }
  const server = await startGitHttpServer({ root: repository.root, ...auth })
  const { track, closeAll } = makeTracker()
  const url = server.url(repository.name)
  const known = token === undefined ? {} : { token }
  return {
    repository,
    server,
    url,
    workDir: track.workDir,
    notices: track.notices,
    open: (given) => track.open({ url, ...known, ...given }),
    openWith: (given) => track.open({ url, ...given }),
    openMissing: () => track.open({ url: server.url('nowhere.git'), ...known }),
    close: async () => {
      await closeAll()
      await server.close()
      repository.remove()
    },
  }
}

interface Opening {
  readonly url: string
  readonly branch?: string
  readonly token?: string
  readonly pushDeadlineMs?: number
}

function makeTracker(): {
  track: { notices: string[]; workDir: string; open(given: Opening): Ledger }
  closeAll(): Promise<void>
} {
  const notices: string[] = []
  const ledgers: Ledger[] = []
  const workDir = mkdtempSync(join(tmpdir(), 'drover-test-work-'))
  const open = ({ url, branch, token, pushDeadlineMs }: Opening): Ledger => {
    const ledger = makeGitLedger({
      url,
      branch: branch ?? 'config',
      token: token === undefined ? undefined : new Secret('token', token),
      clock: realClock,
      renderDashboard: renderNames,
      pushDeadlineMs: pushDeadlineMs ?? 60_000,
      workDir,
      onNotice: (message) => notices.push(message),
    })
    ledgers.push(ledger)
    return ledger
  }
  const closeAll = async (): Promise<void> => {
    await Promise.all(ledgers.map((ledger) => ledger.close()))
    rmSync(workDir, { recursive: true, force: true })
  }
  return { track: { notices, workDir, open }, closeAll }
}
