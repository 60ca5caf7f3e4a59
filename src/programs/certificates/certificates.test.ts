import { execFileSync } from 'node:child_process'
import { mkdirSync, readlinkSync, symlinkSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeProgramRoot, type ProgramRoot, posixShells } from '../../../test/support/run-program.js'
import { captureLineages } from '../../certificates/commands/capture.js'
import { certificatePlaces } from '../../certificates/commands/places.js'
import { digestValues, serveValues } from '../../certificates/commands/program-values.js'

const lineage = 'a.example.org'
const letsencrypt = certificatePlaces.letsencrypt
const parts = ['cert', 'chain', 'fullchain', 'privkey']

function makeMachine(): ProgramRoot {
  const root = makeProgramRoot()
  for (const folder of ['/run', '/var/lib', '/etc/systemd/system'])
    mkdirSync(root.at(folder), { recursive: true })
  root.stub({ nginx: '', systemctl: '' })
  return root
}

function putLineage(root: ProgramRoot): void {
  for (const part of parts) {
    root.put(`${letsencrypt}/archive/${lineage}/${part}1.pem`, `${part}\n`)
    mkdirSync(root.at(`${letsencrypt}/live/${lineage}`), { recursive: true })
    symlinkSync(
      `../../archive/${lineage}/${part}1.pem`,
      root.at(`${letsencrypt}/live/${lineage}/${part}.pem`),
    )
  }
  root.put(`${letsencrypt}/renewal/${lineage}.conf`, 'server = https://acme.test/dir\n')
}

const linesOf = (stdout: Buffer): readonly string[] => stdout.toString().trimEnd().split('\n')

test('what was captured is restored byte for byte, and served', () => {
  using root = makeMachine()
  putLineage(root)
  const [answer, again] = posixShells.map(
    (shell) => root.run('certificates/capture.sh', { shell, values: digestValues }).stdout,
  )
  expect(answer).toEqual(again)
  expect(captureLineages.argv.slice(0, 2)).toEqual(['sh', '-c'])
  const digest = answer?.subarray(0, 64).toString() ?? ''

  using fresh = makeMachine()
  fresh.put('lineages.tar', answer?.subarray(65) ?? '')
  const values = { ...serveValues, ...digestValues, lineage, ca: '/etc/ca.pem' }
  const { code, stdout } = fresh.run('certificates/restore.sh', { values })
  expect([code, linesOf(stdout)]).toEqual([
    0,
    [
      `drover-certificate restored ${digest}`,
      `drover-certificate served ${fresh.at(`${letsencrypt}/live/${lineage}`)}`,
    ],
  ])
  expect(fresh.read(`${certificatePlaces.served}/privkey.pem`)).toBe('privkey\n')
  expect(fresh.read(certificatePlaces.hook)).toContain('\nnginx -t -q && systemctl reload nginx.service\n')
  expect(fresh.read(certificatePlaces.timerSettings)).toContain(
    `\nEnvironment=REQUESTS_CA_BUNDLE=${fresh.at('/etc/ca.pem')} AWS_CA_BUNDLE=${fresh.at(certificatePlaces.authorities)}\n`,
  )

  for (const shell of posixShells) {
    const { letsencrypt: _letsencrypt, served, current, failures, hook } = certificatePlaces
    const places = {
      place_served: served,
      place_current: current,
      place_failures: failures,
      place_hook: hook,
    }
    const seen = fresh.run('certificates/observe.sh', {
      shell,
      values: { ...digestValues, site_mark: '# mark', ...places },
    })
    const base64 = (text: string): string => Buffer.from(text).toString('base64')
    expect(linesOf(seen.stdout).filter((line) => !line.startsWith('now '))).toEqual([
      `lineage + ${lineage} ${base64('server = https://acme.test/dir\n')} ${base64('fullchain\n')}`,
      `served ${fresh.at(`${letsencrypt}/live/${lineage}`)} ${base64('fullchain\n')}`,
      `digest ${digest}`,
      'hook',
      'end',
    ])
    const file = `${served}/fullchain.pem`
    const print = (path: string): string =>
      fresh.run('certificates/print-served.sh', { shell, args: [path] }).stdout.toString()
    expect([print(file), print('/etc/none')]).toEqual(['fullchain\n', ''])
  }
})

test('a certificate that nginx refuses is not served', () => {
  using root = makeMachine()
  putLineage(root)
  root.put('/etc/drover/tls/own/old/x', '')
  symlinkSync(root.at('/etc/drover/tls/own/old'), root.at(certificatePlaces.current))
  root.stub({ nginx: 'echo "nginx: [emerg] no" >&2; exit 1' })
  const values = { ...serveValues, folder: `${letsencrypt}/live/${lineage}`, ca: '' }
  const { code, stdout } = root.run('certificates/serve.sh', { values })
  expect([code, linesOf(stdout)]).toEqual([
    1,
    ['drover-certificate failed nginx refuses it, so nothing was switched: nginx: [emerg] no'],
  ])
  expect(readlinkSync(root.at(certificatePlaces.current))).toBe(root.at('/etc/drover/tls/own/old'))
})

test('TLS of a site that waited for the certificate is switched on', () => {
  using root = makeMachine()
  putLineage(root)
  const site = '/etc/nginx/sites-available/site'
  root.put(site, 'plain')
  const pem = root.at(`${certificatePlaces.served}/fullchain.pem`)
  root.put(`${site}.tls`, `${serveValues.site_mark}\nserver {\n  ssl_certificate ${pem};\n}\n`)
  mkdirSync(root.at('/etc/nginx/sites-enabled'))
  symlinkSync(root.at(site), root.at('/etc/nginx/sites-enabled/site'))
  const values = { ...serveValues, folder: `${letsencrypt}/live/${lineage}`, ca: '' }
  expect(root.run('certificates/serve.sh', { values }).code).toBe(0)
  expect(readlinkSync(root.at('/etc/nginx/sites-enabled/site'))).toBe(root.at(`${site}.tls`))
  expect(root.calls()).toEqual([
    'nginx -t',
    'systemctl is-active --quiet nginx.service',
    'systemctl reload nginx.service',
  ])
})

test.each([
  ['rsa', ['rsa:2048'], /Public-Key: \(2048 bit\)/],
  ['ecdsa', ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'], /prime256v1/],
])('an own certificate with a key of %s takes the place of other own ones', (_kind, newKey, sign) => {
  using root = makeMachine()
  root.put('/etc/drover/tls/own/old/fullchain.pem', 'old')
  const folder = '/etc/drover/tls/own/new'
  const more = {
    new_key: newKey,
    days: 397,
    common_name: 'a.test',
    alternative_names: 'DNS:a.test,DNS:*.b.test',
  }
  const { code } = root.run('certificates/self-signed.sh', { values: { ...serveValues, folder, ...more } })
  const pem = root.read(`${certificatePlaces.served}/fullchain.pem`)
  const text = execFileSync('openssl', ['x509', '-noout', '-text'], { input: pem, encoding: 'utf8' })
  expect([code, root.has('/etc/drover/tls/own/old')]).toEqual([0, false])
  expect(text).toMatch(/DNS:a\.test, DNS:\*\.b\.test/)
  expect(text).toMatch(sign)

  root.put('fullchain.pem', 'given')
  root.put('privkey.pem', 'key')
  const given = { ...serveValues, folder: '/etc/drover/tls/own/given' }
  expect(root.run('certificates/given.sh', { values: given }).code).toBe(0)
  expect([root.read(`${certificatePlaces.served}/privkey.pem`), root.has(folder)]).toEqual(['key', false])
})

test.each(posixShells)('%s puts a file where an ACME server would ask for it', (shell) => {
  using root = makeMachine()
  const folder = '/var/www/acme/.well-known/acme-challenge'
  expect(root.run('certificates/put-probe.sh', { shell, args: [folder, 'drover-1'] }).code).toBe(0)
  expect(root.read(`${folder}/drover-1`)).toBe('drover-1\n')
})

test('an order installs what is lacking, orders, and serves what came; it says what could not be had', () => {
  using root = makeMachine()
  putLineage(root)
  const order = (ca = '') => {
    const values = { ...serveValues, packages: 'certbot', lineage, webroot: '/var/www/acme', ca }
    return linesOf(root.run('certificates/order.sh', { values }).stdout)
  }
  root.stub({ 'dpkg-query': '', 'apt-get': '', python3: 'echo "CA: ${REQUESTS_CA_BUNDLE-none}"' })
  expect(order()).toEqual([
    'drover-certificate installing  certbot',
    'drover-certificate ordering',
    'CA: none',
    `drover-certificate served ${root.at(`${letsencrypt}/live/${lineage}`)}`,
  ])
  expect([root.has('/var/www/acme'), root.calls()].flat()).toContain(`python3 ${root.path}/order.py`)
  root.stub({ 'dpkg-query': 'printf installed' })
  expect(order('/etc/none.pem')).toEqual(['drover-certificate lacks-ca'])
  root.put('/etc/ca.pem', '')
  expect(order('/etc/ca.pem')).toContain(`CA: ${root.at('/etc/ca.pem')}`)
  root.stub({ 'dpkg-query': '', 'apt-get': 'exit 100' })
  expect(order().at(-1)).toBe('drover-certificate uninstallable  certbot')
})
