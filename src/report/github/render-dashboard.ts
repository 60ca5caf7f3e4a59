import { type CertificateSpan, certificateTime } from '../certificate-days.js'
import { shortCommit } from '../report.js'
import { codeSpan, escapeMarkdown, link, row } from './markdown.js'

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
  readonly launch?: unknown
  readonly certificate?: CertificateSpan
}

export interface DashboardTime {
  /** UTC, ISO 8601: from when days are counted, which is not when it is made. */
  readonly at: string
}

/**
 * `README.md` of the config branch: the flock's table as GitHub shows it. The same
 * machines at the same time give the same bytes, whatever their order and whenever it
 * is made, so that jobs that write at the same time agree.
 */
export function renderDashboard(
  machines: ReadonlyMap<string, DashboardEntry>,
  { at }: DashboardTime,
): string {
  const shown = [...machines].filter(([, entry]) => !isOnlyKept(entry))
  const names = shown.map(([name]) => name).sort((a, b) => (a < b ? -1 : 1))
  const hasCertificates = shown.some(([, { certificate }]) => certificate !== undefined)
  const head = [
    ...['Machine', 'Provider', 'Address', ...(hasCertificates ? ['Certificate'] : [])],
    ...['Last done', 'Outcome', 'Config', 'When (UTC)', 'Run', 'By'],
  ]
  const days = hasCertificates ? `\nDays of certificates were counted on ${at.slice(0, 10)}.\n` : ''
  const table =
    names.length === 0
      ? 'No machine is recorded yet.\n'
      : row(head) +
        row(head.map(() => '---')) +
        names.map((name) => machineRow(name, { entry: machines.get(name), hasCertificates, at })).join('')
  return `# The flock\n\n${table}${days}\nDrover writes this page. What is wanted is in \`flock.yml\` and \`config/\`; what was done, in \`log/\`.\n`
}

/** A certificate outlives its machine, for the next one of this name. */
function isOnlyKept({ identity, state, launch, certificate }: DashboardEntry): boolean {
  return certificate !== undefined && identity === undefined && state === undefined && launch === undefined
}

interface Row extends DashboardTime {
  readonly entry: DashboardEntry | undefined
  readonly hasCertificates: boolean
}

function machineRow(name: string, { entry, hasCertificates, at }: Row): string {
  const { identity, state, certificate } = entry ?? {}
  return row([
    `[${codeSpan(name)}](machines/${encodeURIComponent(name)})`,
    escapeMarkdown(identity?.provider ?? '-'),
    identity === undefined ? '-' : codeSpan(identity.address),
    ...(hasCertificates ? [describeCertificate(certificate, at)] : []),
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

function describeCertificate(certificate: DashboardEntry['certificate'], at: string): string {
  if (certificate === undefined) return '-'
  const { urgency, text } = certificateTime(certificate, Date.parse(at))
  const whole = `until ${escapeMarkdown(certificate.notAfter.slice(0, 10))}, ${text}`
  return urgency === 'fine' ? whole : `**${whole}**`
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
