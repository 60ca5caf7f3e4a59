import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'
import { certificatePlaces, siteMark } from './places.js'
import { digestValues } from './program-values.js'
import { type CertificateFacts, readCertificate } from './read-certificate.js'

/** One certificate that certbot keeps. */
export interface Lineage {
  readonly name: string
  /** Absent when files of it are missing or cannot be read. */
  readonly facts?: CertificateFacts
  /** URL of the ACME directory. */
  readonly acme?: string
}

/** A name that an ACME server could not prove. */
export interface FailedAuthorization {
  /** Milliseconds since 1970, by the clock of who noted it. */
  readonly atMs: number
  /** Absent when it is not known which: an earlier version of Drover did not note it. */
  readonly name?: string
}

/** What there is of certificates on a machine. */
export interface ObservedCertificates {
  readonly lineages: readonly Lineage[]
  /** Folder that is served from, and what is in it. */
  readonly served?: { readonly folder: string; readonly facts?: CertificateFacts }
  /** Of all that a capture holds; absent when there is nothing. */
  readonly digest?: string
  readonly failures: readonly FailedAuthorization[]
  readonly nowMs: number
  /** Files of nginx that certbot wrote into. */
  readonly rewritten: readonly string[]
  /** Sites whose TLS is not switched on, although it could be. */
  readonly waitingSites: readonly string[]
  readonly hasHook: boolean
}

/** Reads only. */
export const observeCertificatesCommand: Command = programCommand('certificates/observe.sh', {
  values: {
    ...digestValues,
    site_mark: siteMark,
    place_served: certificatePlaces.served,
    place_current: certificatePlaces.current,
    place_failures: certificatePlaces.failures,
    place_hook: certificatePlaces.hook,
  },
})

/** Undefined for an answer that was cut off. */
export function parseCertificates(answer: string): ObservedCertificates | undefined {
  const lines = answer.split('\n')
  if (!lines.includes('end')) return undefined
  const of = (word: string): readonly string[] =>
    lines.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []))
  const seconds = (text: string): number => Number(text) * 1000
  const [served] = of('served').map(parseServed)
  const [digest] = of('digest')
  return {
    lineages: of('lineage').flatMap((line) => parseLineage(line) ?? []),
    ...(served === undefined ? {} : { served }),
    ...(digest === undefined ? {} : { digest }),
    failures: of('failure').flatMap((line) => {
      const [time = '', name] = line.split(' ')
      const atMs = seconds(time)
      if (!Number.isFinite(atMs)) return []
      return [{ atMs, ...(name === undefined ? {} : { name }) }]
    }),
    nowMs: seconds(of('now')[0] ?? ''),
    rewritten: of('rewritten'),
    waitingSites: of('waiting').map((line) => line.split(' ')[0] ?? ''),
    hasHook: lines.includes('hook'),
  }
}

function parseLineage(line: string): Lineage | undefined {
  const [whole, name, conf = '', pem = ''] = line.split(' ')
  if (name === undefined || name === '') return undefined
  const settings = new Map(
    decode(conf)
      .split('\n')
      .map((one) => one.split(' = ', 2))
      .flatMap(([key = '', value]) => (value === undefined ? [] : [[key.trim(), value.trim()] as const])),
  )
  const facts = whole === '+' ? readCertificate(decode(pem)) : undefined
  const acme = settings.get('server')
  return {
    name,
    ...(facts === undefined ? {} : { facts }),
    ...(acme === undefined ? {} : { acme }),
  }
}

function parseServed(line: string): NonNullable<ObservedCertificates['served']> {
  const [folder = '', pem = ''] = line.split(' ')
  const facts = readCertificate(decode(pem))
  return { folder, ...(facts === undefined ? {} : { facts }) }
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8')
}
