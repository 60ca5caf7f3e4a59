import { programText } from '../../programs/program.js'
import type { ArchiveFile } from '../../transaction/transaction.js'
import { certificatePlaces } from './places.js'
import { serveValues } from './program-values.js'

/** As long as browsers take one that they are told to trust. */
const selfSignedDays = 397

export interface SelfSigned {
  readonly names: readonly string[]
  readonly key: 'ecdsa' | 'rsa'
}

interface UnitWork {
  readonly script: string
  readonly files: readonly ArchiveFile[]
}

/** The folder of a certificate that no ACME server gave; `id` tells it from others. */
export function ownFolder(id: string): string {
  return `${certificatePlaces.own}/${id}`
}

/** Makes key and certificate on the machine; the key never leaves it. */
export function selfSignedScript({ names, key }: SelfSigned, id: string): UnitWork {
  const script = programText('certificates/self-signed.sh', {
    ...serveValues,
    folder: ownFolder(id),
    new_key: key === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
    days: selfSignedDays,
    common_name: names[0]?.slice(0, 64) ?? '',
    alternative_names: names.map((name) => `DNS:${name}`).join(','),
  })
  return { script, files: [] }
}

export interface GivenCertificate {
  readonly id: string
  /** Certificate and chain. */
  readonly certificate: string
  readonly key: string
}

/** Puts a certificate that came from elsewhere; its key travels as a file of the unit. */
export function givenScript({ id, certificate, key }: GivenCertificate): UnitWork {
  return {
    script: programText('certificates/given.sh', { ...serveValues, folder: ownFolder(id) }),
    files: [
      { path: 'fullchain.pem', mode: 0o600, bytes: Buffer.from(ended(certificate)) },
      { path: 'privkey.pem', mode: 0o600, bytes: Buffer.from(ended(key)) },
    ],
  }
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}
