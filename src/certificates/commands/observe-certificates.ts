import type { Command } from '../../base/command.js'
import { certificatePlaces, digestFunction, siteMark } from './places.js'
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

/** Defines `waiting_sites`: prints `LINK PLAIN TLS` of each site of ours that could serve TLS and does not. */
export const waitingSitesFunction = `waiting_sites() {
  for tls in /etc/nginx/sites-available/*.tls; do
    [ -f "$tls" ] && IFS= read -r first <"$tls" && [ "$first" = '${siteMark}' ] || continue
    plain=\${tls%.tls}; whole=1
    for file in $(sed -n 's/^ *ssl_certificate\\(_key\\)\\{0,1\\} \\(.*\\);$/\\2/p' "$tls"); do [ -e "$file" ] || whole=; done
    [ -n "$whole" ] || continue
    for link in /etc/nginx/sites-enabled/* /etc/nginx/conf.d/*; do
      [ ! -L "$link" ] || [ "$(readlink "$link")" != "$plain" ] || printf '%s %s %s\\n' "$link" "$plain" "$tls"
    done
  done
}
`

const script = `set -u
LC_ALL=C; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
${digestFunction}${waitingSitesFunction}
b64() { base64 -w 0 <"$1" 2>/dev/null || true; }
for conf in ${certificatePlaces.letsencrypt}/renewal/*.conf; do
  [ -f "$conf" ] || continue
  name=\${conf##*/}; name=\${name%.conf}; live=${certificatePlaces.letsencrypt}/live/$name
  whole=-; [ ! -s "$live/privkey.pem" ] || [ ! -s "$live/chain.pem" ] || [ ! -s "$live/cert.pem" ] || whole=+
  printf 'lineage %s %s %s %s\\n' "$whole" "$name" "$(b64 "$conf")" "$(b64 "$live/fullchain.pem")"
done
if [ -s ${certificatePlaces.served}/fullchain.pem ] && [ -s ${certificatePlaces.served}/privkey.pem ]; then
  printf 'served %s %s\\n' "$(readlink -- ${certificatePlaces.current} || echo -)" "$(b64 ${certificatePlaces.served}/fullchain.pem)"
fi
digest=$(lineage_digest); [ -z "$digest" ] || printf 'digest %s\\n' "$digest"
[ ! -f ${certificatePlaces.failures} ] || sed 's/^/failure /' ${certificatePlaces.failures}
grep -lsF -e '# managed by Certbot' /etc/nginx/sites-enabled/* /etc/nginx/conf.d/* | sed 's/^/rewritten /'
waiting_sites | sed 's/^/waiting /'
[ ! -x ${certificatePlaces.hook} ] || echo hook
printf 'now %s\\nend\\n' "$(date +%s)"
`

/** Reads only. */
export const observeCertificatesCommand: Command = { argv: ['sh', '-c', script] }

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
