import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApplicationFlock, makeApplicationFlock } from '../support/application-flock.ts'

// The parts beside the servers: the store, a program of one file, and a machine with nothing but its system.
let flock: ApplicationFlock

beforeAll(async () => {
  flock = await makeApplicationFlock('t-beside')
})

afterAll(async () => {
  await flock?.close()
})

const redis = (machine: string, command: string): Promise<string> =>
  flock.on(machine, `REDISCLI_AUTH='a "quoted" pass'\\''word' redis-cli --no-auth-warning ${command}`)

test('Redis on two machines replicates, and asks for its password', async () => {
  const { ran } = await flock.report(['configure', 'redis-1', 'redis-2'])
  expect(ran.code, ran.stdout).toBe(0)
  expect(await redis('redis-1', 'set flock 42')).toBe('OK\n')
  await expect.poll(() => redis('redis-2', 'get flock'), { timeout: 20_000 }).toBe('42\n')
  expect(await flock.on('redis-2', 'redis-cli get flock 2>&1 || true')).toContain('NOAUTH')
})

test('Redis on the replica is promoted by one variable, with its data', async () => {
  flock.edit((text) => text.replace('redis_role: replica', 'redis_role: primary'), 'promote redis-2')
  const { ran } = await flock.report(['configure', 'redis-2'])
  expect(ran.code, ran.stdout).toBe(0)
  expect(await redis('redis-2', 'role | head -1')).toBe('master\n')
  expect(await redis('redis-2', 'get flock')).toBe('42\n')
  expect(await redis('redis-2', 'set flock 43')).toBe('OK\n')
})

test('the password of Redis is nowhere in the branch', () => {
  const leaked = execFileSync('git', ['-C', flock.ops.url, 'log', '-p', '--all', '-S', 'quoted" pass'], {
    encoding: 'utf8',
  })
  expect(leaked).toBe('')
})

const program = (version: string, port = 8090): string =>
  `#!/usr/bin/env -S python3 -B
import http.server
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"${version}")
http.server.HTTPServer(("", ${port}), Answer).serve_forever()
`
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const serve = (text: string): string => `    roles: [artifact_service]
    artifacts:
      proxy: { path: /usr/local/bin/proxy, file: artifacts/proxy, sha256: "${sha256(text)}", after: restart proxy.service }
    checks: { answers: "curl -fsS http://127.0.0.1:8090/" }
`
const answer = async (): Promise<string> => (await fetch(`http://${flock.addressOf('redis-2')}:8090/`)).text()

test('a versioned program is sent by its checksum, and its service answers', async () => {
  flock.ops.push({ 'artifacts/proxy': program('one') }, 'a program')
  flock.edit(
    (text) =>
      text
        .replace('  redis-2:\n', `  redis-2:\n${serve(program('one'))}`)
        .replace(
          'vars: { redis_role: primary }',
          'vars: { redis_role: primary, artifact_service_name: proxy }',
        ),
    'as a service',
  )
  const { machines, ran } = await flock.report(['configure', 'redis-2'])
  expect(ran.code, ran.stdout).toBe(0)
  expect(machines[0]?.message).toContain('artifact proxy')
  expect(await answer()).toBe('one')
})

test('a program whose service does not come up gives way to the version before, which is not sent again', async () => {
  const broken = program('two').replace('import http.server', 'import http.serverr')
  flock.ops.push({ 'artifacts/proxy': broken }, 'a broken program')
  flock.edit((text) => text.replace(sha256(program('one')), sha256(broken)), 'its checksum')
  const { machines } = await flock.report(['configure', 'redis-2'])
  expect(machines[0]).toMatchObject({ outcome: 'rolled-back' })
  expect(await answer()).toBe('one')
  flock.ops.push({ 'artifacts/proxy': program('one') }, 'back')
  flock.edit((text) => text.replace(sha256(broken), sha256(program('one'))), 'back')
  const again = await flock.report(['configure', 'redis-2'])
  expect(again.ran.code).toBe(0)
  expect(again.machines[0]?.steps.filter(({ name }) => name.startsWith('send '))).toEqual([])
})

test('a program with another checksum than its file is refused before any machine is touched', async () => {
  flock.ops.push({ 'artifacts/proxy': program('three') }, 'a file that nobody vouched for')
  const { reason, exitCode, machines } = await flock.report(['configure', 'redis-2'])
  expect({ reason, exitCode, machines }).toEqual({ reason: 'artifact-differs', exitCode: 2, machines: [] })
})

test('a machine with nothing but its system gets Ansible, and what its roles ask for', async () => {
  flock.edit(
    (text) =>
      `${text}  plain:\n    roles: [common]\n    settings: { packages: [] }\n    vars: { common_timezone: Europe/Berlin }\n`,
    'a plain machine',
  )
  const { machines, ran } = await flock.report(['create', 'plain'])
  expect(ran.code, ran.stdout).toBe(0)
  expect(machines[0]?.message).toMatch(/ran role common: [1-9]/)
  expect(await flock.on('plain', 'date +%Z; command -v ansible-playbook; command -v jq')).toMatch(
    /^CES?T\n\/usr\/bin\/ansible-playbook\n\/usr\/bin\/jq\n$/,
  )
})
