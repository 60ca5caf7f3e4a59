import { describeEnd, succeeded } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import { observeLimits } from '../remote/connection-policy.js'
import type { Session } from '../remote/session.js'
import type { DesiredFile, DesiredSymlink } from '../render/desired.js'
import type { Task } from '../task/task.js'
import type { Managed } from '../transaction/managed.js'
import { type Observed, observeCommand, parseObserved } from './commands/observe.js'
import { relocateFiles, relocateSymlinks } from './plan/relocate.js'

/** One look: one round trip, reads only. */
export function observePaths(
  task: Task,
  session: Session,
  { files, links }: { readonly files: readonly DesiredFile[]; readonly links: readonly DesiredSymlink[] },
): Promise<Observed> {
  return task.step({ kind: 'observe', text: 'look' }, async () => {
    const paths = relocateFiles(files, links).map((file) => file.place)
    const ended = await session.exec(
      observeCommand(paths, { links: relocateSymlinks(links), managed: managedOf({ files, links }) }),
      {
        ...observeLimits,
        maxBytes: 16 * 1024 * 1024,
        ...(task.ports.signal === undefined ? {} : { signal: task.ports.signal }),
      },
    )
    if (!succeeded(ended)) {
      throw new DroverError(
        `look: the shell ${describeEnd(ended)}: ${ended.stderr.toString('utf8').slice(0, 300)}`,
        {
          reason: ended.signal === null ? 'command-failed' : 'killed',
          hint: 'Ensure that the login user is root or may use sudo without a password, and that GNU coreutils are installed.',
        },
      )
    }
    return parseObserved(ended.stdout, paths)
  })
}

/** What the machine says of itself when all this is there. */
export function managedOf({
  files,
  links,
}: {
  readonly files: readonly DesiredFile[]
  readonly links: readonly DesiredSymlink[]
}): Managed {
  return {
    files: files.map(({ destination }) => destination).sort(),
    links: links.map(({ path }) => path).sort(),
  }
}
