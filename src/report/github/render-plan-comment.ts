import type { Problem } from '../../base/errors.js'
import type { Outcome } from '../../base/outcome.js'
import type { PlannedChange } from '../../base/outcome-data.js'
import type { Run } from '../../base/run.js'
import { countOf } from '../../base/text/count-of.js'
import { shortCommit } from '../report.js'
import { toLines } from '../text/lines.js'
import { countMachines, renderDigests } from '../text/render-digests.js'
import { withPlace } from '../trouble.js'
import { fitBlocks, githubLimits } from './github-limits.js'
import { type FailureGroup, type GroupedPlans, groupPlans, type PlanGroup } from './group-plans.js'
import { codeBlock, codeSpan, escapeMarkdown, folded, link } from './markdown.js'

export interface Preview {
  readonly flock: string
  /** Newest commit of the pull request. */
  readonly head: string
  readonly run: Run
  readonly outcomes: readonly Outcome[]
  /** Why there are no outcomes: what is wrong with the input. */
  readonly problems: readonly Problem[]
}

const shownNames = 20
const shownItems = 30
/** A longer diff is folded, and one past the limit is cut at the end. */
const diffLines = { open: 30, most: 300 } as const
const diffBytes = 16 * 1024
const lineCharacters = 400
/** Room for digests beside the rest: those of about 400 machines. */
const digestBytes = 32 * 1024

/** By which Drover finds its comment again. A flock's name is plain. */
export function previewMarker(flock: string): string {
  return `<!-- drover: preview ${flock} -->`
}

/** The comment on a pull request. Nothing in it that a machine or a file said is Markdown, and it is never longer than GitHub takes. */
export function renderPreview(preview: Preview): string {
  const grouped = groupPlans(preview.outcomes)
  const digests = digestPart(grouped)
  const blocks = [
    heading(preview, grouped),
    ...list(preview.problems.map(problemItem), 'problems'),
    ...list(grouped.failures.map(failureItem), 'different failures'),
    ...grouped.plans.flatMap((group, index) => planBlocks(group, { index, count: grouped.plans.length })),
    ...(grouped.upToDate.length === 0 ? [] : [`**As they should be:** ${listNames(grouped.upToDate)}\n\n`]),
  ]
  const all = link('all of it is in the run', preview.run.url)
  const sentence = `**The rest is left out: GitHub takes at most 65,536 characters; ${all}.**\n\n`
  const room = githubLimits.commentBytes - Buffer.byteLength(digests)
  return fitBlocks(blocks, { limit: room, sentence }) + digests
}

function heading({ flock, head, run, problems, outcomes }: Preview, grouped: GroupedPlans): string {
  const title = `### What \`configure\` would do to ${escapeMarkdown(flock)}\n\n`
  const place = `${codeSpan(shortCommit(head))} · run ${link(codeSpan(run.id), run.url)}\n\n`
  const isRefused = problems.length > 0 && outcomes.length === 0
  const what = isRefused ? '**Nothing: this is refused before any machine is looked at.**' : count(grouped)
  return `${previewMarker(flock)}\n${title}${what}\n\nFor commit ${place}`
}

function count({ plans, upToDate, failures }: GroupedPlans): string {
  const toChange = sum(plans.map(({ machines }) => machines.length))
  const failed = sum(failures.map(({ machines }) => machines.length))
  const alike = plans[0]?.machines.length ?? 0
  const differ = toChange - alike
  const groups = differ === 0 ? '' : ` (${alike} alike, ${differ} differ)`
  const parts = [
    toChange === 0 ? '' : `**${countMachines(toChange)} would change**${groups}`,
    upToDate.length === 0 ? '' : `${countMachines(upToDate.length)} as they should be`,
    failed === 0 ? '' : `**${countMachines(failed)} could not be previewed**`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'No machine is concerned.' : `${parts.join(', ')}.`
}

function problemItem(problem: Problem): string {
  return item(withPlace(problem), problem)
}

function failureItem({ machines: names, outcome }: FailureGroup): string {
  return `- ${listNames(names)}: ${item(withPlace(outcome), outcome).slice(2)}`
}

function item(text: string, { reason, hint }: Pick<Problem, 'reason' | 'hint'>): string {
  const advice = hint === undefined ? '' : `<br>${escapeMarkdown(hint)}`
  return `- ${escapeMarkdown(text)} (${codeSpan(reason)})${advice}\n`
}

/** A block for each file, so that a plan too long for the comment is cut between two. */
function planBlocks(
  group: PlanGroup,
  { index, count: groups }: { readonly index: number; readonly count: number },
): readonly string[] {
  const alike = group.machines.length > 1 && groups === 1 ? ', all alike' : ''
  const title = `#### ${countMachines(group.machines.length)}${alike}: ${describeGroup(group)}\n\n`
  const names = `${index === 0 ? '' : 'Other than above: '}${listNames(group.machines)}\n\n`
  return [title + names, ...group.changes.map(changePart)]
}

function describeGroup({ changes, message }: PlanGroup): string {
  if (changes.length === 0) return escapeMarkdown(message)
  const lines = changes.flatMap(({ diff }) => diffBody(diff))
  const added = lines.filter((line) => line.startsWith('+')).length
  const removed = lines.filter((line) => line.startsWith('-')).length
  const files = countOf(changes.length, 'file')
  return lines.length === 0 ? files : `${files}, +${added} −${removed} lines`
}

function changePart({ path, action, diff, after }: PlannedChange): string {
  const then = after.length === 0 ? '' : `, then ${after.map(codeSpan).join(', ')}`
  const title = `${escapeMarkdown(action)} ${codeSpan(path)}${then}\n\n`
  const lines = diffBody(diff)
  if (lines.length === 0) return title
  const shown = firstLines(lines)
  const more = lines.length - shown.length
  const block = codeBlock([...shown, ...(more > 0 ? [`… ${more} more lines`] : [])], 'diff')
  return lines.length <= diffLines.open
    ? `${title}${block}\n`
    : title + folded(`${lines.length} lines`, block)
}

/** Without the names of the two sides, which stand above it. */
function diffBody(diff: string | undefined): readonly string[] {
  const lines = toLines(diff ?? '')
  const start = lines.findIndex((line) => line.startsWith('@@'))
  return start < 0 ? lines : lines.slice(start)
}

function firstLines(lines: readonly string[]): readonly string[] {
  let bytes = 0
  const shown = lines.slice(0, diffLines.most).map(cutLine)
  const end = shown.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1
    return bytes > diffBytes
  })
  return end < 0 ? shown : shown.slice(0, end)
}

function cutLine(line: string): string {
  return line.length <= lineCharacters
    ? line
    : `${line.slice(0, lineCharacters).replace(/[\ud800-\udbff]$/, '')}…`
}

function digestPart({ digests }: GroupedPlans): string {
  const block = renderDigests(digests)
  if (Buffer.byteLength(block) <= digestBytes) return block
  return `The plan digests of ${countMachines(digests.length)} are too long for a comment; they are in the summary of the run.\n`
}

function list(items: readonly string[], what: string): readonly string[] {
  const more = items.length - shownItems
  const end = more <= 0 ? '\n' : `- … ${more} more ${what}\n\n`
  return items.length === 0 ? [] : [...items.slice(0, shownItems), end]
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, shownNames).map(codeSpan).join(', ')
  return names.length <= shownNames ? shown : `${shown} and ${names.length - shownNames} more`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
