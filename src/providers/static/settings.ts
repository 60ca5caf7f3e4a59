import { isIP } from 'node:net'
import type { Settings } from '../../base/adapter-list.js'
import { type Problem, throwIfInvalid } from '../../base/errors.js'
import type { JsonObject } from '../../base/json.js'
import { nearest } from '../../base/text/nearest.js'
import { readHostKeyLine } from './host-key-line.js'

/** Settings of a static machine in `flock.yml`. */
export interface StaticSettings {
  /** IPv4, IPv6 or the name of a host, in lower case. */
  readonly address: string
  /** `TYPE BASE64`, never empty. */
  readonly hostKeys: readonly string[]
}

export const settingsReference: Settings = {
  address: { meaning: 'IPv4, IPv6 or a host name' },
  'host-keys': {
    meaning: 'at least one, as `cat /etc/ssh/ssh_host_*_key.pub` prints them on the machine',
  },
}

const known = Object.keys(settingsReference)

/** All problems of the settings of a machine with this name. */
export function staticProblems(machine: string, settings: JsonObject): readonly Problem[] {
  return readSettings(machine, settings).problems
}

/** Parses the settings. Throws an InputError with all problems. */
export function parseStaticSettings(machine: string, settings: JsonObject): StaticSettings {
  const { problems, parsed } = readSettings(machine, settings)
  throwIfInvalid(problems)
  return parsed
}

interface Wrong {
  readonly what: string
  readonly hint: string
}

function readSettings(
  machine: string,
  settings: JsonObject,
): { readonly problems: readonly Problem[]; readonly parsed: StaticSettings } {
  const address = readAddress(settings.address)
  const keys = readHostKeys(settings['host-keys'])
  const unknown = Object.keys(settings).filter((key) => !known.includes(key))
  const wrong = [...unknown.map(unknownKey), ...address.wrong, ...keys.wrong]
  return {
    problems: wrong.map(({ what, hint }) => ({
      reason: 'invalid-settings',
      message: `machines.${machine}: settings: ${what}`,
      at: { file: 'flock.yml' },
      hint,
    })),
    parsed: { address: address.value, hostKeys: keys.value },
  }
}

interface Read<T> {
  readonly value: T
  readonly wrong: readonly Wrong[]
}

function unknownKey(key: string): Wrong {
  const meant = nearest(key, known)
  return {
    what: `${JSON.stringify(key)} is not a setting of static machines`,
    hint:
      meant === undefined ? 'Static machines take "address" and "host-keys".' : `Did you mean "${meant}"?`,
  }
}

function readAddress(value: unknown): Read<string> {
  const bad = (what: string, hint: string): Read<string> => ({ value: '', wrong: [{ what, hint }] })
  if (value === undefined || value === null) {
    return bad('"address" is missing', 'Add the IPv4 or IPv6 address of the machine, or its host name.')
  }
  if (typeof value !== 'string') return bad('"address" is not a text', 'Put it in quotes.')
  const shown = JSON.stringify(value.slice(0, 80))
  const inBrackets = /^\[([0-9A-Fa-f:.]+)\](?::\d+)?$/.exec(value)?.[1]
  if (inBrackets !== undefined && isIP(inBrackets) === 6) {
    return bad(
      `"address" ${shown} has brackets`,
      `Write "${inBrackets}", and another port than 22 as "ssh: { port: … }".`,
    )
  }
  // The zone of an IPv6 address is the name of an interface, which is case-sensitive.
  if (isIP(value) !== 0) return { value: value.includes('%') ? value : value.toLowerCase(), wrong: [] }
  if (/^[^:@/\s]+:\d+$/.test(value)) {
    return bad(`"address" ${shown} has a port`, 'Write the port as "ssh: { port: … }".')
  }
  if (/^[^@\s]+@[^@\s]+$/.test(value)) {
    return bad(`"address" ${shown} has a user`, 'Write the user as "ssh: { user: … }".')
  }
  const labels = value.toLowerCase().split('.')
  const isName = value.length <= 253 && labels.every((label) => label63.test(label))
  // A name that ends in a number is refused: `10.0.0.256`, or `10.1`, which some programs read as 10.0.0.1.
  if (isName && !/^\d+$/.test(labels.at(-1) ?? '')) return { value: value.toLowerCase(), wrong: [] }
  return bad(
    `"address" ${shown} is no address and no host name`,
    'Give an IPv4 address as 192.0.2.7, an IPv6 address as 2001:db8::7, or a host name.',
  )
}

const label63 = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

const keyHint =
  'Give each as "ssh-ed25519 AAAA…": on the machine, "cat /etc/ssh/ssh_host_*_key.pub" prints them.'

function readHostKeys(value: unknown): Read<readonly string[]> {
  const bad = (what: string): Read<readonly string[]> => ({ value: [], wrong: [{ what, hint: keyHint }] })
  if (value === undefined || value === null) return bad('"host-keys" is missing')
  if (!Array.isArray(value)) return bad('"host-keys" is not a list')
  if (value.length === 0) return bad('"host-keys" is empty')
  const lines = value.map((line: unknown) =>
    typeof line === 'string' ? readHostKeyLine(line) : { fault: 'is not a text' },
  )
  return {
    value: [...new Set(lines.flatMap((line) => ('key' in line ? [line.key] : [])))],
    wrong: lines.flatMap((line, index) =>
      'fault' in line ? [{ what: `"host-keys": number ${index + 1} ${line.fault}`, hint: keyHint }] : [],
    ),
  }
}
