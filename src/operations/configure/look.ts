import { describeEnd, succeeded } from '../../base/command.js'
import { DroverError } from '../../base/errors.js'
import { lookCommand, parseLook, type Sighting } from '../../recipes/look.js'
import type { Session } from '../../remote/session.js'
import type { DesiredFile } from '../../render/desired.js'
import type { Job } from '../job.js'
import { lookLimits } from '../sessions.js'

/** One look: one round trip, reads only. */
export function lookAt(job: Job, session: Session, files: readonly DesiredFile[]): Promise<Sighting> {
  return job.step('look', async () => {
    const paths = files.map((file) => file.destination)
    const ended = await session.exec(lookCommand(paths), {
      ...lookLimits,
      maxBytes: 16 * 1024 * 1024,
      ...(job.ports.signal === undefined ? {} : { signal: job.ports.signal }),
    })
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
