import type { Outcome } from '../../base/outcome.js'
import type { CertificateData, PresenceData } from '../../base/outcome-data.js'
import { shortDays } from '../certificate-days.js'
import { certificateOf } from '../certificate-of.js'
import { shortCommit } from '../report.js'
import type { Paint } from './paint.js'
import { type Cell, renderTable } from './text-table.js'

/** The answer of `list`: one row a machine, in order of the flock. */
export function renderList(outcomes: readonly Outcome[], paint: Paint): readonly string[] {
  const hasNames = outcomes.some(({ data }) => data?.kind === 'presence' && data.dns !== undefined)
  const hasCertificates = outcomes.some(({ data }) => certificateOf(data) !== undefined)
  const rows = outcomes.flatMap(({ machine, data: seen }): Cell[][] => {
    if (seen?.kind !== 'presence') return []
    const { applied } = seen
    return [
      [
        { text: seen.wanted ? machine : `${machine} (not in flock.yml)`, paint: paint.strong },
        { text: describePresence(seen), paint: paintPresence(seen.presence, paint) },
        { text: seen.provider },
        { text: seen.address ?? '-' },
        ...(hasNames ? [{ text: seen.dns ?? '-' }] : []),
        ...(hasCertificates ? [certificateCell(seen.certificate, paint)] : []),
        { text: applied === undefined ? '-' : shortCommit(applied.config) },
        { text: applied?.outcome ?? '-' },
        { text: applied?.time ?? '-', paint: paint.dim },
      ],
    ]
  })
  if (rows.length === 0) return []
  const head = [
    'MACHINE',
    'PRESENCE',
    'PROVIDER',
    'ADDRESS',
    ...(hasNames ? ['DNS'] : []),
    ...(hasCertificates ? ['CERTIFICATE'] : []),
    'CONFIG',
    'OUTCOME',
    'APPLIED',
  ]
  return renderTable([head.map((text) => ({ text, paint: paint.dim })), ...rows])
}

function certificateCell(certificate: CertificateData | undefined, paint: Paint): Cell {
  if (certificate === undefined) return { text: '-' }
  const { urgency } = certificate
  const colour = urgency === 'fine' ? paint.good : urgency === 'soon' ? paint.changed : paint.bad
  return { text: shortDays(certificate), paint: colour }
}

function describePresence({ presence, expiresAt, duplicates = [] }: PresenceData): string {
  if (duplicates.length > 1)
    return `${duplicates.length} of them: ${duplicates.map(({ id }) => id).join(', ')}`
  return expiresAt === undefined ? presence : `${presence}, expires ${expiresAt}`
}

function paintPresence(presence: string, paint: Paint): (text: string) => string {
  if (presence === 'running') return paint.good
  return presence === 'absent' ? paint.dim : paint.changed
}
