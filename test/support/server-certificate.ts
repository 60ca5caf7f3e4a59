import { execFileSync } from 'node:child_process'
import { isIP } from 'node:net'
import { join } from 'node:path'

export interface ServerCertificate {
  readonly caFile: string
  readonly certificateFile: string
  readonly keyFile: string
}

/** A CA of its own and a certificate for addresses or names from it, as files in a folder; good for longer than a test moves a clock. */
export function makeServerCertificate(folder: string, hosts: readonly string[]): ServerCertificate {
  const file = (name: string): string => join(folder, name)
  const names = hosts.map((host) => `${isIP(host) === 0 ? 'DNS' : 'IP'}:${host}`).join(',')
  const openssl = (...args: string[]): void => {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '7300']
    execFileSync('openssl', ['req', '-x509', ...key, ...args], { stdio: 'pipe' })
  }
  openssl(
    ...['-subj', '/CN=test CA of a server', '-keyout', file('ca.key'), '-out', file('ca.pem')],
    ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
  )
  openssl(
    ...['-CA', file('ca.pem'), '-CAkey', file('ca.key')],
    ...['-subj', '/CN=test server', '-keyout', file('server.key'), '-out', file('server.pem')],
    ...['-addext', 'basicConstraints=critical,CA:FALSE', '-addext', `subjectAltName=${names}`],
    ...['-addext', 'extendedKeyUsage=serverAuth'],
  )
  return { caFile: file('ca.pem'), certificateFile: file('server.pem'), keyFile: file('server.key') }
}
