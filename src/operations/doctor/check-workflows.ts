import { basename } from 'node:path'
import { throwIfInvalid } from '../../base/errors.js'
import { countOf } from '../../base/text/count-of.js'
import type { FolderRequest } from '../../ops-repository/choose-values.js'
import { hasAll, knownValues, missingValues } from '../../ops-repository/choose-values.js'
import type { ObservedFolder } from '../../ops-repository/observe-folder.js'
import type { Finding } from '../../report/result-data.js'
import type { ReportPorts, SecretPorts } from '../../task/ports.js'
import { type ComparedWorkflow, compareWorkflows } from '../../workflows/compare-workflows.js'
import { secretsToPass, sshKeySecret } from '../../workflows/workflow-values.js'
import { driftFinding } from '../workflows/sync-workflows.js'

/** The workflows of both branches, held against their templates. */
export interface Drift {
  readonly compared: readonly (ComparedWorkflow & { readonly branch: string })[]
}

/** Throws an InputError when it cannot be known what they should hold. */
export function findDrift(observed: ObservedFolder, request: FolderRequest): Drift {
  const slots = knownValues(request, observed)
  throwIfInvalid(missingValues(slots))
  if (!hasAll(slots)) return { compared: [] }
  const values = { ...slots, secrets: secretsToPass(observed.secretNames.keys()) }
  const compared = [observed.branches.main, observed.branches.config].flatMap(({ name, workflows }) =>
    compareWorkflows(workflows, values).map((one) => ({ ...one, branch: name })),
  )
  return { compared }
}

/** One line for all that are fine, one for each branch with files that a sync mends, and one for each other file. */
export function workflowFindings({ compared }: Drift, clean: ReportPorts['clean']): readonly Finding[] {
  const fine = compared.filter(({ state }) => state === 'fine').length
  const mendable = compared.filter(({ state, lost }) => state === 'stale' && lost.length === 0)
  const wrong = compared.filter((one) => one.state !== 'fine' && !mendable.includes(one))
  const branches = [...new Set(mendable.map(({ branch }) => branch))]
  const message = `${countOf(fine, 'file')} of both branches as their templates have them`
  return [
    ...(fine === 0 ? [] : [{ state: 'ok' as const, about: 'workflows', message }]),
    ...branches.map((branch) =>
      staleFinding(
        branch,
        mendable.filter((one) => one.branch === branch),
      ),
    ),
    ...wrong.map((one) => ({ ...driftFinding(one, clean), about: `${one.branch}:${one.path}` })),
  ]
}

function staleFinding(branch: string, stale: readonly ComparedWorkflow[]): Finding {
  const names = stale.map(({ path }) => basename(path)).join(', ')
  return {
    state: 'problem',
    about: `workflows of ${branch}`,
    message: `${countOf(stale.length, 'file')} not up to date with templates, secrets and names: ${names}`,
    hint: 'Run "drover workflows sync" on the branch, look at the change, commit and push it.',
    reason: 'workflows-differ',
  }
}

/** One line for each secret that a template names: whether workflows pass it on, and whether it is given here. */
export function secretFindings(
  ports: SecretPorts,
  { observed, drift, repository }: { observed: ObservedFolder; drift: Drift; repository: string },
): readonly Finding[] {
  return [...observed.secretNames].map(([name, files]): Finding => {
    const about = `secret ${name}`
    const unpassed = drift.compared.filter((one) => one.unpassed.includes(name))
    if (unpassed.length > 0) {
      return {
        state: 'problem',
        about,
        message: `wanted by ${files.join(', ')} and not passed on by ${countOf(unpassed.length, 'workflow')}`,
        hint: 'Run "drover workflows sync" on the branch, look at the change, commit and push it.',
        reason: 'workflows-differ',
      }
    }
    if (name !== sshKeySecret && ports.secret(name) === undefined) {
      return {
        state: 'note',
        about,
        message: 'passed on by the workflows; not given here, so only GitHub knows whether it is set',
        hint: `"gh secret list --repo ${repository}" lists those that are set; "gh secret set NAME --repo ${repository}" sets one.`,
      }
    }
    return { state: 'ok', about, message: 'passed on by the workflows, and given here' }
  })
}
