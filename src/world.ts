import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { DroverError, InputError } from './base/errors.js'
import type { Reporter } from './base/reporter.js'
import type { Run } from './base/run.js'
import { Secret } from './base/secret.js'
import type { Dns } from './dns/dns.js'
import type { PullRequest } from './github/pull-request.js'
import { type Checkout, findCheckout, refuseUnpushed } from './ledger/checkout.js'
import { makeGitLedger } from './ledger/git-ledger.js'
import { keepRecords } from './ledger/keep-record.js'
import type { Ledger } from './ledger/ledger.js'
import { makeOpsCheckout } from './ledger/ops-checkout.js'
import { parseRecord } from './ledger/record-file.js'
import { asDroverError } from './operations/failure.js'
import type { Origin, Ports, Question } from './operations/ports.js'
import { isAboutFolder, isOperation, isReadOnly } from './operations/registry.js'
import type { Request, Result } from './operations/request.js'
import { failedResult, runOperation } from './operations/run-operation.js'
import type { Provider } from './providers/provider.js'
import { publicKeyOf } from './remote/public-key.js'
import { askForGreeting } from './remote/ssh-greeting.js'
import { makeSshRemote } from './remote/ssh-remote.js'
import { renderDashboard } from './report/render-dashboard.js'
import { findUnsafeSecret } from './secrets/check-secret.js'
import { deriveSeed } from './secrets/derive-seed.js'
import { Scrubber } from './secrets/scrubber.js'
import { makeSecretSource } from './secrets/secret-source.js'
import { readRepositoryFacts } from './system/github-cli.js'
import { interactive } from './system/interactive.js'
import { withPrivateFiles } from './system/private-files.js'
import { readTree } from './system/read-tree.js'
import { realClock } from './system/real-clock.js'
import { makeDns } from './world/make-dns.js'
import { makeGitHub } from './world/make-github.js'
import { makeJournal } from './world/make-journal.js'
import { makeProvider } from './world/make-provider.js'
import { readStarter } from './world/read-starter.js'

/** What the front doors know: where to look, as whom, and whom to tell. */
export interface WorldSettings {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** Folder that holds the toolkit's own `config/` and `secrets-templates/`. */
  readonly toolkit: string
  readonly repository?: string
  readonly branch: string
  readonly token?: Secret
  readonly sshKey?: Secret
  readonly sshKeyFile?: string
  /** Text of a JSON object. */
  readonly secretsJson?: string
  readonly secretsFile?: string
  readonly run: Run
  readonly reporter: Reporter
  readonly event?: { readonly before?: string; readonly after?: string; readonly pullRequest?: PullRequest }
  readonly origin?: Origin
  readonly signal?: AbortSignal
  /** Where somebody sits at a terminal. */
  readonly ask?: (question: Question) => Promise<string>
  /** Told of every secret as soon as it is known, before it is used. */
  readonly onSecret?: (secret: Secret) => void
}

export interface World {
  /** Throws nothing that is expected: a failure is a Result with a reason. */
  perform(request: Request): Promise<Result>
  /** Text without secret values, control characters and workflow commands. */
  clean(text: string): string
}

/** The composition root: the only place that names real adapters. */
export function makeWorld(settings: WorldSettings): World {
  const scrubber = new Scrubber()
  const clean = (text: string): string => scrubber.clean(text)
  const guard = (secret: Secret): void => {
    const unsafe = findUnsafeSecret(secret)
    if (unsafe !== undefined) throw new InputError([unsafe])
    scrubber.add(secret)
    settings.onSecret?.(secret)
  }
  return {
    clean,
    perform: async (request) => {
      const startedMs = realClock.elapsed()
      let ledger: Ledger | undefined
      try {
        const ports = await makePorts(settings, { clean, guard, request })
        ledger = ports.ledger
        return await runOperation(ports, request)
      } catch (thrown) {
        const durationMs = Math.round(realClock.elapsed() - startedMs)
        const { operation } = request
        return failedResult(asDroverError(thrown), { operation, run: settings.run, durationMs, clean })
      } finally {
        await ledger?.close()
      }
    },
  }
}

interface Parts extends Pick<Ports, 'clean' | 'guard'> {
  readonly request: Request
}

async function makePorts(settings: WorldSettings, { clean, guard, request }: Parts): Promise<Ports> {
  const { env, cwd, repository, token, run, reporter, signal } = settings
  if (token !== undefined) guard(token)
  const source = makeSecretSource({ env, json: await readSecrets(settings) })
  // Also those that no template names: a machine may print them all the same.
  for (const secret of source.given) if (findUnsafeSecret(secret) === undefined) guard(secret)
  const sshKey = once(async () => {
    const key = await readSshKey(settings)
    guard(key)
    return key
  })
  const providers = new Map<string, Promise<Provider>>()
  const dnsByName = new Map<string, Promise<Dns>>()
  return {
    clock: realClock,
    ledger: isAboutFolder(request.operation) ? noLedger : await openLedger(settings, request),
    provider: (name, scope) => {
      const known = providers.get(name) ?? makeProvider(name, { scope, env, signal })
      providers.set(name, known)
      return known
    },
    remote: makeSshRemote(),
    reporter,
    secret: source,
    guard,
    clean,
    toolkit: once(() => readTree(settings.toolkit, { prefixes: ['config', 'secrets-templates'] })),
    sshKey,
    dns: (name, flock) => {
      const known = dnsByName.get(name) ?? makeDns(name, { flock, env, signal })
      dnsByName.set(name, known)
      return known
    },
    github: once(() => makeGitHub({ env, cwd, repository, token, guard, signal })),
    seed: async (label) => deriveSeed(await sshKey(), label),
    publicKey: once(async () => publicKeyOf(await sshKey())),
    journal: makeJournal(settings),
    keepRecords: (records) => keepRecords(records, recordsFolder(env)),
    readRecord: async (path) => parseRecord(await readNamedFile(path, 'record')),
    interactive,
    checkout: (folder = '.') =>
      makeOpsCheckout({ folder: resolve(settings.cwd, folder), branch: settings.branch }),
    starter: once(() => readStarter(settings.toolkit)),
    greeting: (place) => askForGreeting(place, greetingPatience),
    repositoryFacts: readRepositoryFacts,
    ...(settings.ask === undefined ? {} : { ask: settings.ask }),
    withPrivateFiles,
    run,
    ...(settings.origin === undefined ? {} : { origin: settings.origin }),
    ...(settings.event?.before === undefined ? {} : { before: settings.event.before }),
    ...(settings.event?.pullRequest === undefined ? {} : { pullRequest: settings.event.pullRequest }),
    ...(signal === undefined ? {} : { signal }),
  }
}

/** Where a machine is far and busy. */
const greetingPatience = { connectMs: 5000, greetMs: 5000 } as const

/** For what is about a folder: the branch may not exist on any server yet. */
const noLedger: Ledger = {
  read: unused,
  readAt: unused,
  push: unused,
  history: unused,
  headOf: unused,
  close: async () => undefined,
}

async function unused(): Promise<never> {
  throw new DroverError('ledger: was used by an operation that is about a folder', { reason: 'bug' })
}

async function openLedger(settings: WorldSettings, request: Request): Promise<Ledger> {
  const { branch, token, reporter } = settings
  const here = settings.repository === undefined ? await findRepository(settings) : undefined
  const ledger = makeGitLedger({
    url: settings.repository ?? here?.origin ?? here?.folder ?? '',
    branch,
    token,
    clock: realClock,
    renderDashboard,
    onNotice: (message) => reporter.report({ kind: 'notice', level: 'warning', message }),
  })
  if (here === undefined || !asksForEdits(request)) return ledger
  // While the branch is fetched: nothing is done before both are known.
  return {
    ...ledger,
    read: async () => (await Promise.all([ledger.read(), refuseUnpushed(here, branch)]))[0],
  }
}

/** Edits that are not pushed matter to what puts them on machines. */
function asksForEdits({ operation }: Request): boolean {
  if (operation === 'record' || operation === 'replay') return false
  return !(isOperation(operation) && isReadOnly(operation))
}

/** The repository that a person stands in. Reading it is always fine; acting on edits that are not pushed is not. */
async function findRepository({ cwd }: WorldSettings): Promise<Checkout> {
  const checkout = await findCheckout(cwd)
  if (checkout === undefined) {
    throw new DroverError('repository: none given, and the current folder is in none', {
      reason: 'invalid-argument',
      hint: 'Give --repository URL, or go to a checkout of the ops repository.',
    })
  }
  return checkout
}

async function readSshKey({ sshKey, sshKeyFile, env }: WorldSettings): Promise<Secret> {
  if (sshKey !== undefined) return sshKey
  const file = sshKeyFile ?? env.DROVER_SSH_KEY_FILE
  if (file !== undefined && file !== '') return new Secret('ssh-key', await readNamedFile(file, 'ssh key'))
  throw new DroverError('ssh key: none given', {
    reason: 'missing-secret',
    hint: 'Give --ssh-key-file FILE, or put the key in DROVER_SSH_KEY; in a workflow, give the input "ssh-key".',
  })
}

async function readSecrets({ secretsJson, secretsFile }: WorldSettings): Promise<string | undefined> {
  return secretsFile === undefined ? secretsJson : readNamedFile(secretsFile, 'secrets')
}

async function readNamedFile(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new DroverError(`${what}: "${path}" cannot be read: ${code}`, {
      reason: 'invalid-argument',
      hint: 'Ensure that the path is right and that you may read the file.',
      cause,
    })
  }
}

/** Outside of the temporary folder at a shell: a record must outlive a reboot. */
function recordsFolder(env: NodeJS.ProcessEnv): string {
  return join(
    env.RUNNER_TEMP ?? env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'),
    'drover',
    'records',
  )
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined
  return () => {
    promise ??= work()
    return promise
  }
}
