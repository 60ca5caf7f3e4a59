import type { DnsRecord } from '../dns.js'

/** The text of a hosts file, read as Latin-1 so that every byte that others wrote is kept. */
export interface HostsText {
  readonly text: string
  /** The flock whose lines are ours. */
  readonly flock: string
}

export type Pointed =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly text: string }
  /** A line that is not ours gives the name another address. Lines count from 1. */
  | { readonly kind: 'taken'; readonly line: number; readonly by: string }

/** Replaces our lines for the name by one line with this address. */
export function pointLines({ text, flock }: HostsText, record: DnsRecord): Pointed {
  const lines = splitLines(text)
  const foreign = lines.findIndex((line) => !isOurs(line, { flock, record }) && givesAnother(line, record))
  if (foreign >= 0) return { kind: 'taken', line: foreign + 1, by: ownerOf(lines[foreign] ?? '') }
  const desired = ourLine({ flock, record })
  const first = lines.findIndex((line) => isOurs(line, { flock, record }))
  const isThere = lines.some((line) => fieldsOf(line).names.includes(record.name))
  if (first < 0) return isThere ? { kind: 'same' } : { kind: 'changed', text: joinLines([...lines, desired]) }
  const kept = lines.flatMap((line, index) => {
    if (index === first) return [desired]
    return isOurs(line, { flock, record }) ? [] : [line]
  })
  const changed = joinLines(kept)
  return changed === text ? { kind: 'same' } : { kind: 'changed', text: changed }
}

/** The text without our line that gives the name this address; undefined when there is none. */
export function removeLines({ text, flock }: HostsText, record: DnsRecord): string | undefined {
  const lines = splitLines(text)
  const kept = lines.filter(
    (line) => !isOurs(line, { flock, record }) || fieldsOf(line).address !== record.address,
  )
  return kept.length === lines.length ? undefined : joinLines(kept)
}

interface Mark {
  readonly flock: string
  readonly record: Pick<DnsRecord, 'name'>
}

const markOf = (flock: string): string => `# drover: flock ${flock}`

function ourLine({ flock, record }: { readonly flock: string; readonly record: DnsRecord }): string {
  return `${record.address}\t${record.name}\t${markOf(flock)}`
}

/** Whether a line has exactly the form that Drover writes. A person who edits a line makes it their own. */
function isOurs(line: string, { flock, record }: Mark): boolean {
  const [address = '', ...rest] = line.split('\t')
  return /^[0-9a-f.:]+$/.test(address) && rest.join('\t') === `${record.name}\t${markOf(flock)}`
}

function givesAnother(line: string, { name, address }: DnsRecord): boolean {
  const fields = fieldsOf(line)
  return fields.names.includes(name) && fields.address !== address
}

function ownerOf(line: string): string {
  const flock = /# drover: flock ([a-z0-9-]+)$/.exec(line)?.[1]
  return flock === undefined ? 'a line that Drover did not write' : `the flock "${flock}"`
}

/** hosts(5): an address and names between blanks, up to a "#". Names know no case. */
function fieldsOf(line: string): { readonly address: string; readonly names: readonly string[] } {
  const [address = '', ...names] = line.replace(/#.*/, '').trim().toLowerCase().split(/\s+/)
  return { address, names }
}

function splitLines(text: string): readonly string[] {
  const lines = text.split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}
