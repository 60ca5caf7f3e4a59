import { describeEnd, succeeded } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import type { TreeChange } from '../events/record.js'
import { observeLimits } from '../remote/connection-policy.js'
import type { Session } from '../remote/session.js'
import type { Task } from '../task/task.js'
import { type CertificateRecord, putCertificate, putSealedLineages } from './certificate-file.js'
import { captureLineages, maxLineageBytes, parseCapturedLineages } from './commands/capture.js'
import type { ObservedCertificates } from './commands/observe-certificates.js'
import { certificatePlaces } from './commands/places.js'
import type { CertificateFacts } from './commands/read-certificate.js'

export interface CaptureWork {
  readonly observed: ObservedCertificates
  /** What the branch knows. */
  readonly recorded: CertificateRecord | undefined
  /** Which lineage `certificate.json` tells of. */
  readonly lineage: string
}

export interface Captured {
  readonly record: CertificateRecord
  readonly changes: readonly TreeChange[]
}

/** Accounts and lineages of a machine, sealed, if they are not what the branch has. */
export async function captureIfChanged(
  task: Task,
  session: Session,
  { observed, recorded, lineage }: CaptureWork,
): Promise<Captured | undefined> {
  const there = observed.lineages.find(({ name }) => name === lineage)
  if (there?.facts === undefined || there.acme === undefined) return undefined
  if (recorded?.from === 'acme' && recorded.lineage === lineage && observed.digest === recorded.sha256) {
    return undefined
  }
  const { facts, acme } = there
  return await task.step({ kind: 'capture', text: 'seal the certificate' }, async () => {
    const { digest, archive } = await readLineages(task, session)
    const sealed = await (await task.ports.seal()).seal(archive)
    const record = { ...recordOf(facts), from: 'acme', acme, lineage, sha256: digest } as const
    const { name } = task.machine
    return { record, changes: [putSealedLineages(name, sealed), putCertificate(name, record)] }
  })
}

/** `certificate.json` of one that no ACME server gave. */
export function recordOf(facts: CertificateFacts): Omit<CertificateRecord, 'from' | 'acme' | 'lineage'> {
  return {
    names: facts.names,
    notBefore: new Date(facts.notBeforeMs).toISOString(),
    notAfter: new Date(facts.notAfterMs).toISOString(),
    serial: facts.serial,
    issuer: facts.issuer,
    sha256: facts.sha256,
  }
}

async function readLineages(
  { machine, ports }: Task,
  session: Session,
): Promise<{ readonly digest: string; readonly archive: Buffer }> {
  const { signal } = ports
  const ended = await session.exec(captureLineages, {
    ...observeLimits,
    maxBytes: maxLineageBytes,
    ...(signal === undefined ? {} : { signal }),
  })
  const captured = parseCapturedLineages(ended.stdout)
  if (succeeded(ended) && !ended.truncated && captured !== undefined) return captured
  const why = ended.truncated ? `holds more than ${maxLineageBytes} bytes` : describeEnd(ended)
  throw new DroverError(`${machine.name}: ${certificatePlaces.letsencrypt} could not be captured: ${why}`, {
    reason: 'capture-refused',
    hint: 'Run the operation again when certbot is not at work. If it holds more than certificates, take that away.',
  })
}
