import { githubLimits } from '../../report/github/github-limits.js'
import { changedMachines, failedMachines, type Report } from '../../report/report.js'
import { renderJson, toJsonDocument } from '../../report/text/render-json.js'

/** The registry of outputs: `action.yml` and the table in the docs are held against it by tests. */
export const outputs = {
  outcome: 'Worst outcome of the run: ok, changed, skipped, rolled-back, unreachable or failed',
  'reason-code': 'Why, from the closed list of reason codes',
  changed: 'JSON array: names of the machines that were changed',
  failed: 'JSON array: names of the machines on which not all holds that was asked for',
  commit: "Commit on the config branch that holds this run's records; empty when there is none",
  canary:
    'Of `shard`: JSON array of the jobs that go first, each with `name`, `machines` and `lock`; `[]` when there is none',
  shards:
    'Of `shard`: JSON array of the other jobs, each with `name`, `machines` and `lock`; `[]` when there is none',
  machines: 'Of `shard`: JSON array of the names of all machines of the run',
  files: 'Of `backup` and `download`: paths of the files that were written, one a line',
  result: 'JSON document of the whole run; details are left out when they are too long for an output',
} as const satisfies Record<string, string>

export type OutputName = keyof typeof outputs

/** The value of each output. */
export function outputsOf(report: Report): Readonly<Record<OutputName, string>> {
  return {
    outcome: report.kind,
    'reason-code': report.reason,
    changed: JSON.stringify(changedMachines(report)),
    failed: JSON.stringify(failedMachines(report)),
    commit: report.commit ?? '',
    ...jobsOf(report),
    files: report.outcomes.flatMap(({ data }) => (data?.kind === 'saved' ? [data.file] : [])).join('\n'),
    result: renderResult(report),
  }
}

/** Empty arrays from any other operation, and from a plan that was refused: a matrix of nothing is valid, no text is not. */
function jobsOf({ data }: Report): Pick<Record<OutputName, string>, 'canary' | 'shards' | 'machines'> {
  const { canary = [], shards = [], machines = [] } = data?.kind === 'jobs' ? data : {}
  return {
    canary: JSON.stringify(canary),
    shards: JSON.stringify(shards),
    machines: JSON.stringify(machines),
  }
}

/** The most detail that fits. */
function renderResult(report: Report): string {
  const fitting = (['all', 'names'] as const)
    .map((detail) => renderJson(toJsonDocument(report, { detail }), 0))
    .find((text) => text.length <= githubLimits.resultCharacters)
  return fitting ?? renderJson(toJsonDocument({ ...report, problems: [] }, { detail: 'none' }), 0)
}
