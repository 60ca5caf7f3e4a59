import { DroverError } from '../../base/errors.js'
import { asDroverError } from '../../base/failure.js'
import { holds, type Outcome } from '../../base/outcome.js'
import type { DeploymentState } from '../../github/github.js'
import { cutCharacters, githubLimits } from '../../report/github/github-limits.js'
import { countOutcomes } from '../../report/report.js'
import type { GitHubPorts, ReportPorts, RunPorts } from '../../task/ports.js'
import { reportDefect } from '../../task/report-defect.js'
import { findOperation } from '../registry.js'
import type { RecordRequest } from './definition.js'

export interface Deployment {
  readonly environment: string
  readonly operation: string
  /** Of the config branch: what the jobs worked from. */
  readonly commit: string
  readonly outcomes: readonly Outcome[]
}

/** The environment to leave a deployment of; undefined when none was asked for. Throws `invalid-argument`. */
export function deploymentAsked({
  deployment,
  environment,
}: Pick<RecordRequest, 'deployment' | 'environment'>): string | undefined {
  if (!deployment) return undefined
  if (environment !== undefined) return environment
  throw new DroverError('deployment: no environment is given', {
    reason: 'invalid-argument',
    hint: 'A deployment belongs to an environment: give the input "environment", for example "production".',
  })
}

/** Leaves a GitHub Deployment with its status. Throws nothing: answers with why it is not there, or not whole. */
export async function leaveDeployment(
  ports: GitHubPorts & ReportPorts & RunPorts,
  deployment: Deployment,
): Promise<DroverError | undefined> {
  const { environment, operation, commit, outcomes } = deployment
  const counts = cutCharacters(`${operation}: ${countOutcomes(outcomes)}`, githubLimits.deploymentCharacters)
  const description = ports.clean(counts)
  try {
    const github = await ports.github()
    if (github === undefined) {
      throw new DroverError('the run belongs to no repository at GitHub', {
        reason: 'github-failed',
        hint: 'Leave the input "deployment" out.',
      })
    }
    const id = await github.createDeployment({ environment, commit, description })
    const { url } = ports.run
    await github.setDeploymentStatus({
      deployment: id,
      state: deploymentState(operation, outcomes),
      description,
      ...(url !== undefined && { logUrl: url }),
    })
    return undefined
  } catch (thrown) {
    const error = asDroverError(thrown)
    reportDefect(ports, error)
    return new DroverError(`the deployment of "${environment}" could not be left: ${error.message}`, {
      reason: error.reason,
      hint: `What the machines are is not changed by that.${error.hint === undefined ? '' : ` ${error.hint}`}`,
      cause: thrown,
    })
  }
}

/** `inactive` is what nothing is deployed by: no machine was touched, or all were ended as asked. */
export function deploymentState(
  operation: string,
  outcomes: readonly Pick<Outcome, 'kind' | 'reason'>[],
): DeploymentState {
  if (outcomes.every(({ reason }) => reason === 'not-touched')) return 'inactive'
  if (!outcomes.every(holds)) return 'failure'
  return findOperation(operation)?.traits?.endsMachines ? 'inactive' : 'success'
}
