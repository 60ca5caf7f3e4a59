import { DroverError, throwIfInvalid } from '../../base/errors.js'
import { countOf } from '../../base/text/count-of.js'
import { flockFile, flockIn } from '../../branch/flock-in.js'
import type { FlockView } from '../../branch/flock-view.js'
import { parseMachineFiles } from '../../ledger/machine-files.js'
import { providerOf } from '../../lifecycle/provider-of.js'
import { flagProblems, knownValues } from '../../ops-repository/choose-values.js'
import { findingsData } from '../../ops-repository/finding.js'
import {
  type ObservedFolder,
  observeFolder,
  type RepositoryPorts,
} from '../../ops-repository/observe-folder.js'
import type { Finding } from '../../report/result-data.js'
import type {
  ExaminePorts,
  KeyPorts,
  ProviderPorts,
  ReportPorts,
  RunPorts,
  SecretPorts,
} from '../../task/ports.js'
import { wholeOperation } from '../operation.js'
import { checkKey, checkMachines, checkOidc, checkProviders } from './check-access.js'
import { checkFiles, checkSettings } from './check-flock.js'
import { findDrift, secretFindings, workflowFindings } from './check-workflows.js'
import type { DoctorRequest } from './definition.js'
import { type Check, runChecks } from './examine.js'

type DoctorPorts = RepositoryPorts &
  ExaminePorts &
  KeyPorts &
  ProviderPorts &
  SecretPorts &
  RunPorts &
  ReportPorts

/** Looks at everything that an ops repository needs; one trouble hides no other. Changes nothing. */
export const doctor = wholeOperation<DoctorRequest>(async (ports: DoctorPorts, request) => {
  throwIfInvalid(flagProblems(request))
  const folder = await observeFolder(ports, request, { from: 'folder' })
  const checks = isRepository(folder) ? checksOf(ports, { folder, request }) : []
  const findings = [...checkoutFindings(folder), ...(await runChecks(ports, checks))]
  const problems = findings.filter(({ state }) => state === 'problem').length
  return {
    data: findingsData(findings),
    message: 'nothing is wrong that can be seen from here',
    ...(problems > 0 && {
      failure: new DroverError(`doctor: ${countOf(problems, 'problem')}`, {
        reason: 'unsound',
        hint: 'Each has a line of its own, with its way out.',
      }),
    }),
  }
})

interface Examining {
  readonly folder: ObservedFolder
  readonly request: DoctorRequest
}

function checksOf(ports: DoctorPorts, { folder, request }: Examining): readonly Check[] {
  const repository = knownValues(request, folder).repository ?? 'OWNER/NAME'
  const drift = lazily(() => findDrift(folder, request))
  const view = lazily(() => readFlockView(folder))
  const onFlock = (about: string, work: (observed: FlockView) => Promise<readonly Finding[]>): Check => ({
    about,
    // What is wrong with flock.yml is told once, by the check of its settings.
    work: async () => (view.isGood() ? work(view.get()) : []),
  })
  return [
    { about: 'origin', work: () => checkOrigin(folder) },
    { about: flockFile, work: async () => checkSettings(ports, view.get()) },
    onFlock('files', (observed) => checkFiles(ports, observed)),
    { about: 'workflows', work: async () => workflowFindings(drift.get(), ports.clean) },
    {
      about: 'secrets',
      work: async () =>
        drift.isGood() ? secretFindings(ports, { observed: folder, drift: drift.get(), repository }) : [],
    },
    { about: 'DROVER_SSH_KEY', work: () => checkKey(ports) },
    onFlock('providers', (observed) => checkProviders(ports, observed)),
    onFlock('OIDC subject', async (observed) =>
      (await usesAws(ports, observed)) ? checkOidc(ports, repository) : [],
    ),
    { about: 'machine files', work: async () => checkMachineFiles(folder) },
    onFlock('machines', (observed) => checkMachines(ports, observed)),
  ]
}

function isRepository({ look }: ObservedFolder): boolean {
  return look.top !== undefined && look.isTop
}

function checkoutFindings({ look, checkout, branches, here }: ObservedFolder): readonly Finding[] {
  const about = 'checkout'
  if (look.top === undefined || !look.isTop) {
    const message =
      look.top === undefined
        ? `"${checkout.folder}" is not in a git repository`
        : `"${checkout.folder}" is not the top of its repository, which is "${look.top}"`
    const hint = `Go to a checkout of the ops repository, or make one with "drover init".`
    return [{ state: 'problem', about, message, hint, reason: 'invalid-argument' }]
  }
  const missing = (['main', 'config'] as const)
    .map((kind) => branches[kind])
    .filter(({ name, commit }) => commit === undefined && name !== branches[here].name)
  if (missing.length === 0) {
    const message = `has the branches "${branches.main.name}" and "${branches.config.name}"; "${look.head ?? 'no branch'}" is checked out`
    return [{ state: 'ok', about, message }]
  }
  return missing.map(({ name }) => ({
    state: 'problem',
    about,
    message: `has no branch "${name}", neither here nor at "origin"`,
    hint: `Run "git fetch origin ${name}"; in a new repository, "drover init".`,
    reason: 'branch-missing',
  }))
}

/** Drover works from what is pushed, and the folder knows only what was fetched. */
async function checkOrigin({ look, checkout, branches }: ObservedFolder): Promise<readonly Finding[]> {
  const about = 'origin'
  const { name } = branches.config
  if (look.origin === undefined) {
    const hint = 'Make the repository on GitHub, add it as "origin" and push; "drover init" prints how.'
    return [{ state: 'note', about, message: 'there is none: nothing was pushed yet', hint }]
  }
  const there = await checkout.askOrigin(name)
  if (there === undefined) {
    const hint = `Run "git -C ${checkout.folder} fetch": it says why.`
    return [{ state: 'problem', about, message: 'cannot be read', hint, reason: 'repository-unreachable' }]
  }
  const here = look.local.get(name) ?? look.remote.get(name)
  if (there === '') {
    const hint = `Run "git push -u origin ${name}".`
    return [{ state: 'note', about, message: `has no branch "${name}" yet`, hint }]
  }
  if (here === there) return [{ state: 'ok', about, message: `has "${name}" as it is here` }]
  const message = `"${name}" is not the same here and there: what follows is about the one here`
  const hint = `Run "git fetch", on "${name}" also "git pull --rebase" and "git push", and look again.`
  return [{ state: 'note', about, message, hint }]
}

/** The flock and its machines as the folder has them. Throws an InputError with all that is wrong with `flock.yml`. */
function readFlockView({ branches, toolkit }: ObservedFolder): FlockView {
  const { tree, commit = '' } = branches.config
  const flock = flockIn(tree, toolkit)
  return { flock, snapshot: { commit, tree, machines: parseMachineFiles(tree).machines } }
}

function checkMachineFiles({ branches }: ObservedFolder): readonly Finding[] {
  throwIfInvalid(parseMachineFiles(branches.config.tree).problems)
  return []
}

async function usesAws(ports: ProviderPorts, observed: FlockView): Promise<boolean> {
  const { name, machines } = observed.flock
  const providers = new Set(machines.map(({ provider }) => provider))
  const dns = new Set(machines.flatMap((machine) => machine.dns?.provider ?? []))
  const adapters = await Promise.all([
    ...[...providers].map((one) => providerOf(ports, observed, one)),
    ...[...dns].map((one) => ports.dns(one, name)),
  ])
  return adapters.some(({ credentials }) => credentials === 'aws')
}

interface Lazy<T> {
  /** Throws what making it threw, each time. */
  get(): T
  isGood(): boolean
}

function lazily<T>(make: () => T): Lazy<T> {
  let made: { readonly value: T } | { readonly error: unknown } | undefined
  const settle = (): { readonly value: T } | { readonly error: unknown } => {
    try {
      return { value: make() }
    } catch (error) {
      return { error }
    }
  }
  const get = (): { readonly value: T } | { readonly error: unknown } => {
    made ??= settle()
    return made
  }
  return {
    get: () => {
      const one = get()
      if ('error' in one) throw one.error
      return one.value
    },
    isGood: () => 'value' in get(),
  }
}
