import { sha256 } from '../../base/digest.js'
import type { AcmeCertificate, DesiredCertificate } from '../../flock/desired-certificate.js'
import { acmeDirectories } from '../../flock/schema/certificate-schema.js'
import type { CertificateRecord } from '../certificate-file.js'
import type { Lineage, ObservedCertificates } from '../commands/observe-certificates.js'
import { ownFolder } from '../commands/own.js'
import { certificatePlaces } from '../commands/places.js'
import type { CertificateFacts } from '../commands/read-certificate.js'

export type CertificatePlan =
  | { readonly kind: 'nothing' }
  /** What is there is good, and not yet what is served, or not with all that belongs to it. */
  | { readonly kind: 'serve'; readonly folder: string }
  | { readonly kind: 'restore'; readonly why: string }
  | { readonly kind: 'order'; readonly why: string; readonly isForced: boolean }
  | { readonly kind: 'make'; readonly id: string }
  | { readonly kind: 'put'; readonly id: string }

export interface CertificateState {
  readonly desired: DesiredCertificate
  readonly observed: ObservedCertificates
  /** What the branch has sealed; absent when it has nothing, or it was restored already. */
  readonly sealed?: CertificateRecord | undefined
  readonly nowMs: number
  /** Order also what is still good. */
  readonly isForced: boolean
  /** With `from: secret`: SHA-256 of what the secret holds. */
  readonly given?: string | undefined
}

const dayMs = 24 * 60 * 60 * 1000

export function planCertificate(state: CertificateState): CertificatePlan {
  const { desired } = state
  if (desired.from === 'acme') return planAcme(state, desired)
  const id =
    desired.from === 'secret'
      ? `given-${(state.given ?? '').slice(0, 16)}`
      : `self-signed-${sha256(JSON.stringify([desired.names, desired.key])).slice(0, 16)}`
  const { served } = state.observed
  const isGood =
    served?.folder === ownFolder(id) &&
    served.facts !== undefined &&
    (desired.from === 'secret' || !isNearEnd(served.facts, { ...state, days: 30 }))
  if (isGood && !(desired.from === 'self-signed' && state.isForced)) {
    return state.observed.waitingSites.length > 0
      ? { kind: 'serve', folder: ownFolder(id) }
      : { kind: 'nothing' }
  }
  return desired.from === 'secret' ? { kind: 'put', id } : { kind: 'make', id }
}

/** What certbot calls the certificate, and where it keeps it. */
export function lineageOf({ names }: Pick<AcmeCertificate, 'names'>): string {
  return (names[0] ?? '').replace(/^\*\./, '')
}

function lineageFolder(desired: Pick<AcmeCertificate, 'names'>): string {
  return `${certificatePlaces.letsencrypt}/live/${lineageOf(desired)}`
}

function planAcme(state: CertificateState, desired: AcmeCertificate): CertificatePlan {
  const { observed, sealed, isForced } = state
  const there = observed.lineages.find(({ name }) => name === lineageOf(desired))
  const isSealedGood =
    sealed?.from === 'acme' &&
    sealed.lineage === lineageOf(desired) &&
    isFor(desired, { names: sealed.names, acme: sealed.acme }) &&
    !isNearEnd(spanOf(sealed), { ...state, days: 21 })
  if (sealed !== undefined && there?.facts === undefined) {
    return { kind: 'restore', why: isSealedGood ? 'the machine has none' : 'the account' }
  }
  const isOlder = sealed !== undefined && (there?.facts?.notAfterMs ?? 0) < Date.parse(sealed.notAfter)
  if (isSealedGood && isOlder) return { kind: 'restore', why: 'the machine has an older one' }
  const order = isForced ? { why: 'it is asked for', isForced } : whyOrder(state, { desired, there })
  if (order !== undefined) return { kind: 'order', ...order }
  const folder = lineageFolder(desired)
  const isServed =
    observed.served?.folder === folder && observed.waitingSites.length === 0 && observed.hasHook
  return isServed ? { kind: 'nothing' } : { kind: 'serve', folder }
}

function whyOrder(
  state: CertificateState,
  { desired, there }: { readonly desired: AcmeCertificate; readonly there: Lineage | undefined },
): { readonly why: string; readonly isForced: boolean } | undefined {
  // certbot itself sees what is missing, near its end or for other names; all else it would keep.
  if (there?.facts === undefined) return { why: 'there is none', isForced: false }
  const { facts } = there
  if (!isSame(facts.names, desired.names)) {
    return { why: `it is for ${facts.names.join(', ') || 'no name'}`, isForced: false }
  }
  if (!isFor(desired, { names: facts.names, acme: there.acme }))
    return { why: `it is from ${there.acme ?? 'elsewhere'}`, isForced: true }
  if (facts.key !== desired.key) return { why: `its key is ${facts.key}`, isForced: true }
  if (!isNearEnd(facts, { ...state, days: 30 })) return undefined
  return { why: `it ends on ${new Date(facts.notAfterMs).toISOString().slice(0, 10)}`, isForced: false }
}

/** One that browsers trust does for who asked only for a trial: it is never replaced by one that they do not. */
function isFor(
  desired: AcmeCertificate,
  { names, acme }: { readonly names: readonly string[]; readonly acme: string | undefined },
): boolean {
  const isBetter = desired.acme === acmeDirectories.staging && acme === acmeDirectories.production
  return isSame(names, desired.names) && (acme === desired.acme || isBetter)
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return JSON.stringify([...some].sort()) === JSON.stringify([...others].sort())
}

function spanOf({ notBefore, notAfter }: CertificateRecord): Span {
  return { notBeforeMs: Date.parse(notBefore), notAfterMs: Date.parse(notAfter) }
}

type Span = Pick<CertificateFacts, 'notBeforeMs' | 'notAfterMs'>

/** One that lives for days only is near its end in its last third. */
function isNearEnd(
  { notBeforeMs, notAfterMs }: Span,
  { nowMs, days }: { readonly nowMs: number; readonly days: number },
): boolean {
  return notAfterMs - nowMs < Math.min(days * dayMs, (notAfterMs - notBeforeMs) / 3)
}
