import { createPrivateKey, type KeyObject } from 'node:crypto'
import { sha256 } from '../base/digest.js'
import { type Problem, throwIfInvalid } from '../base/errors.js'
import type { DesiredCertificate, SecretCertificate } from '../flock/desired-certificate.js'
import type { Machine } from '../flock/flock.js'
import type { RunPorts, SecretPorts } from '../task/ports.js'
import { certificatesOf } from './commands/read-certificate.js'

interface GivenPair {
  readonly certificate: string
  readonly key: string
  /** Of the certificate's text. */
  readonly sha256: string
}

/** What the secrets of a wish hold. */
export type GivenCertificates = (desired: SecretCertificate) => GivenPair

/** Throws one InputError with everything wrong with the certificates that secrets hold for these machines. */
export function readGivenCertificates(
  ports: SecretPorts & RunPorts,
  machines: readonly Machine[],
): GivenCertificates {
  const pairs = new Map<string, GivenPair>()
  const problems: Problem[] = []
  for (const { name, certificate: desired } of machines) {
    if (!isGiven(desired)) continue
    const [certificate, key] = [desired.certificateSecret, desired.keySecret].map((secret) => {
      const found = ports.secret(secret)
      if (found === undefined) {
        const hint = `add it to the secrets of the repository, or set it in the environment, as "${secret}"`
        problems.push({
          message: `${name}: secret "${secret}": was not given`,
          reason: 'missing-secret',
          hint,
        })
      }
      return found?.reveal()
    })
    if (certificate === undefined || key === undefined) continue
    problems.push(...findProblems({ machine: name, desired, certificate, key, nowMs: ports.clock.now() }))
    pairs.set(idOf(desired), { certificate, key, sha256: sha256(Buffer.from(certificate)) })
  }
  throwIfInvalid(problems)
  return (desired) => {
    const pair = pairs.get(idOf(desired))
    if (pair === undefined) throw new Error(`the secrets of ${idOf(desired)} were not read`)
    return pair
  }
}

function isGiven(desired: DesiredCertificate | undefined): desired is SecretCertificate {
  return desired?.from === 'secret'
}

function idOf({ certificateSecret, keySecret }: SecretCertificate): string {
  return JSON.stringify([certificateSecret, keySecret])
}

interface Pair {
  readonly machine: string
  readonly desired: SecretCertificate
  readonly certificate: string
  readonly key: string
  readonly nowMs: number
}

/** Never quotes what a secret holds. */
function findProblems({ machine, desired, certificate, key, nowMs }: Pair): readonly Problem[] {
  const problem = (secret: string, what: string, hint: string): readonly Problem[] => [
    { message: `${machine}: secret "${secret}": ${what}`, reason: 'invalid-certificate', hint },
  ]
  const [leaf] = certificatesOf(certificate)
  const inPem = 'give PEM: the certificate first, then the chain, each from "-----BEGIN CERTIFICATE-----" on'
  if (leaf === undefined)
    return problem(desired.certificateSecret, 'holds no certificate that can be read', inPem)
  const privateKey = readKey(key)
  if (privateKey === undefined) {
    return problem(
      desired.keySecret,
      'holds no private key that can be read',
      'give it in PEM, without a password',
    )
  }
  if (!leaf.checkPrivateKey(privateKey)) {
    return problem(
      desired.keySecret,
      `is not the key of "${desired.certificateSecret}"`,
      'give the two that belong together',
    )
  }
  const end = leaf.validTo
  if (Date.parse(end) < nowMs) {
    return problem(desired.certificateSecret, `ended on ${end}`, 'give one that is still good')
  }
  const missing = desired.names.filter((name) => leaf.checkHost(name.replace(/^\*\./, 'any.')) === undefined)
  if (missing.length === 0) return []
  return problem(
    desired.certificateSecret,
    `is not for ${missing.map((name) => `"${name}"`).join(', ')}`,
    'give one for all of "certificate.names", or correct the names',
  )
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem)
  } catch {
    return undefined
  }
}
