import { DroverError, InputError, type Problem } from '../../base/errors.js'
import { asDroverError } from '../../base/failure.js'
import type { Outcome } from '../../base/outcome.js'
import { cleanTexts } from '../../base/text/clean-texts.js'
import type { Comment } from '../../github/github.js'
import { keepComment } from '../../github/keep-comment.js'
import type { PullRequest } from '../../github/pull-request.js'
import type { Ledger } from '../../ledger/ledger.js'
import { previewMarker, renderPreview } from '../../report/github/render-plan-comment.js'
import type { BranchPorts, GitHubPorts, ReportPorts, RunPorts } from '../../task/ports.js'
import { reportDefect } from '../../task/report-defect.js'
import { configure } from '../configure/configure.js'
import { type Engine, type ResultDraft, wholeOperation } from '../operation.js'
import type { PlanRequest } from './definition.js'
import { mergedView } from './merged-view.js'

type PlanPorts = BranchPorts & GitHubPorts & ReportPorts & RunPorts

/** What configure would do: its own dry run. In a pull request also as one comment on it. */
export const plan = wholeOperation<PlanRequest>(async (ports: PlanPorts, request, engine) => {
  const { pullRequest } = ports
  if (pullRequest === undefined) return await planFleet(engine, { request })
  if (pullRequest.isFork) throw fromFork(pullRequest)
  return await previewPullRequest(ports, { engine, request, pullRequest })
})

/**
 * Not 0: a green check on a change that nobody looked at would let it through. A team that wants no
 * red cross on forks leaves the job out with `if:`; GitHub then shows it as skipped.
 */
function fromFork({ number }: PullRequest): DroverError {
  return new DroverError(`plan: pull request ${number} comes from a fork, so nothing was previewed`, {
    reason: 'from-fork',
    hint: 'A fork gets neither the SSH key nor a token that may write. Somebody with the right to push can look at it and push it as a branch of this repository.',
  })
}

/** configure's own dry run. */
function planFleet(
  engine: Engine,
  { request, ...branch }: { readonly request: PlanRequest; readonly ledger?: Ledger },
): Promise<ResultDraft> {
  const asked = { ...request, dryRun: true, rollback: false, baseline: false, planDigest: undefined }
  return engine.runFleet(configure, { ...branch, request: asked })
}

interface Previewing {
  readonly engine: Engine
  readonly request: PlanRequest
  readonly pullRequest: PullRequest
}

async function previewPullRequest(
  ports: PlanPorts,
  { engine, request, pullRequest }: Previewing,
): Promise<ResultDraft> {
  const { to, ...asked } = request
  const view = await mergedView(ports, to ?? pullRequest.merged)
  const tell = (outcomes: readonly Outcome[], problems: readonly Problem[]): Promise<Told> =>
    writeComment(ports, { flock: view.flock, pullRequest, outcomes, problems })
  let end: ResultDraft
  try {
    end = await planFleet(engine, { ledger: view.ledger, request: { ...asked, to: undefined } })
  } catch (thrown) {
    const error = asDroverError(thrown)
    const told = await tell([], problemsOf(error))
    // What is wrong with the change matters more than that it could not be said there, too.
    if (told.failure !== undefined) warn(ports, told.failure.message)
    throw error
  }
  const { failure, message } = await tell(end.outcomes ?? [], [])
  return {
    ...end,
    ...(message === undefined ? {} : { message }),
    ...(failure === undefined ? {} : { failure: end.failure ?? failure }),
  }
}

interface Commented {
  readonly flock: string
  readonly pullRequest: PullRequest
  readonly outcomes: readonly Outcome[]
  readonly problems: readonly Problem[]
}

interface Told {
  readonly message?: string
  readonly failure?: DroverError
}

/** Throws nothing: a comment that cannot be written does not hide the plan. */
async function writeComment(ports: PlanPorts, { pullRequest, ...shown }: Commented): Promise<Told> {
  const { number: pull, head } = pullRequest
  try {
    const github = await ports.github()
    if (github === undefined) throw notAtGitHub()
    const body = renderPreview({ ...cleaned(ports, shown), head, run: ports.run })
    const kept = await keepComment(github, { pull, head, marker: previewMarker(shown.flock), body })
    return kept.kind === 'stale' ? { message: staleMessage } : tellPlace(ports, kept.comment)
  } catch (thrown) {
    const error = asDroverError(thrown)
    reportDefect(ports, error)
    const { message, reason, hint } = error
    const more = hint === undefined ? '' : ` ${hint}`
    return {
      failure: new DroverError(`the comment on pull request ${pull} could not be written: ${message}`, {
        reason,
        hint: `The plan itself is shown here.${more}`,
        cause: thrown,
      }),
    }
  }
}

const staleMessage = 'the pull request has a newer commit, whose own preview writes the comment'

function tellPlace({ reporter, clean }: ReportPorts, { url }: Comment): Told {
  reporter.report({ kind: 'notice', level: 'info', message: clean(`the preview is at ${url}`) })
  return {}
}

function notAtGitHub(): DroverError {
  return new DroverError('the run belongs to no repository at GitHub', {
    reason: 'github-failed',
    hint: 'Ensure that GITHUB_REPOSITORY and GITHUB_SERVER_URL are those that the runner gave.',
  })
}

function problemsOf(error: DroverError): readonly Problem[] {
  if (error instanceof InputError) return error.problems
  const { message, reason, hint, at } = error
  return [{ message, reason, ...(hint !== undefined && { hint }), ...(at !== undefined && { at }) }]
}

type Shown = Pick<Commented, 'flock' | 'outcomes' | 'problems'>

/** What is wrong with the branch is told by the files of the pull request; outcomes are clean already. */
function cleaned({ clean }: ReportPorts, { flock, outcomes, problems }: Shown): Shown {
  return { flock, outcomes, problems: cleanTexts(problems, clean) }
}

function warn({ reporter, clean }: ReportPorts, message: string): void {
  reporter.report({ kind: 'notice', level: 'warning', message: clean(message) })
}
