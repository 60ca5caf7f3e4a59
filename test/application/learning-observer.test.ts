import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { Decrypter } from 'age-encryption'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApplicationFlock, makeApplicationFlock } from '../support/application-flock.ts'
import { openWebSocket } from '../support/websocket.ts'

let flock: ApplicationFlock
const servers = ['lo-1', 'lo-2'] as const

beforeAll(async () => {
  flock = await makeApplicationFlock('t-app')
})

afterAll(async () => {
  await flock?.close()
})

const fetchText = async (machine: string, path = '/'): Promise<string> => {
  const response = await fetch(`http://${flock.addressOf(machine)}${path}`)
  return `${response.status} ${(await response.text()).trim()}`
}

async function openSealed(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(flock.secrets.DROVER_SEAL_KEY ?? '')
  return JSON.parse(await decrypter.decrypt(bytes, 'text')) as Record<string, string>
}

/** Names of the steps of one machine, without how many tasks there were. */
async function stepsOf(words: readonly string[]): Promise<readonly string[]> {
  const { machines, ran } = await flock.report(words)
  expect(ran.code, ran.stdout + ran.stderr).toBe(0)
  return (machines[0]?.steps ?? []).map(({ name }) => name.replace(/ \(.*/, ''))
}

test('create makes two machines that serve, with code by clone and by push', async () => {
  const { machines, ran } = await flock.report(['create', ...servers])
  expect(ran.code, ran.stdout + ran.stderr).toBe(0)
  expect(machines.map(({ outcome }) => outcome)).toEqual(['changed', 'changed'])
  for (const machine of servers) {
    expect(await fetchText(machine)).toMatch(/^200 .*v1/)
    expect(await fetchText(machine, '/webapi/ping')).toMatch(/^200 /)
  }
})

test('create makes nginx pass WebSockets to both instances', async () => {
  const sockets = await Promise.all(
    [1, 2, 3, 4].map(() => openWebSocket(`ws://${flock.addressOf('lo-1')}/wsapi/in`)),
  )
  for (const [at, socket] of sockets.entries()) expect(await socket.ask(`event ${at}`)).toBe(`event ${at}`)
  const perInstance = await flock.on(
    'lo-1',
    "ss -Htn state established '( sport = :9001 or sport = :9002 )' | awk '{print $3}' | sort | uniq -c | awk '{print $1}'",
  )
  expect(perInstance.trim().split('\n')).toEqual(['2', '2'])
  for (const socket of sockets) await socket.close()
})

test("create leaves the application's own log, whose events carry the stamp", async () => {
  const stamp = JSON.parse(await flock.on('lo-1', 'cat /etc/drover/stamp.json')) as {
    readonly config: string
    readonly code: Readonly<Record<string, string>>
    readonly baseline: Readonly<Record<string, string>>
  }
  expect(stamp.code).toEqual({ app: flock.repository.commits.v1 })
  expect(Object.keys(stamp.baseline)).toEqual(['common', 'app', 'nginx_site'])
  const log = await flock.on('lo-1', 'cat /var/log/learning_observer/*.json')
  const events = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(events.length).toBeGreaterThan(3)
  for (const event of events) {
    expect(JSON.stringify(event)).toContain(stamp.config)
    expect(JSON.stringify(event)).toContain(flock.repository.commits.v1)
  }
})

test('create seals the generated token on the branch, and writes it nowhere else there', async () => {
  const bytes = execFileSync('git', [
    '-C',
    flock.ops.url,
    'show',
    'config:machines/lo-1/sealed/generated.age',
  ])
  const token = (await openSealed(bytes)).LEARNING_OBSERVER_SESSION_SECRET ?? ''
  expect(token).toMatch(/^[\w-]{43}$/)
  const own = createHash('sha256').update(token).digest('hex')
  // The machine says the hash of what it has: the value itself would be shown as its placeholder.
  const found = await flock.on(
    'lo-1',
    `sed -n 's/.*"session_secret": *"\\([^"]*\\)".*/\\1/p' /etc/learning_observer/creds.yaml | tr -d '\\n' | sha256sum`,
  )
  expect(found.trim().split(' ')[0]).toBe(own)
  const leaks = execFileSync('git', ['-C', flock.ops.url, 'log', '--all', '--oneline', '-S', token])
  expect(leaks.toString()).toBe('')
})

test('create leaves no token of the repository on the machine', async () => {
  const found = await flock.on(
    'lo-2',
    'grep -rlsF push-token-51c0ffee /etc /opt /root /var/lib /run /tmp || true',
  )
  expect(found).toBe('')
})

test('a baseline that was applied already changes nothing, and Ansible is not started', async () => {
  expect(await stepsOf(['configure', 'lo-1'])).toEqual(['connect', 'look'])
})

test('the baseline runs only the role of which a variable changed', async () => {
  flock.edit(
    (text) => text.replace('app_instances: 2', 'app_instances: 2\n      nginx_site_body_size: 7m'),
    'size',
  )
  const steps = await stepsOf(['configure', 'lo-1'])
  expect(steps.filter((name) => name.startsWith('baseline '))).toEqual([
    'baseline facts',
    'baseline nginx_site',
  ])
  expect(await flock.on('lo-1', 'grep -rh client_max_body_size /etc/nginx/sites-available')).toContain('7m')
})

test('the baseline runs only the role of which a file changed, and shows before what it would do', async () => {
  const role = 'ansible/roles/notice/tasks/main.yml'
  const task = (text: string): string =>
    `- name: Write the notice\n  ansible.builtin.copy:\n    content: "${text}\\n"\n    dest: /etc/notice\n    mode: "0644"\n`
  flock.ops.push({ [role]: task('first') }, 'a role')
  flock.edit(
    (text) =>
      text.replace(
        'lo-1:\n    groups: [learning-observer]',
        'lo-1:\n    roles: [notice]\n    groups: [learning-observer]',
      ),
    'notice',
  )
  expect(await stepsOf(['configure', 'lo-1'])).toContain('baseline notice')
  flock.ops.push({ [role]: task('second') }, 'the role changes')
  const preview = await flock.cli(['preview', 'lo-1'])
  expect(preview.stdout).toMatch(/role notice/)
  expect(preview.stdout).toMatch(/-first[\s\S]*\+second/)
  expect(await flock.on('lo-1', 'cat /etc/notice')).toBe('first\n')
  const steps = await stepsOf(['configure', 'lo-1'])
  expect(steps.filter((name) => name.startsWith('baseline '))).toEqual(['baseline facts', 'baseline notice'])
  expect(await flock.on('lo-1', 'cat /etc/notice')).toBe('second\n')
})

test('the flag --baseline runs all roles, and they change nothing', async () => {
  const { machines } = await flock.report(['configure', 'lo-1', '--baseline'])
  expect(machines[0]).toMatchObject({ outcome: 'ok', reason: 'done' })
  expect(machines[0]?.message).toBe('ran roles common, app, nginx_site, notice: 0 changes')
})

test('a baseline that fails names the role and its task, and leaves the machine serving', async () => {
  const wrong = '- name: Fail here\n  ansible.builtin.command: /bin/false\n  changed_when: false\n'
  flock.ops.push({ 'ansible/roles/notice/tasks/main.yml': wrong }, 'a role that fails')
  const { machines, exitCode } = await flock.report(['configure', 'lo-1'])
  expect(exitCode).toBe(1)
  expect(machines[0]).toMatchObject({ outcome: 'failed', reason: 'baseline-failed' })
  expect(machines[0]?.message).toContain('role notice, task "Fail here" failed')
  expect(await fetchText('lo-1')).toMatch(/^200 /)
  flock.edit((text) => text.replace('    roles: [notice]\n', ''), 'take it back')
  expect(await stepsOf(['configure', 'lo-1'])).not.toContain('baseline facts')
})

test('a code revision whose service does not come up is rolled back, and the old one serves', async () => {
  flock.edit((text) => text.replace('revision: v1', 'revision: v2-broken'), 'a broken release')
  const { machines, exitCode } = await flock.report(['configure', ...servers])
  expect(exitCode).toBe(1)
  for (const { outcome, reason, message } of machines) {
    expect({ outcome, reason }).toEqual({ outcome: 'rolled-back', reason: 'check-failed' })
    expect(message).toContain('code app is at')
  }
  for (const machine of servers) expect(await fetchText(machine)).toMatch(/^200 .*v1/)
  expect(await flock.on('lo-1', 'cat /opt/learning_observer/VERSION')).toBe('v1\n')
  expect(JSON.parse(flock.ops.read('machines/lo-1/state.json'))).toMatchObject({
    code: { app: flock.repository.commits.v1 },
  })
})

test('a code revision that works is switched to with its settings, and the stamp names it', async () => {
  flock.edit((text) => text.replace('revision: v2-broken', 'revision: v2'), 'v2')
  const { machines, ran } = await flock.report(['configure', ...servers])
  expect(ran.code, ran.stdout).toBe(0)
  expect(machines[0]?.message).toContain('code app')
  for (const machine of servers) expect(await fetchText(machine)).toMatch(/^200 .*v2/)
  expect(await flock.on('lo-2', 'grep CODE /etc/drover/stamp.env')).toBe(
    `DROVER_CODE_APP="${flock.repository.commits.v2}"\n`,
  )
  expect(await stepsOf(['configure', 'lo-1'])).toEqual(['connect', 'look'])
})

test('a rollback goes back to the code revision before', async () => {
  const { machines } = await flock.report(['configure', 'lo-1', '--rollback'])
  expect(machines[0]?.outcome).toBe('changed')
  expect(await fetchText('lo-1')).toMatch(/^200 .*v1/)
  expect(await stepsOf(['configure', 'lo-1'])).toContain('swap')
  expect(await fetchText('lo-1')).toMatch(/^200 .*v2/)
})

test('verify reports a revision that was changed by hand', async () => {
  const old = (
    await flock.on(
      'lo-1',
      'ls -d /opt/learning_observer.releases/*-* | grep -v done | grep -vx "$(readlink /opt/learning_observer)" | head -1',
    )
  ).trim()
  expect(old).not.toBe('')
  await flock.on('lo-1', `ln -sfn ${old} /opt/learning_observer`)
  const current = (await flock.on('lo-1', 'readlink /opt/learning_observer')).trim()
  const { machines } = await flock.report(['verify', 'lo-1'])
  const isOther = current !== (await flock.on('lo-2', 'readlink /opt/learning_observer')).trim()
  expect(isOther).toBe(true)
  expect(machines[0]).toMatchObject({ outcome: 'failed' })
  expect(machines[0]?.message).toContain('/opt/learning_observer')
  expect((await flock.report(['configure', 'lo-1'])).machines[0]?.outcome).toBe('changed')
})

test('a run that is killed during the baseline is joined or finished by the next run', async () => {
  flock.edit((text) => text.replace('nginx_site_body_size: 7m', 'nginx_site_body_size: 8m'), 'another size')
  const cut = await flock.cli(['configure', 'lo-1'], {
    onChild: (child) => {
      child.stderr?.on('data', (data: Buffer) => {
        if (data.toString().includes('baseline nginx_site')) child.kill('SIGKILL')
      })
    },
  })
  expect(cut.signal).toBe('SIGKILL')
  const { machines, ran } = await flock.report(['configure', 'lo-1'])
  expect(ran.code, ran.stdout).toBe(0)
  expect(machines[0]?.outcome).toBe('changed')
  expect(await flock.on('lo-1', 'grep -rh client_max_body_size /etc/nginx/sites-available')).toContain('8m')
  expect(await stepsOf(['configure', 'lo-1'])).toEqual(['connect', 'look'])
})

test('an Ansible that is killed on the machine is started again by the next run', async () => {
  flock.edit((text) => text.replace('nginx_site_body_size: 8m', 'nginx_site_body_size: 9m'), 'one more')
  const killed = flock.on(
    'lo-1',
    'for i in $(seq 300); do pid=$(systemctl show -p MainPID --value drover-baseline.service); [ "$pid" -gt 0 ] && pgrep -f ansible-playbook >/dev/null && systemctl kill -s KILL drover-baseline.service && echo killed && break; sleep 0.1; done',
  )
  const { machines } = await flock.report(['configure', 'lo-1'])
  expect(await killed).toContain('killed')
  expect(machines[0]).toMatchObject({ outcome: 'failed', reason: 'killed' })
  const again = await flock.report(['configure', 'lo-1'])
  expect(again.machines[0]?.outcome).toBe('changed')
  expect(await flock.on('lo-1', 'grep -rh client_max_body_size /etc/nginx/sites-available')).toContain('9m')
})

test('a run that is killed while it switches code is undone by the machine, and the next run switches', async () => {
  flock.edit((text) => text.replace('revision: v2', 'revision: v1'), 'back to v1')
  await flock.on('lo-1', 'mkdir -p /run/drover/hold && touch /run/drover/hold/check')
  const cut = await flock.cli(['configure', 'lo-1'], {
    onChild: (child) => {
      child.stderr?.on('data', (data: Buffer) => {
        if (data.toString().includes('check ')) child.kill('SIGKILL')
      })
    },
  })
  expect(cut.signal).toBe('SIGKILL')
  await flock.on(
    'lo-1',
    'rm -f /run/drover/hold/check; for i in $(seq 80); do [ -L /var/lib/drover/current ] || break; sleep 0.5; done',
  )
  expect(await fetchText('lo-1')).toMatch(/^200 .*v2/)
  const { machines, ran } = await flock.report(['configure', ...servers])
  expect(ran.code, ran.stdout).toBe(0)
  expect(machines.map(({ outcome }) => outcome)).toEqual(['changed', 'changed'])
  for (const machine of servers) expect(await fetchText(machine)).toMatch(/^200 .*v1/)
})
