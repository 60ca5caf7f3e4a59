import { codeSpan, escapeMarkdown, link, row } from './markdown.js'
import { shortCommit } from './report.js'

/** What the config branch knows of one machine; the ledger's `MachineEntry` is one. */
export interface DashboardEntry {
  readonly identity?: { readonly provider: string; readonly address: string }
  readonly state?: {
    readonly operation: string
    readonly outcome: string
    readonly reason: string
    readonly time: string
    readonly config: string
    readonly run: { readonly id: string; readonly url?: string; readonly actor: string }
  }
}

/**
 * `README.md` of the config branch: the flock's table as GitHub shows it. The same
 * machines give the same bytes, whatever their order and whenever it is made, so
 * that jobs that write at the same time agree.
 */
export function renderDashboard(machines: ReadonlyMap<string, DashboardEntry>): string {
  const names = [...machines.keys()].sort((a, b) => (a < b ? -1 : 1))
  const head = ['Machine', 'Provider', 'Address', 'Last done', 'Outcome', 'Config', 'When (UTC)', 'Run', 'By']
  const table =
    names.length === 0
      ? 'No machine is recorded yet.\n'
      : row(head) +
        row(head.map(() => '---')) +
        names.map((name) => machineRow(name, machines.get(name))).join('')
  return `# The flock\n\n${table}\nDrover writes this page. What is wanted is in \`flock.yml\` and \`config/\`; what was done, in \`log/\`.\n`
}

function machineRow(name: string, entry: DashboardEntry | undefined): string {
  const { identity, state } = entry ?? {}
  return row([
    `[${codeSpan(name)}](machines/${encodeURIComponent(name)})`,
    escapeMarkdown(identity?.provider ?? '-'),
    identity === undefined ? '-' : codeSpan(identity.address),
    ...(state === undefined
      ? ['-', '-', '-', '-', '-', '-']
      : [
          escapeMarkdown(state.operation),
          describeState(state),
          commitLink(state.config),
          escapeMarkdown(state.time.replace('T', ' ').replace(/(\.\d+)?Z$/, '')),
          link(codeSpan(state.run.id), state.run.url),
          escapeMarkdown(state.run.actor),
        ]),
  ])
}

function describeState({ outcome, reason }: NonNullable<DashboardEntry['state']>): string {
  if (outcome === 'ok' || outcome === 'changed') return escapeMarkdown(outcome)
  return `**${escapeMarkdown(outcome)}** (${codeSpan(reason)})`
}

/** Relative to the page of the branch, so that it needs no name of the repository. */
function commitLink(commit: string): string {
  const text = codeSpan(shortCommit(commit))
  return /^[0-9a-f]{40,64}$/.test(commit) ? `[${text}](../../commit/${commit})` : text
}
