import { DroverError } from '../base/errors.js'
import { type Checkout, findCheckout, requirePushed } from '../ledger/git/checkout.js'
import { makeGitLedger } from '../ledger/git/git-ledger.js'
import type { Ledger } from '../ledger/ledger.js'
import { findOperation } from '../operations/registry.js'
import { renderDashboard } from '../report/github/render-dashboard.js'
import type { AnyRequest } from '../request/request.js'
import { realClock } from '../system/real-clock.js'
import type { AppSettings } from './settings.js'

export async function openLedger(settings: AppSettings, request: AnyRequest): Promise<Ledger> {
  const { branch, token, reporter } = settings
  const here = settings.repository === undefined ? await findRepository(settings) : undefined
  const ledger = makeGitLedger({
    url: settings.repository ?? here?.origin ?? here?.folder ?? '',
    branch,
    token,
    clock: realClock,
    renderDashboard,
    onNotice: (message) => reporter.report({ kind: 'notice', level: 'warning', message }),
  })
  // While the operation is loaded, which reads first.
  await ledger.begin()
  if (here === undefined || !asksForEdits(request)) return ledger
  // While the branch is fetched: nothing is done before both are known.
  return {
    ...ledger,
    read: async () => (await Promise.all([ledger.read(), requirePushed(here, branch)]))[0],
  }
}

/** URL or path of the repository with the config branch. */
export async function repositoryAddress(settings: AppSettings): Promise<string> {
  if (settings.repository !== undefined) return settings.repository
  const { origin, folder } = await findRepository(settings)
  return origin ?? folder
}

/** Edits that are not pushed matter to what puts them on machines. */
function asksForEdits({ operation }: AnyRequest): boolean {
  const definition = findOperation(operation)
  return definition?.effect !== 'reads' && !definition?.traits?.overlooksEdits
}

/** The repository that a person stands in. Reading it is always fine; acting on edits that are not pushed is not. */
async function findRepository({ cwd, checkout: begun }: AppSettings): Promise<Checkout> {
  const checkout = await (begun ?? findCheckout(cwd))
  if (checkout === undefined) {
    throw new DroverError('repository: none given, and the current folder is in none', {
      reason: 'invalid-argument',
      hint: 'Give --repository URL, or go to a checkout of the ops repository.',
    })
  }
  return checkout
}

/** For what is about a folder: the branch may not exist on any server yet. */
export const noLedger: Ledger = {
  read: unused,
  readAt: unused,
  isOnBranch: unused,
  push: unused,
  history: unused,
  headOf: unused,
  close: async () => undefined,
}

async function unused(): Promise<never> {
  throw new DroverError('ledger: was used by an operation that is about a folder', { reason: 'bug' })
}
