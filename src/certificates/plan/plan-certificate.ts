import { sha256 } from '../../base/digest.js'
import { acmeDirectories } from '../../flock/schema/certificate-schema.js'
import type { AcmeCertificate, CertificateWish } from '../../flock/certificate-wish.js'
import type { CertificateSighting, Lineage } from '../commands/observe-certificates.js'
import { ownFolder } from '../commands/own.js'
import { certificatePlaces } from '../commands/places.js'
import type { CertificateFacts } from '../commands/read-certificate.js'
import type { CertificateRecord } from '../certificate-file.js'

export type CertificatePlan =
  | { readonly kind: 'nothing' }
  /** What is there is good, and not yet what is served, or not with all that belongs to it. */
  | { readonly kind: 'serve'; readonly folder: string }
  | { readonly kind: 'restore'; readonly why: string }
  | { readonly kind: 'order'; readonly why: string; readonly isForced: boolean }
  | { readonly kind: 'make'; readonly id: string }
  | { readonly kind: 'put'; readonly id: string }

export interface CertificateState {
  readonly wish: CertificateWish
  readonly sighting: CertificateSighting
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
  const { wish } = state
  if (wish.from === 'acme') return planAcme(state, wish)
  const id =
    wish.from === 'secret'
      ? `given-${(state.given ?? '').slice(0, 16)}`
      : `self-signed-${sha256(JSON.stringify([wish.names, wish.key])).slice(0, 16)}`
  const { served } = state.sighting
  const isGood =
    served?.folder === ownFolder(id) &&
    served.facts !== undefined &&
    (wish.from === 'secret' || !isNearEnd(served.facts, { ...state, days: 30 }))
  if (isGood && !(wish.from === 'self-signed' && state.isForced)) {
    return state.sighting.waitingSites.length > 0
      ? { kind: 'serve', folder: ownFolder(id) }
      : { kind: 'nothing' }
  }
  return wish.from === 'secret' ? { kind: 'put', id } : { kind: 'make', id }
}

/** What certbot calls the certificate, and where it keeps it. */
export function lineageOf({ names }: Pick<AcmeCertificate, 'names'>): string {
  return (names[0] ?? '').replace(/^\*\./, '')
}

export function lineageFolder(wish: Pick<AcmeCertificate, 'names'>): string {
  return `${certificatePlaces.letsencrypt}/live/${lineageOf(wish)}`
}

function planAcme(state: CertificateState, wish: AcmeCertificate): CertificatePlan {
  const { sighting, sealed, isForced } = state
  const there = sighting.lineages.find(({ name }) => name === lineageOf(wish))
  const isSealedGood =
    sealed?.from === 'acme' &&
    sealed.lineage === lineageOf(wish) &&
    isFor(wish, { names: sealed.names, acme: sealed.acme }) &&
    !isNearEnd(spanOf(sealed), { ...state, days: 21 })
  if (sealed !== undefined && there?.facts === undefined) {
    return { kind: 'restore', why: isSealedGood ? 'the machine has none' : 'the account' }
  }
  const isOlder = sealed !== undefined && (there?.facts?.notAfterMs ?? 0) < Date.parse(sealed.notAfter)
  if (isSealedGood && isOlder) return { kind: 'restore', why: 'the machine has an older one' }
  const order = isForced ? { why: 'it is asked for', isForced } : whyOrder(state, { wish, there })
  if (order !== undefined) return { kind: 'order', ...order }
  const folder = lineageFolder(wish)
  const isServed =
    sighting.served?.folder === folder && sighting.waitingSites.length === 0 && sighting.hasHook
  return isServed ? { kind: 'nothing' } : { kind: 'serve', folder }
}

function whyOrder(
  state: CertificateState,
  { wish, there }: { readonly wish: AcmeCertificate; readonly there: Lineage | undefined },
): { readonly why: string; readonly isForced: boolean } | undefined {
  // certbot itself sees what is missing, near its end or for other names; all else it would keep.
  if (there?.facts === undefined) return { why: 'there is none', isForced: false }
  const { facts } = there
  if (!isSame(facts.names, wish.names)) {
    return { why: `it is for ${facts.names.join(', ') || 'no name'}`, isForced: false }
  }
  if (!isFor(wish, { names: facts.names, acme: there.acme }))
    return { why: `it is from ${there.acme ?? 'elsewhere'}`, isForced: true }
  if (facts.key !== wish.key) return { why: `its key is ${facts.key}`, isForced: true }
  if (!isNearEnd(facts, { ...state, days: 30 })) return undefined
  return { why: `it ends on ${new Date(facts.notAfterMs).toISOString().slice(0, 10)}`, isForced: false }
}

/** One that browsers trust does for who asked only for a trial: it is never replaced by one that they do not. */
function isFor(
  wish: AcmeCertificate,
  { names, acme }: { readonly names: readonly string[]; readonly acme: string | undefined },
): boolean {
  const isBetter = wish.acme === acmeDirectories.staging && acme === acmeDirectories.production
  return isSame(names, wish.names) && (acme === wish.acme || isBetter)
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
