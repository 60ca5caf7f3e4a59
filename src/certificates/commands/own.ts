import type { ArchiveFile } from '../../transaction/transaction.js'
import { certificatePlaces } from './places.js'
import { prelude, serveFunctions } from './serve-script.js'

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

const placeFunctions = `
install -d -m 0755 ${certificatePlaces.served} && install -d -m 0700 ${certificatePlaces.own} || give_up '${certificatePlaces.own} cannot be made'
# $1 folder; \`fullchain.pem\` and \`privkey.pem\` are in the current one.
keep_own() {
  rm -rf -- "$1.new" && install -d -m 0700 "$1.new" && install -m 0644 fullchain.pem "$1.new/" && install -m 0600 privkey.pem "$1.new/" &&
    sync -f "$1.new" && rm -rf -- "$1" && mv -T -- "$1.new" "$1" || give_up "$1 cannot be written"
}
# All others, once nothing uses them.
drop_others() {
  for folder in ${certificatePlaces.own}/*; do [ "$folder" = "$1" ] || rm -rf -- "$folder"; done
}
`

/** Makes key and certificate on the machine; the key never leaves it. */
export function selfSignedScript({ names, key }: SelfSigned, id: string): UnitWork {
  const newKey = key === 'rsa' ? 'rsa:2048' : 'ec -pkeyopt ec_paramgen_curve:prime256v1'
  const folder = ownFolder(id)
  const script = `${prelude}${serveFunctions}${placeFunctions}
command -v openssl >/dev/null || { tell uninstallable openssl; exit 1; }
umask 077
said=$(openssl req -x509 -newkey ${newKey} -nodes -days ${selfSignedDays} -subj '/CN=${names[0]?.slice(0, 64) ?? ''}' \\
  -addext 'subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}' -keyout privkey.pem -out fullchain.pem 2>&1) ||
  give_up "openssl could not make it: $(printf '%s' "$said" | one_line)"
keep_own ${folder}
serve ${folder}
drop_others ${folder}
`
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
  const folder = ownFolder(id)
  return {
    script: `${prelude}${serveFunctions}${placeFunctions}keep_own ${folder}\nserve ${folder}\ndrop_others ${folder}\n`,
    files: [
      { path: 'fullchain.pem', mode: 0o600, bytes: Buffer.from(ended(certificate)) },
      { path: 'privkey.pem', mode: 0o600, bytes: Buffer.from(ended(key)) },
    ],
  }
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}
