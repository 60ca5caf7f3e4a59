import { resolve } from 'node:path'
import { InputError } from '../base/errors.js'
import { asDroverError } from '../base/failure.js'
import { type Secret, sealKeySecret } from '../base/secret.js'
import type { Dns } from '../dns/dns.js'
import type { Result } from '../engine/result.js'
import { failedResult, runOperation } from '../engine/run-operation.js'
import { makeOpsCheckout } from '../ledger/git/ops-checkout.js'
import { keepRecords } from '../ledger/records/keep-record.js'
import { parseRecord } from '../ledger/records/record-file.js'
import { findOperation, needsNoLedger } from '../operations/registry.js'
import type { Provider } from '../providers/provider.js'
import { publicKeyOf } from '../remote/private-key.js'
import { askForGreeting } from '../remote/ssh-greeting.js'
import { makeSshRemote } from '../remote/ssh-remote.js'
import type { AnyRequest } from '../request/request.js'
import { findUnsafeSecret } from '../secrets/check-secret.js'
import { deriveSeed } from '../secrets/derive-seed.js'
import { Scrubber } from '../secrets/scrubber.js'
import { makeAgeSealer } from '../secrets/seal/age-sealer.js'
import { missingSealKey } from '../secrets/seal/read-identities.js'
import { guardGiven, makeSecretSource } from '../secrets/secret-source.js'
import { makeArtifactSource } from '../sources/artifacts/make-artifact-source.js'
import { makeGitCodeSource } from '../sources/code/git-code-source.js'
import { readRepositoryFacts } from '../system/github-cli.js'
import { interactive } from '../system/interactive.js'
import { makeLocalFiles } from '../system/local-files.js'
import { makeOutsideView } from '../system/outside-view.js'
import { placeFolder } from '../system/placed-folder.js'
import { withPrivateFiles } from '../system/private-files.js'
import { readParts } from '../system/read-parts.js'
import { readTree } from '../system/read-tree.js'
import { realClock } from '../system/real-clock.js'
import type { Ports } from '../task/ports.js'
import { makeDns } from './make-dns.js'
import { makeGitHub } from './make-github.js'
import { makeJournal } from './make-journal.js'
import { makeProvider } from './make-provider.js'
import { noLedger, openLedger, repositoryAddress } from './open-ledger.js'
import { readNamedFile, readSecrets, readSshKey, recordsFolder } from './read-given.js'
import { readStarter } from './read-starter.js'
import type { AppSettings } from './settings.js'

export type { AppSettings } from './settings.js'

export interface App {
  /** Throws nothing that is expected: a failure is a Result with a reason. */
  perform(request: AnyRequest): Promise<Result>
  /** Text without secret values, control characters and workflow commands. */
  clean(text: string): string
}

/** The composition root: the only place that names real adapters. */
export function createApp(settings: AppSettings): App {
  const scrubber = new Scrubber()
  const clean = (text: string): string => scrubber.clean(text)
  const guard = (secret: Secret): void => {
    const unsafe = findUnsafeSecret(secret)
    if (unsafe !== undefined) throw new InputError([unsafe])
    if (scrubber.knows(secret)) return
    scrubber.add(secret)
    settings.onSecret?.(secret)
  }
  return {
    clean,
    perform: async (request) => {
      const startedMs = realClock.elapsed()
      let ports: Ports | undefined
      try {
        ports = await makePorts(settings, { clean, guard, request })
        return await runOperation(ports, request)
      } catch (thrown) {
        const durationMs = Math.round(realClock.elapsed() - startedMs)
        const { operation } = request
        return failedResult(asDroverError(thrown), { operation, run: settings.run, durationMs, clean })
      } finally {
        await Promise.all([ports?.ledger.close(), ports?.code.close(), ports?.artifacts.close()])
      }
    },
  }
}

interface Parts extends Pick<Ports, 'clean' | 'guard'> {
  readonly request: AnyRequest
}

async function makePorts(settings: AppSettings, { clean, guard, request }: Parts): Promise<Ports> {
  const { env, cwd, repository, token, run, reporter, signal } = settings
  const cancel = signal === undefined ? {} : { signal }
  if (token !== undefined) guard(token)
  const source = makeSecretSource({ env, json: await readSecrets(settings) })
  guardGiven(source, guard)
  const sshKey = once(async () => {
    const key = await readSshKey(settings)
    guard(key)
    return key
  })
  const providers = new Map<string, Promise<Provider>>()
  const dnsByName = new Map<string, Promise<Dns>>()
  return {
    clock: realClock,
    ledger: isWithoutLedger(request) ? noLedger : await openLedger(settings, request),
    provider: (name, scope) => {
      const known = providers.get(name) ?? makeProvider(name, { scope, env, ...cancel })
      providers.set(name, known)
      return known
    },
    code: makeGitCodeSource({ clock: realClock, signal }),
    artifacts: makeArtifactSource({
      clock: realClock,
      repository: () => repositoryAddress(settings),
      token,
      signal,
    }),
    remote: makeSshRemote(),
    outside: makeOutsideView({ nameServer: env.DROVER_NAME_SERVER }),
    reporter,
    secret: source,
    guard,
    clean,
    toolkit: once(async () =>
      readTree(settings.toolkit, { prefixes: ['config', 'secrets-templates', 'ansible'] }),
    ),
    sshKey,
    dns: (name, flock) => {
      const known = dnsByName.get(name) ?? makeDns(name, { flock, env, ...cancel })
      dnsByName.set(name, known)
      return known
    },
    github: once(() => makeGitHub({ env, cwd, repository, token, guard, signal })),
    seal: once(async () => {
      const key = source(sealKeySecret)
      if (key === undefined) throw missingSealKey()
      guard(key)
      return await makeAgeSealer(key)
    }),
    seed: async (label) => deriveSeed(await sshKey(), label),
    publicKey: once(async () => publicKeyOf(await sshKey())),
    journal: makeJournal(settings),
    keepRecords: (records) => keepRecords(records, recordsFolder(env)),
    readRecord: async (path) => parseRecord(await readNamedFile(path, 'record')),
    interactive,
    checkout: (folder = '.') =>
      makeOpsCheckout({ folder: resolve(settings.cwd, folder), branch: settings.branch }),
    readParts: (folder, parts) => readParts(resolve(settings.cwd, folder), parts),
    placeFolder: (folder, files) => placeFolder(resolve(settings.cwd, folder), files),
    starter: once(() => readStarter(settings.toolkit)),
    greeting: (place) => askForGreeting(place, greetingPatience),
    repositoryFacts: readRepositoryFacts,
    ...(settings.ask === undefined ? {} : { ask: settings.ask }),
    withPrivateFiles,
    files: makeLocalFiles({ base: cwd, folder: env.RUNNER_TEMP || cwd }),
    run,
    ...(settings.origin === undefined ? {} : { origin: settings.origin }),
    ...(settings.event?.before === undefined ? {} : { before: settings.event.before }),
    ...(settings.event?.pullRequest === undefined ? {} : { pullRequest: settings.event.pullRequest }),
    ...cancel,
  }
}

function isWithoutLedger({ operation }: AnyRequest): boolean {
  const definition = findOperation(operation)
  return definition !== undefined && needsNoLedger(definition)
}

/** Where a machine is far and busy. */
const greetingPatience = { connectMs: 5000, greetMs: 5000 } as const

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined
  return () => {
    promise ??= work()
    return promise
  }
}
