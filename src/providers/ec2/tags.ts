import { DroverError } from '../../base/errors.js'

/** Tags by which a flock's machines are found again; docs/aws.md explains each. */
export const tagNames = {
  flock: 'drover:flock',
  machine: 'drover:machine',
  run: 'drover:run',
  created: 'drover:created',
  expires: 'drover:expires',
  /** The host keys that the machine shows now. */
  hostKey: 'drover:host-key',
  /** The host key of its user data, which its console showed at its first boot; never changed. */
  launchKey: 'drover:launch-key',
  /** The client token of the launch call. */
  token: 'drover:token',
} as const

export interface Ownership {
  readonly flock: string
  readonly machine: string
  readonly run: string
  /** ISO 8601, UTC. EC2's own launch time changes with each start of a stopped machine. */
  readonly created: string
  /** The tags that the user gave. */
  readonly tags: Readonly<Record<string, string>>
}

export type Tags = Readonly<Record<string, string>>

/** Tags of everything that a launch makes. */
export function ownerTags({ flock, machine, run, created, tags }: Ownership): Tags {
  return {
    ...tags,
    Name: `${flock}-${machine}`,
    [tagNames.flock]: flock,
    [tagNames.machine]: machine,
    [tagNames.run]: run,
    [tagNames.created]: created,
  }
}

/** Tags of the machine itself: until when it may be incomplete, how it proves itself, and which call made it. */
export function machineTags(
  ownership: Ownership,
  { expires, hostKey, token }: { readonly expires: string; readonly hostKey: string; readonly token: string },
): Tags {
  return {
    ...ownerTags(ownership),
    [tagNames.expires]: expires,
    [tagNames.hostKey]: hostKey,
    [tagNames.launchKey]: hostKey,
    [tagNames.token]: token,
  }
}

/** Converts tags to the SDK's form, in order of key, so that the same tags always make the same call. */
export function toTagList(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([Key, Value]) => ({ Key, Value }))
}

/** Converts tags from the SDK's form. */
export function fromTagList(
  list: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined,
): Tags {
  return Object.fromEntries((list ?? []).flatMap(({ Key, Value }) => (Key ? [[Key, Value ?? '']] : [])))
}

const longest = 256
const hostKeyLine = /^(?:ssh|ecdsa)-[a-z0-9-]+ [A-Za-z0-9+/]+={0,2}$/

/**
 * Encodes host keys as one tag value. A value has at most 256 characters, room for three ed25519 keys;
 * keys that do not fit are left out. Throws `provider-failed` when none fits.
 */
export function encodeHostKeys(machine: string, hostKeys: readonly string[]): string {
  const kept: string[] = []
  for (const key of hostKeys) {
    if (hostKeyLine.test(key) && [...kept, key].join(' ').length <= longest) kept.push(key)
  }
  if (kept.length > 0) return kept.join(' ')
  throw new DroverError(`${machine}: no host key fits into the tag "${tagNames.hostKey}"`, {
    reason: 'provider-failed',
    hint: 'Use an ed25519 host key.',
  })
}

/** Reads host keys from a tag's value, and leaves out everything else. */
export function decodeHostKeys(value: string | undefined): readonly string[] {
  const words = (value ?? '').split(' ')
  const lines = words.flatMap((word, index) => (index % 2 === 0 ? [`${word} ${words[index + 1] ?? ''}`] : []))
  return lines.filter((line) => hostKeyLine.test(line))
}
