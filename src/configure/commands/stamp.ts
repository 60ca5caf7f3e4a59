import type { Run } from '../../base/run.js'

/**
 * `/etc/drover/stamp.json`: what made this machine what it is. Applications may
 * read it to tag their own data; `stamp.env` has the same for systemd's
 * `EnvironmentFile=` (systemd.exec(5)).
 */
export interface Stamp {
  readonly flock: string
  readonly machine: string
  /** Commit of the config branch that the files were made from. */
  readonly config: string
  /** `desiredDigest` of what was put. */
  readonly digest: string
  /** What the person asked for: `configure`, or `create`. */
  readonly operation: string
  readonly run: Run
  /** UTC, ISO 8601. */
  readonly time: string
  /** Every path that Drover put here, sorted. */
  readonly files: readonly string[]
  /** Every path that Drover made a link, sorted. */
  readonly links?: readonly string[]
  /** Commits of the code that the links lead to, by name. */
  readonly code?: Readonly<Record<string, string>>
  /** SHA-256 of the artifacts, by name. */
  readonly artifacts?: Readonly<Record<string, string>>
  /** Digests of the roles that were carried out, by name. */
  readonly baseline?: Readonly<Record<string, string>>
}

export function encodeStamp(stamp: Stamp): string {
  return `${JSON.stringify(stamp, null, 2)}\n`
}

export function encodeStampEnv(stamp: Stamp): string {
  const values = {
    DROVER_FLOCK: stamp.flock,
    DROVER_MACHINE: stamp.machine,
    DROVER_CONFIG_COMMIT: stamp.config,
    DROVER_DIGEST: stamp.digest,
    DROVER_RUN_ID: stamp.run.id,
    DROVER_RUN_ATTEMPT: String(stamp.run.attempt),
    DROVER_TIME: stamp.time,
    ...Object.fromEntries(
      Object.entries(stamp.code ?? {}).map(([name, commit]) => [`DROVER_CODE_${nameInEnv(name)}`, commit]),
    ),
  }
  return Object.entries(values)
    .map(([name, value]) => `${name}="${value.replace(/[^A-Za-z0-9_:.-]/g, '_')}"\n`)
    .join('')
}

function nameInEnv(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '_')
}

/** The digest of a stamp found on a machine; undefined for one that cannot be read: it is then written anew. */
export function readStampDigest(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  try {
    const stamp: unknown = JSON.parse(text)
    const digest = stamp !== null && typeof stamp === 'object' && 'digest' in stamp ? stamp.digest : undefined
    return typeof digest === 'string' ? digest : undefined
  } catch {
    return undefined
  }
}
