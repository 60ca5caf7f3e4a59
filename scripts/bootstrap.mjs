// Makes a fresh clone on a fresh Linux machine ready, says what it does, then runs the demo or the tests.
// Usage: node scripts/bootstrap.mjs demo|test|application|aws|certificates|act|faults|cancel [ARGUMENT...]. It needs only Node 20 or newer.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')

/** What local machines and the demo need of a Debian computer: program -> package. */
const programs = {
  debootstrap: 'debootstrap',
  flock: 'util-linux',
  git: 'git',
  ip: 'iproute2',
  mount: 'mount',
  nft: 'nftables',
  setsid: 'util-linux',
  ssh: 'openssh-client',
  'ssh-keygen': 'openssh-client',
  'systemd-nspawn': 'systemd-container',
  tar: 'tar',
  unshare: 'util-linux',
}
/** Packages that only the tests need: programs to compare ours with, and to inject faults with. */
const testPrograms = { 'git-lfs': 'git-lfs', kill: 'procps', python3: 'python3' }
/** What moto, the libraries of the older scripts and, where there is none, Go are installed with from PyPI: Debian packs apart what makes virtual environments whole. */
const pythonPrograms = { python3: 'python3', 'python3 -m ensurepip': 'python3-venv' }
/** An ACME server for tests, the name server that it asks, and what makes the certificate of the server itself. */
const certificatePrograms = { openssl: 'openssl', pebble: 'pebble', 'pebble-challtestsrv': 'pebble' }
/** Packages with which the fault harness looks into machines. */
const faultPrograms = { nsenter: 'util-linux' }
/** What is no program. Without the keyring debootstrap does not check what it installs. */
const files = { '/usr/share/keyrings/debian-archive-keyring.gpg': 'debian-archive-keyring' }

// Programs for root are often not in the PATH of others.
const path = [
  ...new Set([
    join(root, 'node_modules', '.bin'),
    ...(process.env.PATH ?? '').split(delimiter),
    ...['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/local/bin', '/usr/bin', '/bin'],
  ]),
].filter(Boolean)
const env = { ...process.env, PATH: path.join(delimiter) }

/** For programs that share code with the tests. */
const typescript = ['--import', './test/support/typescript-loader.mjs']

/** Why we cannot go on, in words, and what to do about it. */
class Unready extends Error {}

const jobs = {
  demo: async (args) => {
    const obstacle = machineObstacle(programs)
    if (obstacle !== undefined) throw new Unready(`the demo makes real machines: ${obstacle}`)
    // Not every release has Pebble; all the rest can be shown without it.
    const lacking = args[0] === 'clean' ? undefined : machineObstacle({ ...programs, ...certificatePrograms })
    if (lacking !== undefined && isCi()) throw new Unready(`in CI the demo shows HTTPS, too: ${lacking}`)
    const more = lacking === undefined ? {} : { DROVER_DEMO_WITHOUT_HTTPS: lacking }
    return await run('node', [...typescript, 'scripts/demo.ts', ...args], more)
  },
  test: async (args) => {
    const obstacle = machineObstacle({ ...programs, ...testPrograms, ...pythonPrograms })
    const checked = await run('npm', ['run', '--silent', 'check'])
    if (obstacle !== undefined) return skipSuites('integration', obstacle) || checked
    const tested = await run('npm', ['run', '--silent', 'test:integration', '--', ...args])
    return checked || tested
  },
  aws: async (args) => {
    const obstacle = machineObstacle({ ...programs, ...testPrograms, ...pythonPrograms })
    if (obstacle !== undefined) return skipSuites('aws', obstacle)
    return await run('vitest', ['run', '--project', 'aws', '--project', 'aws-alone', ...args])
  },
  application: async (args) => {
    const obstacle = machineObstacle({ ...programs, ...testPrograms })
    if (obstacle !== undefined) return skipSuites('application', obstacle)
    return await run('vitest', ['run', '--project', 'application', ...args])
  },
  certificates: async (args) => {
    const obstacle = machineObstacle({
      ...programs,
      ...testPrograms,
      ...certificatePrograms,
      ...pythonPrograms,
    })
    if (obstacle !== undefined) return skipSuites('certificates', obstacle)
    return await run('vitest', ['run', '--project', 'certificates', ...args])
  },
  act: async (args) => {
    const obstacle = machineObstacle({ ...programs, ...testPrograms, ...pythonPrograms })
    if (obstacle !== undefined) return skipSuites('act', obstacle)
    return await run('vitest', ['run', '--project', 'act', ...args])
  },
  faults: async (args) => {
    const obstacle = machineObstacle({ ...programs, ...faultPrograms })
    if (obstacle !== undefined) throw new Unready(`the fault harness harms real machines: ${obstacle}`)
    return await runAsRoot('test/faults/faults.ts', args)
  },
  cancel: async (args) => {
    const obstacle = machineObstacle({ ...programs, ...testPrograms, ...pythonPrograms, ...faultPrograms })
    if (obstacle !== undefined) throw new Unready(`the cancel harness makes real machines: ${obstacle}`)
    return await runAsRoot('test/faults/cancel.ts', args)
  },
}

/** These harnesses run as root as a whole, because they enter the machines' namespaces all the time. */
function runAsRoot(harness, args) {
  const [program, ...rest] = [...sudo(), 'env', `PATH=${env.PATH}`, 'node', ...typescript, harness, ...args]
  return run(program, rest)
}

async function main([job, ...args]) {
  if (!(job in jobs))
    throw new Unready(
      'usage: node scripts/bootstrap.mjs demo|test|application|aws|certificates|act|faults|cancel [ARGUMENT...]',
    )
  const [major] = process.versions.node.split('.').map(Number)
  if (major < 20) throw new Unready(`Node 20 or newer is needed; this is ${process.versions.node}.`)
  installNodePackages()
  return await jobs[job](args)
}

/** `npm ci`, unless what is installed came from this very lock file. */
function installNodePackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.drover-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lock) return
  say('Installing the npm packages of package-lock.json (npm ci) …')
  const ended = runQuietly(['npm', 'ci', '--no-audit', '--no-fund'])
  if (ended.error?.code === 'ENOENT') throw new Unready('"npm" is not installed. Install npm 10 or newer.')
  if (ended.status !== 0) {
    say(`${ended.stdout}${ended.stderr}`.trim())
    throw new Unready(
      'the npm packages could not be installed: see what npm says above. It needs a network, or a filled npm cache.',
    )
  }
  writeFileSync(stamp, `${lock}\n`)
}

/** Why no machine can be made here, or undefined. Installs Debian packages if that is all that is missing. */
function machineObstacle(wanted) {
  if (process.platform !== 'linux') {
    return `that needs Linux, and this is "${process.platform}". Use a virtual machine with Debian or Ubuntu.`
  }
  const rights = isRoot() || succeeds([...sudo(), 'true'])
  const missing = missingParts(wanted)
  if (missing.length > 0) {
    const packages = [...new Set(missing.map(([, name]) => name))].sort()
    const parts = missing.map(([part]) => `"${part}"`).join(', ')
    const line = `apt-get install --no-install-recommends ${packages.join(' ')}`
    if (!isInstalled('apt-get')) {
      return `not installed: ${parts}, and there is no apt-get here. Install what holds them; Debian's packages are ${packages.join(', ')}.`
    }
    if (!rights) return `not installed: ${parts}. Type: sudo ${line}`
    const failure = installDebianPackages(packages)
    if (failure !== undefined) return `not installed: ${parts}, and apt-get could not: ${failure}`
    const still = missingParts(wanted).map(([part]) => `"${part}"`)
    if (still.length > 0)
      return `still not there after apt-get installed ${packages.join(', ')}: ${still.join(', ')}.`
  }
  if (!rights) {
    return 'that needs root, or sudo without a password, and here is neither. Run it as root, or allow it in sudoers.'
  }
  const probe = runQuietly([...sudo(), 'unshare', '--mount', '--pid', '--fork', 'true'])
  if (probe.status !== 0) {
    const why = `root may not make namespaces here (${probe.stderr.trim()}).`
    return `${why} Run a container privileged; mount the folder of a chroot on itself first.`
  }
  return undefined
}

function missingParts(wanted) {
  const absent = Object.entries(files).filter(([file]) => !existsSync(file))
  return [...Object.entries(wanted).filter(([program]) => !isThere(program)), ...absent]
}

/** Of a module of Python: that it can tell its version. */
function isThere(program) {
  const [name, ...words] = program.split(' ')
  return isInstalled(name) && (words.length === 0 || succeeds([name, ...words, '--version']))
}

/** Undefined if it went well, else what apt complained of. */
function installDebianPackages(packages) {
  say(`Installing Debian packages with apt-get: ${packages.join(', ')} …`)
  const quick = aptGet('install', '--no-install-recommends', ...packages)
  if (quick.status === 0) return undefined
  // Mostly because the package lists are missing, or so old that the mirror has newer ones only.
  const update = aptGet('update')
  const install = aptGet('install', '--no-install-recommends', ...packages)
  if (install.status === 0) return undefined
  const complaints = `${update.stderr}\n${install.stderr}`.match(/^E: .*/gm) ?? [
    `exit status ${install.status}`,
  ]
  return `${complaints[0].replace('E: ', '')} It needs a network and the package lists of Debian or Ubuntu.`
}

function aptGet(...args) {
  const options = ['-o', 'DPkg::Lock::Timeout=120', '-qy']
  const argv = [
    ...sudo(),
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'LC_ALL=C',
    'apt-get',
    ...options,
    ...args,
  ]
  return runQuietly(argv)
}

/** Exit status: in CI a skipped suite is a failure. */
function skipSuites(kind, obstacle) {
  const suites = readdirSync(join(root, 'test', kind)).filter((name) => name.endsWith('.test.ts'))
  for (const suite of suites.sort()) say(`skipped: test/${kind}/${suite}: ${obstacle}`)
  say(`${suites.length} ${kind} suites skipped.`)
  if (!isCi()) return 0
  say('This is CI (CI is set), where skipping is a failure.')
  return 1
}

function isCi() {
  return Boolean(process.env.CI) && process.env.CI !== 'false'
}

/** Runs a command of the project on our own terminal and gives its exit status. */
function run(program, args, more = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...env, ...more } })
    // A terminal signals the whole foreground itself; we pass on a signal that only we received.
    const pass = (signal) => void (process.stdin.isTTY && signal === 'SIGINT' ? 0 : child.kill(signal))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
    child.once('error', (error) => reject(new Unready(`"${program}" cannot be run: ${error.message}`)))
    child.once('exit', (code, signal) => {
      for (const one of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(one, pass)
      resolve(code ?? { SIGHUP: 129, SIGINT: 130, SIGKILL: 137, SIGTERM: 143 }[signal] ?? 1)
    })
  })
}

function runQuietly([program, ...args]) {
  return spawnSync(program, args, { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

function succeeds(argv) {
  return runQuietly(argv).status === 0
}

function isRoot() {
  return process.getuid?.() === 0
}

function sudo() {
  return isRoot() ? [] : ['sudo', '-n', '--']
}

function isInstalled(program) {
  return path.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Unready)) throw error
  say(`not ready: ${error.message}`)
  process.exitCode = 3
}
