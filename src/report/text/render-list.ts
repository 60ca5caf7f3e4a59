import type { Outcome } from '../../base/outcome.js'
import { shortDays } from '../certificate-days.js'
import { type CertificateData, type Presence, parseCertificate, parsePresence } from '../outcome-data.js'
import { shortCommit } from '../report.js'
import type { Paint } from './paint.js'
import { type Cell, renderTable } from './text-table.js'

/** The answer of `list`: one row a machine, in order of the flock. */
export function renderList(outcomes: readonly Outcome[], paint: Paint): readonly string[] {
  const hasNames = outcomes.some(({ data }) => parsePresence(data)?.dns !== undefined)
  const hasCertificates = outcomes.some(({ data }) => parseCertificate(data) !== undefined)
  const rows = outcomes.flatMap(({ machine, data }): Cell[][] => {
    const seen = parsePresence(data)
    if (seen === undefined) return []
    const applied = seen.applied
    return [
      [
        { text: seen.wanted ? machine : `${machine} (not in flock.yml)`, paint: paint.strong },
        { text: describePresence(seen), paint: paintPresence(seen.presence, paint) },
        { text: seen.provider },
        { text: seen.address ?? '-' },
        ...(hasNames ? [{ text: seen.dns ?? '-' }] : []),
        ...(hasCertificates ? [certificateCell(parseCertificate(data), paint)] : []),
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

function describePresence({ presence, expiresAt, duplicates = [] }: Presence): string {
  if (duplicates.length > 1) return `${duplicates.length} of them: ${duplicates.join(', ')}`
  return expiresAt === undefined ? presence : `${presence}, expires ${expiresAt}`
}

function paintPresence(presence: string, paint: Paint): (text: string) => string {
  if (presence === 'running') return paint.good
  return presence === 'absent' ? paint.dim : paint.changed
}
