import { succeeded } from '../../base/command.js'
import { DroverError } from '../../base/errors.js'
import { countOf } from '../../base/text/count-of.js'
import { runProcess } from '../../system/run-process.js'

/** The git repository of the user's current folder. */
export interface Checkout {
  readonly folder: string
  /** Absent in a folder with no commit yet, or on no branch. */
  readonly branch?: string
  /** URL or path of `origin`; absent when there is none. */
  readonly origin?: string
}

/** undefined outside of any repository. */
export async function findCheckout(folder: string): Promise<Checkout | undefined> {
  const [top, branch, origin] = await Promise.all([
    ask(folder, ['rev-parse', '--show-toplevel']),
    ask(folder, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
    ask(folder, ['remote', 'get-url', 'origin']),
  ])
  if (top === undefined) return undefined
  return {
    folder: top,
    ...(branch === undefined ? {} : { branch }),
    ...(origin === undefined ? {} : { origin }),
  }
}

/**
 * Drover works from commits in the repository, so that every machine can be
 * traced to one. Changes in a checkout of the config branch that were not
 * committed or not pushed would have no effect, so they are refused.
 * Throws `checkout-dirty`.
 */
export async function requirePushed(checkout: Checkout, branch: string): Promise<void> {
  if (checkout.branch !== branch) return
  const [status, ahead] = await Promise.all([
    ask(checkout.folder, ['status', '--porcelain', '--untracked-files=normal']),
    ask(checkout.folder, ['rev-list', '--count', `origin/${branch}..HEAD`]),
  ])
  const changed = (status ?? '').split('\n').filter((line) => line !== '')
  if (changed.length > 0) {
    const names = changed.slice(0, 5).map((line) => line.slice(3))
    throw new DroverError(
      `checkout: ${countOf(changed.length, 'file')} of "${branch}" not committed: ${names.join(', ')}`,
      {
        reason: 'checkout-dirty',
        hint: `Commit and push them, or put them aside with "git stash". To work from what is pushed, give --repository ${checkout.origin ?? 'URL'}.`,
      },
    )
  }
  if (ahead !== undefined && ahead !== '0') {
    throw new DroverError(
      `checkout: ${ahead} ${ahead === '1' ? 'commit' : 'commits'} of "${branch}" not pushed`,
      {
        reason: 'checkout-dirty',
        hint: `Run "git push". To work from what is pushed, give --repository ${checkout.origin ?? 'URL'}.`,
      },
    )
  }
}

async function ask(folder: string, words: readonly string[]): Promise<string | undefined> {
  const ended = await runProcess({ argv: ['git', '-C', folder, ...words], timeoutMs: 30_000 })
  return succeeded(ended) ? ended.stdout.toString('utf8').replace(/\n$/, '') : undefined
}
