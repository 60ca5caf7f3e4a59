import { DroverError } from '../../base/errors.js'
import { usefulLine } from '../../git/git-words.js'
import type { RemoteExit } from './git-remote.js'
import type { RemoteAddress } from './remote-address.js'

export function repositoryUnreachable(end: RemoteExit, remote: RemoteAddress): DroverError {
  return new DroverError(`repository "${remote.shown}": cannot be read: ${usefulLine(end.stderr)}`, {
    reason: 'repository-unreachable',
    hint: 'Ensure that the address is right, that it can be reached from here, and that the token or key may read it.',
  })
}
