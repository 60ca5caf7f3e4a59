import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { CreateHostedZoneCommand, Route53Client } from '@aws-sdk/client-route-53'
import { sdkSettings } from '../support/aws/moto.ts'
import type { Aws } from '../support/aws/start-aws.ts'
import { type GitHttpServer, startGitHttpServer } from '../support/git-http-server.ts'
import { makeOpsRepository, type OpsRepository } from '../support/ops-repository.ts'
import { type Account, type Made, openAccount } from './cancel-account.ts'
import { type Gate, startGate } from './cancel-gate.ts'
import { type Cli, startCli } from './cli.ts'
import type { FrozenBuild } from './frozen-build.ts'

export const machine = 'web-1'

/** A flock of one machine on EC2, with its repository behind HTTP: where one run after the other takes place. */
export interface CancelLane {
  /** Of the flock. */
  readonly name: string
  readonly aws: Aws
  readonly gate: Gate
  readonly ops: OpsRepository
  readonly account: Account
  readonly dnsName: string
  /** What a run leaves behind is a complete machine, which the next may begin with. */
  isComplete: boolean
  /** The instances of the flock in the account, also terminated ones. */
  flock(): Promise<readonly Made[]>
  start(words: readonly string[], build?: FrozenBuild): Cli
  /** The branch is as it was before anything was made. */
  resetLedger(): void
  /** A file of the branch; undefined if there is none. */
  read(path: string): string | undefined
  remove(): Promise<void>
}

export async function makeCancelLane(
  name: string,
  { aws, build }: { readonly aws: Aws; readonly build: FrozenBuild },
): Promise<CancelLane> {
  const folder = mkdtempSync(join(tmpdir(), `drover-${name}-`))
  const keyFile = join(folder, 'key')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', keyFile])
  mkdirSync(join(folder, 'fixture'))
  const ops = makeOpsRepository(join(folder, 'ops'), join(folder, 'fixture'))
  const dnsName = `${machine}.${name}.test`
  const start = ops.push({ 'flock.yml': flockFile(name, aws) }, 'the flock')
  ops.git('--git-dir', ops.url, 'config', 'http.receivepack', 'true')
  const git: GitHttpServer = await startGitHttpServer({ root: join(folder, 'ops') })
  const gate = await startGate({ aws: aws.proxy.url, git })
  await makeZone(aws, `${name}.test`)
  const account = openAccount(aws.moto.url)
  const env = {
    ...aws.env,
    AWS_ENDPOINT_URL: gate.url,
    XDG_STATE_HOME: folder,
    // A short run spends most of its time compiling the same files again.
    NODE_COMPILE_CACHE: join(dirname(build.entry), 'compiled'),
  }
  const running = new Set<Cli>()
  return {
    name,
    aws,
    gate,
    ops,
    account,
    dnsName,
    isComplete: false,
    flock: async () => (await account.all()).filter(({ tags }) => tags['drover:flock'] === name),
    start: ([operation = '', ...words], other = build) => {
      const all = [other.entry, operation, '--repository', git.url('ops.git'), ...words]
      const cli = startCli(all, { cwd: ops.clone, keyFile, tmp: folder, env })
      running.add(cli)
      void cli.ended.then(() => running.delete(cli))
      return cli
    },
    resetLedger: () => void ops.git('--git-dir', ops.url, 'update-ref', 'refs/heads/config', start),
    read: (path) => {
      try {
        return ops.read(path)
      } catch {
        return undefined
      }
    },
    remove: async () => {
      for (const cli of running) cli.kill()
      gate.arm()
      account.close()
      await gate.close()
      await git.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function flockFile(name: string, aws: Aws): string {
  const settings = {
    region: aws.region,
    zones: [`${aws.region}a`, `${aws.region}b`],
    types: ['t3.micro'],
    image: { id: aws.image },
    subnet: { 'drover-test': 'yes' },
    'security-groups': [aws.securityGroup],
    address: 'private',
  }
  // JSON is YAML.
  return `flock: ${name}
provider: ec2
ssh: { user: admin }
dns: { name: "{name}.${name}.test" }
settings: ${JSON.stringify(settings)}
machines:
  ${machine}:
`
}

async function makeZone({ moto }: Aws, Name: string): Promise<void> {
  const client = new Route53Client(sdkSettings(moto.url))
  await client.send(new CreateHostedZoneCommand({ Name, CallerReference: Name }))
  client.destroy()
}
