import { holds, type Outcome } from '../../base/outcome.js'
import type { CertificateData } from '../../base/outcome-data.js'
import { countOf } from '../../base/text/count-of.js'
import { shortDays } from '../certificate-days.js'
import { certificateOf } from '../certificate-of.js'
import { formatDuration } from '../duration.js'
import { describeGroup, groupAnswers } from '../group-answers.js'
import {
  countOutcomes,
  failedMachines,
  type Report,
  retriedOperation,
  shortCommit,
  worstFirst,
} from '../report.js'
import type { ResultData } from '../result-data.js'
import { summariseHistory } from '../summarise-history.js'
import { lastLines } from '../text/lines.js'
import { renderDigests } from '../text/render-digests.js'
import { summariseJobs } from '../text/render-jobs.js'
import { runProblems, withPlace } from '../trouble.js'
import { fitBlocks, githubLimits } from './github-limits.js'
import { changesOf, groupPlans } from './group-plans.js'
import { codeBlock, codeSpan, escapeMarkdown, folded, link, row } from './markdown.js'
import { type Pages, pagesOf } from './pages.js'

const cutSentence =
  '\n\n**The rest is left out: GitHub takes at most 1 MiB of summary a step. All of it is in the log.**\n'
const detailLines = 200

/** The job summary of one run: what is wrong, one table (worst first), long parts folded. Never larger than GitHub takes. */
export function renderSummary(report: Report): string {
  const outcomes = worstFirst(report.outcomes)
  const blocks = [
    heading(report),
    ...problemBlocks(report),
    ...machineTable(outcomes, pagesOf(report)),
    ...retryBlock(report),
    ...summariseData(report.data),
    ...outcomes.flatMap(failureBlock),
    ...groupAnswers(report.outcomes).map(answerBlock),
    ...outcomes.flatMap(planBlock),
    ...digestBlocks(report),
  ]
  return fitBlocks(blocks, { limit: githubLimits.summaryBytes, sentence: cutSentence })
}

function summariseData(data: ResultData | undefined): readonly string[] {
  switch (data?.kind) {
    case 'events':
      return summariseHistory(data)
    case 'jobs':
      return summariseJobs(data)
    default:
      return []
  }
}

function heading(report: Report): string {
  const counts = countOutcomes(report.outcomes)
  const facts = [
    `exit ${report.exitCode}`,
    formatDuration(report.durationMs),
    ...(report.commit === undefined
      ? []
      : [`commit ${link(codeSpan(shortCommit(report.commit)), pagesOf(report).commit(report.commit))}`]),
    `run ${link(codeSpan(report.run.id), report.run.url)} by ${escapeMarkdown(report.run.actor)}`,
  ]
  const title = `${escapeMarkdown(report.operation)}: ${counts === '' ? escapeMarkdown(report.message) : counts}`
  return `### ${title}\n\n${facts.join(' · ')}\n\n`
}

function problemBlocks(report: Report): readonly string[] {
  const problems = runProblems(report)
  if (problems.length === 0) return []
  const items = problems.map((problem) => {
    const hint = problem.hint === undefined ? '' : `<br>${escapeMarkdown(problem.hint)}`
    return `- **${escapeMarkdown(withPlace(problem))}** (${codeSpan(problem.reason)})${hint}\n`
  })
  return [...items, '\n']
}

function machineTable(outcomes: readonly Outcome[], pages: Pages): readonly string[] {
  if (outcomes.length === 0) return []
  const isList = outcomes.some(({ data }) => data?.kind === 'presence')
  const hasCertificates = outcomes.some(({ data }) => certificateOf(data) !== undefined)
  const head = [
    ...['Machine', 'Outcome', ...(isList ? ['Presence', 'Address'] : [])],
    ...(hasCertificates ? ['Certificate'] : []),
    ...['Took', 'What happened'],
  ]
  const rows = outcomes.map((outcome) => {
    const seen = outcome.data?.kind === 'presence' ? outcome.data : undefined
    return row([
      link(codeSpan(outcome.machine), pages.machine(outcome.machine)),
      holds(outcome) ? outcome.kind : `**${outcome.kind}**`,
      ...(isList ? [escapeMarkdown(seen?.presence ?? '-'), escapeMarkdown(seen?.address ?? '-')] : []),
      ...(hasCertificates ? [describeCertificate(certificateOf(outcome.data))] : []),
      formatDuration(outcome.durationMs),
      describe(outcome),
    ])
  })
  return [row(head), row(head.map(() => '---')), ...rows, '\n']
}

function describeCertificate(certificate: CertificateData | undefined): string {
  if (certificate === undefined) return '-'
  const text = shortDays(certificate)
  return certificate.urgency === 'fine' ? text : `**${text}**`
}

/** What to press or type to do again only what did not hold. */
function retryBlock(report: Report): readonly string[] {
  const names = failedMachines(report)
  const verb = retriedOperation(report)
  if (names.length === 0) return []
  const words = names.join(' ')
  return [
    `Again, only what did not hold: the button **${escapeMarkdown(verb)}** with the machines\n\n${codeBlock([words])}\n` +
      `or at a shell ${codeSpan(`drover ${verb} ${names.length > 20 ? '…' : words}`)}. Jobs that failed can also be run again from the page of the run.\n\n`,
  ]
}

function describe(outcome: Outcome): string {
  const failed = outcome.steps.findLast(({ status }) => status === 'failed')
  const step = holds(outcome) || failed === undefined ? '' : `at ${codeSpan(failed.text)}: `
  const message = `${step}${escapeMarkdown(withPlace(outcome))}`
  if (holds(outcome)) return message
  const hint = outcome.hint === undefined ? '' : `<br>${escapeMarkdown(outcome.hint)}`
  return `${message} (${codeSpan(outcome.reason)})${hint}`
}

function failureBlock(outcome: Outcome): readonly string[] {
  const failed = outcome.steps.filter(({ status }) => status === 'failed').at(-1)
  const lines = lastLines(failed?.detail ?? '', detailLines)
  if (holds(outcome) || failed === undefined || lines.length === 0) return []
  return [folded(`${outcome.machine}: ${failed.text}`, codeBlock(lines))]
}

function answerBlock(group: ReturnType<typeof groupAnswers>[number]): string {
  const { stdout, stderr } = group.answer
  const parts = [stdout, stderr]
    .map((text) => lastLines(text, detailLines))
    .filter((lines) => lines.length > 0)
    .map((lines) => codeBlock(lines))
  return folded(describeGroup(group), parts.length === 0 ? 'No output.\n' : parts.join('\n'))
}

function planBlock({ machine, data }: Outcome): readonly string[] {
  const changes = changesOf(data)
  if (changes.length === 0) return []
  const body = changes.map(({ path, action, diff, after }) => {
    const then = after.length === 0 ? '' : `, then ${after.map(codeSpan).join(', ')}`
    const lines = lastLines(diff ?? '', detailLines)
    return `${escapeMarkdown(action)} ${codeSpan(path)}${then}\n\n${lines.length === 0 ? '' : `${codeBlock(lines, 'diff')}\n`}`
  })
  return [folded(`${machine}: ${countOf(changes.length, 'change')}`, body.join(''))]
}

/** A plan that was only looked at can be approved. */
function digestBlocks({ outcomes }: Report): readonly string[] {
  if (!outcomes.some(({ reason }) => reason === 'planned')) return []
  return [renderDigests(groupPlans(outcomes).digests)]
}
