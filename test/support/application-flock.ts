import { generateIdentity } from 'age-encryption'
import { type AppRepository, makeAppRepository } from './app-repository.ts'
import { type GitHttpServer, startGitHttpServer } from './git-http-server.ts'
import { type LocalFlock, makeLocalFlock } from './local-flock.ts'

const token = 'push-token-51c0ffee'

export interface ApplicationFlock extends LocalFlock {
  readonly repository: AppRepository
  /** Changes `flock.yml` as a person does. */
  edit(change: (text: string) => string, message: string): string
  addressOf(machine: string): string
  close(): Promise<void>
}

/**
 * Two servers of the stand-in application, one that clones its code and one that it is pushed to from a
 * repository that requires a token, and two machines for Redis, which alone are made.
 */
export async function makeApplicationFlock(name: string): Promise<ApplicationFlock> {
  const flock = await makeLocalFlock(name, {
    DROVER_SEAL_KEY: await generateIdentity(),
    APP_TOKEN: token,
    REDIS_PASSWORD: 'a "quoted" pass\'word',
  })
  flock.ops.push({ 'flock.yml': flockText(name), ...secretVariables }, 'redis')
  const made = await flock.report(['provision', 'redis-1', 'redis-2'])
  if (made.ran.code !== 0) throw new Error(made.ran.stdout + made.ran.stderr)
  const addressOf = (machine: string): string =>
    (JSON.parse(flock.ops.read(`machines/${machine}/machine.json`)) as { address: string }).address
  // This computer, as machines reach it.
  const route = await flock.on('redis-1', 'ip route show default')
  const host = /^default via (\S+)/.exec(route)?.[1] ?? ''
  const repository = makeAppRepository()
  const open = await startGitHttpServer({ root: repository.root, host })
  const auth = { user: 'x-access-token', password: token }
  const guarded = await startGitHttpServer({ root: repository.root, auth })
  const servers: readonly GitHttpServer[] = [open, guarded]
  const edit: ApplicationFlock['edit'] = (change, message) =>
    flock.ops.push({ 'flock.yml': change(flock.ops.read('flock.yml')) }, message)
  const urls = { open: open.url(repository.name), guarded: guarded.url(repository.name) }
  edit((text) => text.replace('127.0.0.1', addressOf('redis-1')).concat(serverText(urls)), 'servers')
  return {
    ...flock,
    repository,
    edit,
    addressOf,
    close: async () => {
      for (const server of servers) await server.close()
      repository.remove()
      await flock.remove()
    },
  }
}

/** What machines would install by apt is in their root: these tests are not about the mirror. */
function flockText(name: string): string {
  return `flock: ${name}
settings:
  packages: [ansible-core, python3-apt, git, curl, nginx, python3-venv, redis-server, rsyslog, logrotate, jq]
vars:
  common_packages: [jq]
  common_upgrades_enabled: false
groups:
  store:
    roles: [redis]
    vars:
      redis_bind: ["0.0.0.0"]
      redis_primary_host: 127.0.0.1
  learning-observer:
    vars:
      app_instances: 2
      app_packages: [git, curl]
    code:
      app:
        revision: v1
        # As the real one's, without what it gets from PyPI.
        build:
          - python3 -m venv --without-pip venv
          - ln -sfn /etc/learning_observer/creds.yaml learning_observer/creds.yaml
          - ln -sfn /var/log/learning_observer learning_observer/learning_observer/logs
machines:
  redis-1:
    groups: [store]
  redis-2:
    groups: [store]
    vars: { redis_role: replica }
`
}

const secretVariables = {
  'secrets-templates/groups/store/ansible-vars.yml': 'redis_password: {{secret "REDIS_PASSWORD"}}\n',
}

function serverText({ open, guarded }: { readonly open: string; readonly guarded: string }): string {
  return `  lo-1:
    groups: [learning-observer]
    code: { app: { url: "${open}" } }
  lo-2:
    groups: [learning-observer]
    code: { app: { url: "${guarded}", via: push, credentials: APP_TOKEN } }
`
}
