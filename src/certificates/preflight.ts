import { randomBytes } from 'node:crypto'
import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import type { AcmeCertificate } from '../flock/desired-certificate.js'
import type { Session } from '../remote/session.js'
import type { PageAnswer } from '../system/outside-view.js'
import { answerOf } from '../task/answer-of.js'
import type { Task } from '../task/task.js'
import { dropProbe, probePath, putProbe } from './commands/probe.js'

export interface Preflight {
  readonly session: Session
  readonly identity: Identity
  readonly desired: AcmeCertificate
  readonly webroot: string
}

/**
 * Whether an ACME server would find this machine at each name, seen from here. Throws `name-elsewhere` or
 * `probe-unanswered`, so that nothing is ordered that cannot come. Names that are proved over DNS are not looked at.
 */
export async function checkReach(task: Task, flight: Preflight): Promise<void> {
  if (flight.desired.challenge === 'dns-route53') return
  await task.step({ kind: 'observe', text: 'look from outside' }, async () => {
    const addresses = await resolveNames(task, flight)
    await probe(task, flight, addresses)
  })
}

const nothingOrdered = 'nothing was ordered'

/** Each name with the address at which this machine is known. */
async function resolveNames(
  { ports, machine }: Task,
  { identity, desired }: Preflight,
): Promise<ReadonlyMap<string, string>> {
  const own = await ports.outside.addressesOf(identity.address)
  const found = new Map<string, string>()
  for (const name of desired.names) {
    const addresses = await ports.outside.addressesOf(name).catch((cause: unknown) => {
      throw new DroverError(`${machine.name}: "${name}" cannot be looked up, so ${nothingOrdered}`, {
        reason: 'name-elsewhere',
        hint: 'Ensure that the name servers of this computer answer, then run this again.',
        cause,
      })
    })
    const elsewhere = addresses.filter((address) => !own.includes(address) && address !== identity.address)
    const [first] = addresses
    if (first === undefined || elsewhere.length === addresses.length) {
      const where = first === undefined ? 'has no address' : `leads to ${addresses.join(', ')}`
      const here =
        first === undefined ? `this machine is at ${identity.address}` : `not to ${identity.address}`
      throw new DroverError(`${machine.name}: "${name}" ${where}, ${here}: ${nothingOrdered}`, {
        reason: 'name-elsewhere',
        hint: `Point "${name}" to ${identity.address}, wait until its name servers say so, then run this again.`,
      })
    }
    if (elsewhere.length > 0) {
      throw new DroverError(
        `${machine.name}: "${name}" leads to ${elsewhere.join(', ')}, too: ${nothingOrdered}`,
        {
          reason: 'name-elsewhere',
          hint: 'The ACME server may ask any of its addresses. Let the name lead to this machine only, or prove it over DNS ("challenge: dns-route53").',
        },
      )
    }
    found.set(name, first)
  }
  return found
}

async function probe(
  task: Task,
  { session, desired, webroot }: Preflight,
  addresses: ReadonlyMap<string, string>,
): Promise<void> {
  const { ports, machine } = task
  const token = `drover-${randomBytes(16).toString('hex')}`
  const subject = `${machine.name}: the probe for port 80`
  const hint = `Ensure that ${webroot} can be written.`
  const isWebroot = desired.challenge === 'webroot'
  if (isWebroot) await answerOf(session, { command: putProbe({ webroot, token }), subject, hint })
  try {
    for (const [name, address] of addresses) {
      const path = probePath(token)
      const answer = await ports.outside.page({ name, address, path })
      const wrong = wrongAnswer(answer, isWebroot ? token : undefined)
      if (wrong === undefined) continue
      throw new DroverError(`${machine.name}: http://${name}/ ${wrong}: ${nothingOrdered}`, {
        reason: 'probe-unanswered',
        hint: `Open port 80 of the machine to everybody, and let its web server answer below /.well-known/acme-challenge/ from ${webroot}: the role nginx_site does.`,
      })
    }
  } finally {
    if (isWebroot)
      await session.exec(dropProbe({ webroot, token }), { timeoutMs: 30_000 }).catch(() => undefined)
  }
}

/** Undefined when the answer is this machine's; without a token any answer is. */
function wrongAnswer(answer: PageAnswer, token: string | undefined): string | undefined {
  if (answer.kind === 'silent') {
    const why = answer.code === 'ECONNREFUSED' ? 'nothing listens there' : answer.code
    return `does not answer on port 80 (${why})`
  }
  if (token === undefined || (answer.status === 200 && answer.text.trim() === token)) return undefined
  if (answer.status !== 200) return `does not give what lies below the webroot (status ${answer.status})`
  return 'gives something else than what lies below the webroot: another machine may answer there'
}
