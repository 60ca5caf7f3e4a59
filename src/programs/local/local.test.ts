import { mkdirSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  makeProgramRoot,
  type ProgramEnd,
  type ProgramRoot,
  posixShells,
} from '../../../test/support/run-program.js'

const withoutNamespaces =
  'while :; do case $1 in --propagation) shift 2 ;; --*) shift ;; *) break ;; esac; done; exec "$@"'
/** What must not be changed of this computer. */
const stubs = {
  'apt-config': '',
  chroot: '',
  ip: '',
  iptables: 'exit 1',
  mount: 'exit 1',
  nft: '',
  unshare: withoutNamespaces,
}
const network = ['/var/net', 'drtest9', '10.250']
/** As the shell that is outer.sh, with the first process of a machine below something of nspawn's name. */
const outer = 'trap "exit 0" TERM; systemd-nspawn & wait; wait'
const fill = 'cat >"$1/keys"; echo copy >"$1/kind"; echo key >"$1/host-key"'

function makeComputer(): ProgramRoot {
  const root = makeProgramRoot()
  for (const folder of ['/run', '/var/root', '/proc/sys/net/ipv4'])
    mkdirSync(root.at(folder), { recursive: true })
  root.put('/proc/sys/net/ipv4/ip_forward', '1\n')
  root.put('/proc/sys/kernel/random/uuid', '01234567-89ab-cdef-0123-456789abcdef\n')
  root.stub({ ...stubs, 'systemd-nspawn': 'trap "exit 0" TERM; systemd; :', systemd: 'sleep 5; :' })
  return root
}

function launch(root: ProgramRoot, { shell = 'sh', keys = 'ssh-ed25519 AAAA\nend of keys\n' }): ProgramEnd {
  const args = [
    '/var/flocks/f',
    'web-1',
    ...network,
    '/var/root',
    'local-0a1b2c3d',
    '{"id":"local-0a1b2c3d"}',
    'root',
  ]
  return root.run('local/launch.sh', { shell, args: [...args, outer, 'inner', fill], stdin: keys })
}

const act = (root: ProgramRoot, name: string, id = 'local-0a1b2c3d'): ProgramEnd =>
  root.run(`local/${name}.sh`, { args: ['/var/flocks/f', 'web-1', id] })

test.each(posixShells)(
  '%s launches a machine once, with an address of its own, and terminates it',
  (shell) => {
    using root = makeComputer()
    const made = [launch(root, { shell }), launch(root, { shell })]
    expect(made.map(({ code, stdout, stderr }) => [code, stdout.toString(), stderr])).toEqual([
      [0, 'copied\n', ''],
      [0, '', ''],
    ])
    expect([root.read('/var/flocks/f/web-1/address'), root.read('/var/flocks/f/web-1/keys')]).toEqual([
      '10.250.0.2\n',
      'ssh-ed25519 AAAA\n\n',
    ])
    expect(root.calls()).toContain('ip link add name drtest9 type bridge')
    const terminate = (id: string): ProgramEnd =>
      root.run('local/terminate.sh', { shell, args: ['/var/flocks/f', 'web-1', ...network, id] })
    expect(terminate('local-00000000')).toMatchObject({
      code: 90,
      stderr: 'it has another id: "local-0a1b2c3d", not "local-00000000"\n',
    })
    expect(terminate('local-0a1b2c3d').code).toBe(0)
    expect([root.has('/var/flocks/f'), root.has('/var/net/10.250.0.2')]).toEqual([false, false])
  },
)

test('a machine whose keys did not all arrive is not made', () => {
  using root = makeComputer()
  expect(launch(root, { keys: 'ssh-ed25519 AA' })).toMatchObject({
    code: 90,
    stderr: 'its authorized keys did not arrive\n',
  })
  expect(root.has('/var/flocks/f/web-1')).toBe(false)
})

test('a machine is rebooted by its first process, stopped, and then cannot be rebooted', () => {
  using root = makeComputer()
  launch(root, {})
  // Its first process comes a moment later than the one that holds it.
  const rebooted = Array.from({ length: 50 }).some(() => act(root, 'reboot').code === 0)
  expect([rebooted, act(root, 'stop').code]).toEqual([true, 0])
  expect(act(root, 'reboot')).toMatchObject({ code: 90, stderr: 'it does not run\n' })
  expect(root.read('/var/flocks/f/web-1/address')).toBe('10.250.0.2\n')
})

test('a sweep ends all machines of a flock and tells their names', () => {
  using root = makeComputer()
  mkdirSync(root.at('/var/flocks'))
  const args = [
    '/var/flocks/f',
    'web-1',
    ...network,
    '/var/root',
    'local-0a1b2c3e',
    '{}',
    'root',
    outer,
    'inner',
    fill,
  ]
  const inState = args.map((arg) => arg.replace('/var/flocks', '/var/state/flocks'))
  expect(root.run('local/launch.sh', { args: inState, stdin: 'ssh-ed25519 AAAA\nend of keys\n' }).code).toBe(
    0,
  )
  const { code, stdout } = root.run('local/sweep.sh', { args: ['/var/state', 'f', ...network] })
  expect([code, stdout.toString(), root.has('/var/state/flocks/f')]).toEqual([0, 'f/web-1\n', false])
})

test.each(posixShells)('%s fills the disk of a machine with its name, address and keys', (shell) => {
  using root = makeComputer()
  for (const folder of ['ssh', 'systemd/network', 'sudoers.d', 'apt/apt.conf.d']) {
    mkdirSync(root.at(`base/etc/${folder}`), { recursive: true })
  }
  mkdirSync(root.at('new/disk/root'), { recursive: true })
  root.stub({ 'apt-config': 'echo "proxy=\'http://127.0.0.1:3142\'"' })
  const args = [root.at('new'), root.at('base'), 'web-1', '10.250.0.2', '10.250.0.1', 'ada']
  const filled = root.run('local/fill-disk.sh', { shell, args, stdin: 'ssh-ed25519 AAAA\n' })
  expect([filled.code, filled.stderr]).toEqual([0, ''])
  const tree = 'new/disk/root'
  expect(root.read(`${tree}/etc/hostname`)).toBe('web-1\n')
  expect(root.read(`${tree}/etc/systemd/network/10-host0.network`)).toContain('\nAddress=10.250.0.2/16\n')
  expect(root.read(`${tree}/home/ada/.ssh/authorized_keys`)).toBe('ssh-ed25519 AAAA\n')
  expect(root.read(`${tree}/etc/apt/apt.conf.d/90drover`)).toBe(
    'Acquire::http::Proxy "http://10.250.0.1:3142";\n',
  )
  expect(root.read('new/host-key')).toMatch(/^ssh-ed25519 \S+\n$/)
})

test.each(posixShells)('%s makes a Debian root, and one with more packages from a copy of it', (shell) => {
  using root = makeComputer()
  root.put('/etc/resolv.conf', 'nameserver 192.0.2.1\n')
  const folders = [
    'etc/ssh/sshd_config.d',
    'etc/apt',
    'etc/systemd/system',
    'var/lib/dbus',
    'var/lib/apt/lists',
    'usr/sbin',
  ]
  const made = [...folders, 'usr/local/share/ca-certificates'].map((name) => `"$tree/${name}"`).join(' ')
  root.stub({
    debootstrap: `for tree; do :; done; tree=\${tree#http:*}; shift $(($# - 2)); tree=$1; mkdir -p ${made}`,
  })
  const args = ['/var/roots', '0a', 'bookworm', 'systemd,curl', 'http://mirror.test', 'deb x\n', 'a.timer']
  const first = root.run('local/root.sh', { shell, args: [...args, '', ''] })
  expect([first.code, first.stderr]).toEqual([0, ''])
  expect(root.read('/var/roots/0a/tree/etc/apt/sources.list')).toBe('deb x\n')
  const more = ['/var/roots', '0b', ...args.slice(2), '0a', 'jq nginx']
  expect(root.run('local/root.sh', { shell, args: more }).code).toBe(0)
  expect(root.calls().join('\n')).toMatch(/^chroot [\s\S]* install "\$@" sh jq nginx$/m)
  expect(readdirSync(root.at('/var/roots')).sort()).toEqual(['.lock', '0a', '0b'])
})

test.each(posixShells)(
  '%s runs a machine in namespaces, unless another runs it or it is another machine',
  (shell) => {
    using root = makeComputer()
    mkdirSync(root.at('/run/systemd/system'), { recursive: true })
    root.put('m/id', 'local-1\n')
    root.stub({ unshare: '' })
    const run = (marker: string) =>
      root.run('local/outer.sh', { shell, args: [marker, root.at('m'), 'root', 'web-1'] }).code
    expect([run('drover-local:local-2'), root.calls()]).toEqual([0, []])
    expect(run('drover-local:local-1')).toBe(0)
    expect(root.calls()).toEqual([
      `unshare --mount --propagation private --pid --fork --kill-child --mount-proc sh ${root.at('m')}/inside drover-local:local-1 ${root.at('m')} root web-1`,
    ])
  },
)

test.each(posixShells)('%s starts a machine again that wants to be, and ends with its status', (shell) => {
  using root = makeComputer()
  root.put('m/kind', 'copy\n')
  root.put('/etc/resolv.conf', '')
  root.stub({
    mount: '',
    'systemd-nspawn': `sleep 0.3; [ -e ${root.at('once')} ] && exit 7; : >${root.at('once')}; exit 133`,
  })
  const { code } = root.run('local/inner.sh', {
    shell,
    args: ['marker', root.at('m'), 'root', 'web-1', 'dr-1', 'br'],
  })
  const started = root.calls().filter((call) => call.startsWith('systemd-nspawn'))
  expect([code, started.length]).toEqual([7, 2])
  expect(started[0]).toContain('--machine=dr-1 --hostname=web-1')
})
