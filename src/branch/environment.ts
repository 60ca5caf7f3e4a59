import { DroverError, type Problem, throwIfInvalid } from '../base/errors.js'
import { nearest } from '../base/text/nearest.js'
import type { Flock, Machine } from '../flock/flock.js'
import { changedPaths } from '../flock/select/affected.js'
import { isLedgerPath } from '../ledger/ledger-paths.js'
import type { Origin } from '../task/ports.js'
import type { ChoosePorts, FlockView } from './flock-view.js'

/** What a run that deploys is asked with. */
export interface DeployRequest {
  readonly selectors: readonly string[]
  readonly environment?: string | undefined
}

interface Choice {
  readonly flock: Flock
  readonly request: DeployRequest
}

/**
 * The machines of the environment that the run deploys to. One that a person named and that is in
 * another is refused; what a group or `all` brings along is left out. A flock without environments
 * has nothing to choose.
 */
export function chooseEnvironment(
  machines: readonly Machine[],
  { flock, request: { environment, selectors } }: Choice,
): readonly Machine[] {
  if (environment === undefined || flock.environments.length === 0) return machines
  requireKnown(environment, flock)
  const outside = machines.filter((machine) => machine.environment !== environment)
  throwIfInvalid(
    outside
      .filter(({ name }) => selectors.includes(name))
      .map(({ name, environment: other }) => ({
        reason: 'invalid-argument',
        message: `${name}: is ${other === undefined ? 'in no environment' : `in the environment "${other}"`}, and the run deploys to "${environment}"`,
        hint: 'Choose its own environment, or other machines.',
      })),
  )
  return machines.filter((machine) => !outside.includes(machine))
}

function requireKnown(environment: string, { environments }: Flock): void {
  const names = environments.map(({ name }) => name)
  if (names.includes(environment)) return
  const meant = nearest(environment, names)
  throw new DroverError(`environment: flock.yml has no environment "${environment}"`, {
    reason: 'invalid-argument',
    hint: meant === undefined ? `Choose one of ${names.join(', ')}.` : `Did you mean "${meant}"?`,
  })
}

/** Refuses to change machines of a protected environment from anywhere but a protected branch. */
export function requireProtectedOrigin(
  machines: readonly Machine[],
  { flock, origin }: { readonly flock: Flock; readonly origin: Origin | undefined },
): void {
  if (origin?.isProtected) return
  const guarded = protectedNames(flock)
  const where = origin === undefined ? 'this is no run of a workflow' : `"${origin.ref}" is not protected`
  throwIfInvalid(
    machines.flatMap(({ name, environment = '' }): readonly Problem[] =>
      guarded.has(environment)
        ? [
            {
              reason: 'protected',
              message: `${name}: is in the protected environment "${environment}", and ${where}`,
              hint: 'Start the workflow on a protected branch, or take "protected: true" from the environment in flock.yml.',
            },
          ]
        : [],
    ),
  )
}

/**
 * The machines that the whole run may change. Those of a protected environment only if the run
 * names it, so that GitHub asks its reviewers, and is up to date, so that nothing is deployed that
 * the branch has left behind. One that a person named is refused, others are left out.
 */
export async function chooseDeployable(
  ports: ChoosePorts,
  view: FlockView,
  { machines, request }: { readonly machines: readonly Machine[]; readonly request: DeployRequest },
): Promise<readonly Machine[]> {
  const guarded = protectedNames(view.flock)
  const isGuarded = ({ environment = '' }: Machine): boolean => guarded.has(environment)
  const outside = machines.filter(
    (machine) => isGuarded(machine) && machine.environment !== request.environment,
  )
  throwIfInvalid(
    outside
      .filter(({ name }) => request.selectors.includes(name))
      .map(({ name, environment = '' }) => ({
        reason: 'protected',
        message: `${name}: is in the protected environment "${environment}", and the run does not name it`,
        hint: `Choose the environment "${environment}" for the run.`,
      })),
  )
  for (const environment of new Set(outside.map((machine) => machine.environment ?? ''))) {
    const names = outside.filter((machine) => machine.environment === environment).map(({ name }) => name)
    ports.reporter.report({
      kind: 'notice',
      level: 'warning',
      message: `left out, because "${environment}" is protected and the run does not name it: ${names.join(', ')}`,
    })
  }
  const inside = machines.filter((machine) => !outside.includes(machine))
  if (inside.some(isGuarded)) {
    requireProtectedOrigin(inside, { flock: view.flock, origin: ports.origin })
    await requireUpToDate(ports, view)
  }
  return inside
}

async function requireUpToDate(ports: ChoosePorts, view: FlockView): Promise<void> {
  const news = await whatIsNewer(ports, view)
  if (news === undefined) return
  throw new DroverError(`environment: the run is not up to date: ${news}`, {
    reason: 'protected',
    hint: 'Start a new run on the head of the branch. Nothing was changed.',
  })
}

function protectedNames({ environments }: Flock): ReadonlySet<string> {
  return new Set(environments.filter(({ isProtected }) => isProtected).map(({ name }) => name))
}

/** What the branch of the run got since; undefined when nothing. What Drover wrote down itself is no news. */
async function whatIsNewer(
  { origin, ledger }: ChoosePorts,
  { snapshot }: FlockView,
): Promise<string | undefined> {
  if (origin === undefined) return undefined
  const head = await ledger.headOf(origin.ref)
  if (head === origin.commit) return undefined
  if (head === snapshot.commit) {
    const started = await ledger.readAt(origin.commit)
    const news = started && changedPaths(started.tree, snapshot.tree).filter((path) => !isLedgerPath(path))
    if (news?.length === 0) return undefined
    return `"${origin.ref}" has newer changes: ${news?.slice(0, 3).join(', ') ?? 'its history was replaced'}`
  }
  return `"${origin.ref}" is at ${head?.slice(0, 12) ?? 'no commit'} now, and the run was started at ${origin.commit.slice(0, 12)}`
}
