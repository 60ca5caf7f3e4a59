import { DroverError } from '../../base/errors.js'
import type { CertificateSighting } from '../../recipes/certificates/look.js'
import type { Job } from '../job.js'

const hourMs = 60 * 60 * 1000
const mostFailures = 3

/**
 * Throws `too-many-failures` when three authorizations of this machine failed within the hour, counted by what the
 * machine and what the branch remember: Let's Encrypt locks a name out at five.
 */
export async function limitFailures({ ports, machine }: Job, sighting: CertificateSighting): Promise<void> {
  const nowMs = ports.clock.now()
  const since = new Date(nowMs - hourMs)
  const events = await ports.ledger.history({
    machines: [machine.name],
    since: since.toISOString().slice(0, 10),
    limit: 1000,
  })
  const onBranch = events.flatMap(({ time, failed_authorizations: count = 0 }) =>
    Array.from({ length: count }, () => Date.parse(time)),
  )
  const newest = [sighting.failuresMs.map((ms) => ms - sighting.nowMs + nowMs), onBranch].map((times) =>
    times.filter((ms) => ms > nowMs - hourMs).sort((one, other) => other - one),
  )
  const full = newest.flatMap((times) => times[mostFailures - 1] ?? [])
  if (full.length === 0) return
  const when = new Date(Math.max(...full) + hourMs)
  throw new DroverError(
    `${machine.name}: ${mostFailures} authorizations failed within an hour: nothing is ordered before ${when.toISOString().slice(0, 16)}Z`,
    {
      reason: 'too-many-failures',
      hint: 'Mend what the failures said first. The ACME server locks a name out after a few more.',
    },
  )
}
