import { DroverError } from '../../base/errors.js'
import { type GitAddress, type GitAddressOptions, parseGitAddress } from '../../git/git-address.js'

/** The place of the config branch, and how git authenticates to it. */
export interface RemoteAddress extends GitAddress {
  readonly branch: string
}

export interface RemoteOptions extends GitAddressOptions {
  readonly branch: string
}

/** Throws `invalid-argument` for a URL or branch that git could take for something else. */
export function parseRemote({ branch, ...given }: RemoteOptions): RemoteAddress {
  const address = parseGitAddress(given)
  if (!isBranchName(branch)) {
    throw new DroverError(`branch ${JSON.stringify(branch)}: is no name of a branch`, {
      reason: 'invalid-argument',
      hint: 'Give a plain branch name such as "config".',
    })
  }
  return { ...address, branch }
}

/** The rules of git-check-ref-format that matter for one branch. */
function isBranchName(name: string): boolean {
  if (!/^[^\s~^:?*[\\\u0000-\u001f\u007f]+$/.test(name) || name.includes('..') || name.includes('@{'))
    return false
  if (name.startsWith('-') || name.endsWith('.')) return false
  return name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'))
}
