import { stringify } from 'yaml'
import type { CodeFields } from '../flock/schema/code-schema.js'
import type { FollowUpFields } from './follow-up-fields.js'
import type { CodeMap } from './read-code.js'
import type { OlderSettings } from './read-settings.js'

export interface FlockInput {
  readonly name: string
  readonly settings: OlderSettings
  readonly code: CodeMap
  readonly machines: ReadonlyMap<string, CodeMap>
  readonly after: FollowUpFields | undefined
}

/** The EC2 settings that the older scripts use for every machine, in Drover's words. */
const place = {
  region: 'us-east-1',
  zones: ['us-east-1b'],
  types: ['t2.small'],
  volume: { size: 32 },
} as const

/** The text of a `flock.yml`. */
export function renderFlock({ name, settings, code, machines, after }: FlockInput): string {
  const { user, domain, email, ec2 } = settings
  const flock = {
    flock: name,
    provider: 'ec2',
    ssh: { user },
    // The older scripts use fifteen seconds.
    ...(domain !== undefined && { dns: { name: `{name}.${domain}`, ttl: 15 } }),
    vars: {
      domain: domain ?? '',
      nginx_root_options: '',
      ...(email !== undefined && { certificate_email: email }),
    },
    settings: { ...place, ...ec2 },
    ...(Object.keys(code).length > 0 && { code: withFollowUp(code, after) }),
    machines: Object.fromEntries(
      [...machines].map(([machine, own]) => {
        const changes = changesOf(code, own)
        return [machine, Object.keys(changes).length === 0 ? null : { code: withFollowUp(changes, after) }]
      }),
    ),
  }
  const head =
    '# Made by "drover import" from the older deployment scripts: IMPORT.md says what became of what.\n'
  return `${head}${stringify(flock, { lineWidth: 0, aliasDuplicateObjects: false, nullStr: '' })}`
}

type Changes = Readonly<Record<string, CodeFields | null>>

/** How a machine's repositories differ from those of all machines; null removes one. */
function changesOf(all: CodeMap, own: CodeMap): Changes {
  const changed = Object.entries(own).filter(
    ([name, fields]) => JSON.stringify(all[name]) !== JSON.stringify(fields),
  )
  const removed = Object.keys(all).filter((name) => !Object.hasOwn(own, name))
  return {
    ...Object.fromEntries(
      changed.map(([name, fields]) => [name, { ...cleared(all[name], fields), ...fields }]),
    ),
    ...Object.fromEntries(removed.map((name) => [name, null])),
  }
}

/** An empty value for each key of the weaker entry that would otherwise be kept. */
function cleared(weaker: CodeFields | undefined, own: CodeFields): Partial<CodeFields> {
  return {
    ...(weaker?.build != null && own.build == null && { build: [] }),
    ...(weaker?.credentials != null && own.credentials == null && { credentials: null }),
  }
}

function withFollowUp(code: Changes, after: FollowUpFields | undefined): Changes {
  if (after === undefined) return code
  return Object.fromEntries(
    Object.entries(code).map(([name, fields]) => [name, fields === null ? null : { ...fields, after }]),
  )
}
