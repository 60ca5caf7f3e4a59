import { describeEnd, succeeded } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import type { CertificateData } from '../base/outcome-data.js'
import type { FlockView } from '../branch/flock-view.js'
import type { DesiredCertificate } from '../flock/desired-certificate.js'
import { observeLimits } from '../remote/connection-policy.js'
import type { Session } from '../remote/session.js'
import type { Task, TaskOutcome } from '../task/task.js'
import { readCertificate } from './commands/read-certificate.js'
import { servedCertificateCommand, servedCertificateFile } from './commands/served.js'
import { judgeCertificate, spanOf } from './plan/judge-certificate.js'

export interface ObservedCertificate {
  /** `certificate` in the `data` of an outcome; absent when the machine has none. */
  readonly data?: CertificateData
  /** What a message about a machine that is as it should be goes on with; may be empty. */
  readonly message: string
  readonly fault?: Pick<TaskOutcome, 'reason' | 'message' | 'hint'>
}

/**
 * The certificate that the machine itself serves with, which its timer may have renewed since the branch was
 * told. Asks only a machine that is to have one, and can have it or had it.
 */
export async function observeCertificate(
  task: Task,
  session: Pick<Session, 'exec'>,
  { view }: { readonly view: FlockView },
): Promise<ObservedCertificate> {
  const { machine, ports } = task
  const { certificate: desired } = machine
  const isRecorded = view.snapshot.machines.get(machine.name)?.certificate !== undefined
  if (desired === undefined || !(isRecorded || canBeHad(desired))) return { message: '' }
  const text = await task.step({ kind: 'observe', text: 'look at the certificate' }, async () => {
    const ended = await session.exec(servedCertificateCommand, observeLimits)
    if (succeeded(ended)) return ended.stdout.toString('utf8')
    throw new DroverError(
      `${machine.name}: "${servedCertificateFile}": cannot be read: ${describeEnd(ended)}`,
      { reason: 'command-failed' },
    )
  })
  if (text.trim() === '') return wrong(`there is no certificate at "${servedCertificateFile}"`)
  const found = readCertificate(text)
  if (found === undefined) return wrong(`"${servedCertificateFile}" is no certificate`)
  const { names, issuer } = found
  const known = { names, issuer, ...spanOf(found), from: desired.from }
  const { data, message, fault, warning } = judgeCertificate(known, ports.clock.now())
  if (warning !== undefined) task.warn(warning)
  if (fault !== undefined) return { data, message: '', fault }
  const missing = desired.names.filter((name) => !isCovered(name, names))
  if (missing.length === 0) return { data, message: `, ${message}` }
  return { data, ...wrong(`the certificate is not for ${missing.map((name) => `"${name}"`).join(', ')}`) }
}

/** A certificate that was bought may have a wildcard where names are asked for. */
function isCovered(name: string, names: readonly string[]): boolean {
  return names.includes(name) || names.includes(name.replace(/^[^.]+/, '*'))
}

/** Nothing is ordered without the address of an account. */
function canBeHad(desired: DesiredCertificate): boolean {
  return desired.from !== 'acme' || desired.contact !== undefined
}

function wrong(message: string): ObservedCertificate {
  const hint = 'Run "drover certbot" for the machine.'
  return { message: '', fault: { reason: 'drifted', message, hint } }
}
