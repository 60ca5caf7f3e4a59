import * as z from 'zod'
import type { Wrong } from '../problems/wrong.js'

/** Directories of Let's Encrypt (https://letsencrypt.org/docs/acme-protocol-updates/). */
export const acmeDirectories = {
  staging: 'https://acme-staging-v02.api.letsencrypt.org/directory',
  production: 'https://acme-v02.api.letsencrypt.org/directory',
} as const

/** Most names that one certificate of Let's Encrypt has. */
const maxCertificateNames = 100

const secretName = /^[A-Z][A-Z0-9_]*$/

// A pattern's `error` completes the sentence "expected …" (see schema-problems.ts).
const part = '(?:[a-z0-9-]|\\{[A-Za-z_][A-Za-z0-9_-]*\\})+'
const certificateName = new RegExp(`^(?:\\*\\.)?${part}(?:\\.${part})*$`)
const email = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/

const secret = z.string().regex(secretName, 'the name of a secret: capitals, digits and "_"')

/** A text whose problem reads `"VALUE" MESSAGE`, with a hint of its own. */
function text(find: (value: string) => Wrong | undefined): z.ZodString {
  return z.string().superRefine((value, context) => {
    const wrong = find(value)
    if (wrong === undefined) return
    const { message, ...params } = wrong
    context.addIssue({ code: 'custom', message, params })
  })
}

export const certificateSchema = z.strictObject({
  names: z
    .array(
      z
        .string()
        .regex(certificateName, 'a DNS name, in which {name} and variables may stand, or "*." before one'),
    )
    .refine(({ length }) => length > 0 && length <= maxCertificateNames, `1 to ${maxCertificateNames} names`)
    .nullish()
    .describe("DNS names in the certificate, the first being its own. By default the machine's DNS name."),
  from: z
    .enum(['acme', 'secret', 'self-signed'])
    .nullish()
    .describe(
      '`acme`, the default: ordered by certbot. `secret`: given by two secrets. `self-signed`: made on the machine.',
    ),
  contact: z
    .string()
    .regex(email, 'an address for mail')
    .nullish()
    .describe('Address for mail of the ACME account. Without it nothing is ordered.'),
  acme: text(findWrongDirectory)
    .nullish()
    .describe("`staging`, the default, or `production` of Let's Encrypt, or the https URL of a directory."),
  challenge: z
    .enum(['webroot', 'nginx', 'dns-route53'])
    .nullish()
    .describe('How the names are proved. By default `webroot`. Wildcards need `dns-route53`.'),
  key: z.enum(['ecdsa', 'rsa']).nullish().describe('Kind of private key. By default `ecdsa`.'),
  'certificate-secret': secret
    .nullish()
    .describe('Secret with the certificate and its chain, in PEM; only with `from: secret`.'),
  'key-secret': secret.nullish().describe('Secret with the private key, in PEM; only with `from: secret`.'),
  ca: z
    .string()
    .regex(
      /^(?:\/(?!\.\.?(?:\/|$))[A-Za-z0-9._-]+)+$/,
      'an absolute path of letters, digits, ".", "_" and "-"',
    )
    .nullish()
    .describe('File on the machine with the CA of the ACME server itself, for a server of your own.'),
})

export const certificateLayer = certificateSchema.nullish()

export type CertificateFields = z.output<typeof certificateSchema>

/** Requests to an ACME server always use TLS (RFC 8555, 6.1). */
function findWrongDirectory(value: string): Wrong | undefined {
  if (Object.hasOwn(acmeDirectories, value)) return undefined
  const hint = 'write staging, production or the https URL of a directory'
  if (!/^https:\/\/[A-Za-z0-9[][^\s\\"'`$<>{}|^\0-\x1f\x7f-\uffff]*$/.test(value) || value.length > 500) {
    return { message: 'is no directory of an ACME server', hint }
  }
  const authority = value.slice('https://'.length).split(/[/?#]/, 1)[0] ?? ''
  if (!authority.includes('@')) return undefined
  return { message: 'holds credentials, which flock.yml must not', hint, isSecret: true }
}
