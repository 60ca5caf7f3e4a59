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
  const events = await ports.ledger.history({
    machines: [machine.name],
    since: new Date(nowMs - hourMs).toISOString().slice(0, 10),
    limit: 1000,
  })
  const freeMs = failuresPassMs({
    nowMs,
    // The clock of the machine may be another.
    onMachineMs: sighting.failuresMs.map((ms) => ms - sighting.nowMs + nowMs),
    onBranchMs: events.flatMap(({ time, failed_authorizations: count = 0 }) =>
      Array.from({ length: count }, () => Date.parse(time)),
    ),
  })
  if (freeMs === undefined) return
  const when = new Date(freeMs).toISOString().slice(0, 16)
  throw new DroverError(
    `${machine.name}: ${mostFailures} authorizations failed within an hour: nothing is ordered before ${when}Z`,
    {
      reason: 'too-many-failures',
      hint: 'Mend what the failures said first. The ACME server locks a name out after a few more.',
    },
  )
}

export interface Failures {
  readonly nowMs: number
  /** Times of failed authorizations, in any order; each of the two may know of the other's. */
  readonly onMachineMs: readonly number[]
  readonly onBranchMs: readonly number[]
}

/** Pure: when fewer than three are within an hour again; undefined when that is so now. */
export function failuresPassMs({ nowMs, onMachineMs, onBranchMs }: Failures): number | undefined {
  const full = [onMachineMs, onBranchMs].flatMap((times) => {
    const newest = times.filter((ms) => ms > nowMs - hourMs).sort((one, other) => other - one)
    return newest[mostFailures - 1] ?? []
  })
  return full.length === 0 ? undefined : Math.max(...full) + hourMs
}
