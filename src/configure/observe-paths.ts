import { describeEnd, succeeded } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import { lookCommand, parseLook, type Sighting } from './commands/observe.js'
import type { Managed } from './commands/managed.js'
import type { Session } from '../remote/session.js'
import type { DesiredFile, DesiredLink } from '../render/desired.js'
import type { Job } from '../task/task.js'
import { lookLimits } from '../task/sessions.js'
import { relocateFiles, relocateLinks } from './plan/relocate.js'

/** One look: one round trip, reads only. */
export function lookAt(
  job: Job,
  session: Session,
  { files, links }: { readonly files: readonly DesiredFile[]; readonly links: readonly DesiredLink[] },
): Promise<Sighting> {
  return job.step('look', async () => {
    const paths = relocateFiles(files, links).map((file) => file.place)
    const ended = await session.exec(
      lookCommand(paths, { links: relocateLinks(links), managed: managedOf({ files, links }) }),
      {
        ...lookLimits,
        maxBytes: 16 * 1024 * 1024,
        ...(job.ports.signal === undefined ? {} : { signal: job.ports.signal }),
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
    return parseLook(ended.stdout, paths)
  })
}

/** What the machine says of itself when all this is there. */
export function managedOf({
  files,
  links,
}: {
  readonly files: readonly DesiredFile[]
  readonly links: readonly DesiredLink[]
}): Managed {
  return {
    files: files.map(({ destination }) => destination).sort(),
    links: links.map(({ path }) => path).sort(),
  }
}
