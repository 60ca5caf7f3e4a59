import { DroverError, throwIfInvalid } from '../../base/errors.js'
import { countOf } from '../../base/text/count-of.js'
import { flagProblems, hasAll, knownValues, missingValues } from '../../ops-repository/choose-values.js'
import { findingsData } from '../../ops-repository/finding.js'
import {
  type ObservedFolder,
  observeFolder,
  type RepositoryPorts,
} from '../../ops-repository/observe-folder.js'
import type { Finding } from '../../report/result-data.js'
import type { ReportPorts } from '../../task/ports.js'
import { type ComparedWorkflow, compareWorkflows } from '../../workflows/compare-workflows.js'
import { secretsToPass, type WorkflowValues } from '../../workflows/workflow-values.js'
import { type ResultDraft, wholeOperation } from '../operation.js'
import type { WorkflowsRequest } from './definition.js'

/**
 * Brings the workflow files in the folder up to date with the templates' placeholders and with the
 * secrets that the config branch names. What people edited elsewhere in them stays, unless it is to
 * be overwritten. Commits nothing: a person looks at it and does.
 */
export const syncWorkflows = wholeOperation<WorkflowsRequest>(
  async (ports: RepositoryPorts & ReportPorts, request) => {
    throwIfInvalid(flagProblems(request))
    const observed = await observeFolder(
      ports,
      { ...request, folder: request.selectors[1] ?? '.' },
      { from: 'folder' },
    )
    requireCheckout(observed)
    const slots = knownValues(request, observed)
    throwIfInvalid(missingValues(slots))
    if (!hasAll(slots)) return {}
    const values: WorkflowValues = { ...slots, secrets: secretsToPass(observed.secretNames.keys()) }
    const compared = compareWorkflows(observed.branches[observed.here].workflows, values)
    if (request.check === true) return checked(compared, ports.clean)
    const after = compared.map(
      ({ path, wanted, updated }) => [path, request.overwrite ? wanted : updated] as const,
    )
    const before = new Map(observed.branches[observed.here].workflows.map(({ path, found }) => [path, found]))
    const changed = new Map(after.filter(([path, text]) => before.get(path) !== text))
    await observed.checkout.write(changed)
    const findings = compared.map((one) =>
      synced(one, {
        changed: changed.has(one.path),
        overwrite: request.overwrite === true,
        clean: ports.clean,
      }),
    )
    const next = [
      ...nextSteps(changed.size, observed),
      ...otherBranch(observed, { values, toolkit: request.toolkit }),
    ]
    return {
      data: findingsData(findings, next),
      message:
        changed.size === 0 ? 'every workflow is up to date' : `${countOf(changed.size, 'file')} changed`,
      ...endOf(findings, 'workflows sync: a secret cannot be passed on'),
    }
  },
)

type Clean = (text: string) => string

/** Throws `branch-missing` without the config branch: nobody could say which secrets there are. */
function requireCheckout({ look, checkout, branches, here }: ObservedFolder): void {
  if (look.top === undefined || !look.isTop) {
    throw new DroverError(`checkout: "${checkout.folder}" is not the top of a git repository`, {
      reason: 'invalid-argument',
      hint: 'Go to a checkout of the ops repository, or name its folder.',
    })
  }
  if (branches.config.commit !== undefined || here === 'config') return
  throw new DroverError(`branch "${checkout.branch}": is not known here`, {
    reason: 'branch-missing',
    hint: `Run "git fetch origin ${checkout.branch}", or "drover init" in a new repository.`,
  })
}

function checked(compared: readonly ComparedWorkflow[], clean: Clean): ResultDraft {
  const findings = compared.map((one) => driftFinding(one, clean))
  return {
    data: findingsData(findings),
    message: `${countOf(compared.length, 'workflow')} as the templates have them`,
    ...endOf(findings, 'workflows: not as their templates have them'),
  }
}

/** How far one file is from its template, as a line for a person. */
export function driftFinding(
  { path, state, unpassed, lost, diff, baseKnown }: ComparedWorkflow,
  clean: Clean,
): Finding {
  if (state === 'fine') return { state: 'ok', about: path, message: 'as its template has it' }
  const reason = 'workflows-differ'
  const detail = diff === undefined ? {} : { detail: clean(diff) }
  const sync = 'Run "drover workflows sync" on its branch, look at the change, commit and push it.'
  if (state === 'missing') return { state: 'problem', about: path, message: 'is missing', hint: sync, reason }
  if (lost.length > 0) return { ...lostFinding(path, lost), ...detail }
  if (state === 'stale') {
    const message = unpassed.length > 0 ? `does not pass on ${unpassed.join(', ')}` : 'is not up to date'
    return { state: 'problem', about: path, message, hint: sync, reason, ...detail }
  }
  const message = baseKnown
    ? 'was edited by hand'
    : 'was edited by hand, or is from a version of the toolkit that is not here'
  const hint =
    'Keep what you changed if it is meant, or run "drover workflows sync --overwrite" to have the template\'s.'
  return { state: 'problem', about: path, message, hint, reason, ...detail }
}

function lostFinding(path: string, lost: readonly string[]): Finding {
  return {
    state: 'problem',
    about: path,
    message: `cannot pass on ${lost.join(', ')}: the lines "# drover: secrets …" and "# drover: end" around a block are gone`,
    hint: 'Run "drover workflows sync --overwrite" to have the template\'s again, or put the lines back.',
    reason: 'workflows-differ',
  }
}

interface Synced {
  readonly changed: boolean
  readonly overwrite: boolean
  readonly clean: Clean
}

function synced(one: ComparedWorkflow, { changed, overwrite, clean }: Synced): Finding {
  const { path, state, wanted, updated, lost } = one
  if (!overwrite && lost.length > 0) return lostFinding(path, lost)
  if (changed) {
    const kept = !overwrite && updated !== wanted ? ', edits by hand kept' : ''
    const message = state === 'missing' ? 'made' : overwrite ? 'replaced' : `brought up to date${kept}`
    return { state: 'changed', about: path, message }
  }
  if (state === 'fine') return driftFinding(one, clean)
  return { ...driftFinding(one, clean), state: 'note' }
}

function nextSteps(changed: number, { checkout, branches, here }: ObservedFolder): readonly string[] {
  if (changed === 0) return []
  const { name } = branches[here]
  return [
    `git -C ${checkout.folder} diff -- .github/workflows`,
    `git -C ${checkout.folder} add .github/workflows && git -C ${checkout.folder} commit -m "Workflows in step with the templates"   # on ${name}, then push`,
  ]
}

/** Secrets are named in files of both branches, and only one is checked out. */
function otherBranch(
  { branches, here }: ObservedFolder,
  { values, toolkit }: { readonly values: WorkflowValues; readonly toolkit: string | undefined },
): readonly string[] {
  const other = branches[here === 'main' ? 'config' : 'main']
  if (other.commit === undefined) return []
  const stale = compareWorkflows(other.workflows, values).filter(
    ({ state }) => state === 'stale' || state === 'missing',
  )
  if (stale.length === 0) return []
  return [
    `git switch ${other.name} && drover workflows sync${toolkit === undefined ? '' : ` --toolkit ${toolkit}`}   # ${countOf(stale.length, 'file')} there to bring up to date, too`,
  ]
}

/** The failure that a problem makes of the run. */
export function endOf(findings: readonly Finding[], message: string): Pick<ResultDraft, 'failure'> {
  const problems = findings.filter(({ state }) => state === 'problem')
  if (problems.length === 0) return {}
  return {
    failure: new DroverError(`${message}: ${countOf(problems.length, 'problem')}`, {
      reason: 'workflows-differ',
    }),
  }
}
