import type { core } from 'zod'
import { nearest } from '../../base/text/nearest.js'
import type { DataPath, Locate, PlacedProblem } from '../placed-problem.js'
import { followUpRule } from './follow-up-schema.js'
import { entrySchema } from './manifest-schema.js'

type Issue = core.$ZodIssue

interface Findings {
  readonly issues: readonly Issue[]
  readonly data: unknown
  readonly locate: Locate
}

/** The schema's objections to a manifest, in words. */
export function findManifestProblems({ issues, data, locate }: Findings): readonly PlacedProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ place: locate([...path, key], 'key'), ...unknownKey(key, path) }))
    }
    const found = valueAt(data, path)
    const missing = found === undefined
    return [{ place: locate(path, missing ? 'key' : 'value'), ...explain({ issue, path, found }) }]
  })
}

type Words = Omit<PlacedProblem, 'place'>

function unknownKey(key: string, parent: DataPath): Words {
  const keys = knownKeys(parent)
  const meant = nearest(key, keys)
  return {
    message: `unknown key ${JSON.stringify(key)}`,
    hint: meant === undefined ? `known keys: ${keys.join(', ')}` : `did you mean "${meant}"?`,
  }
}

function knownKeys(parent: DataPath): readonly string[] {
  if (parent.length === 0) return ['files']
  return parent.length === 2 ? Object.keys(entrySchema.shape) : ['command']
}

function explain({ issue, path, found }: { issue: Issue; path: DataPath; found: unknown }): Words {
  const field = path.findLast((part) => typeof part === 'string')
  if (path.length === 0) return { message: 'expected a map', hint: 'begin with "files:"' }
  const subject = typeof path.at(-1) === 'number' && field === 'files' ? 'an entry' : `"${field}"`
  if (found === undefined) return { message: `${subject} is missing`, hint: `add "${field}:"` }
  if (issue.code === 'invalid_type') return wrongType({ subject, found, expected: issue.expected })
  if (issue.code === 'invalid_value') return wrongValue({ subject, found, values: issue.values.map(String) })
  if (issue.code === 'invalid_union') return wrongFollowUp(subject)
  return { message: `${subject} is not understood: ${shown(found)}: ${issue.message}` }
}

function wrongType({
  subject,
  found,
  expected,
}: {
  subject: string
  found: unknown
  expected: string
}): Words {
  if (expected !== 'string') {
    const words: Record<string, string> = { boolean: 'true or false', array: 'a list', object: 'a map' }
    return { message: `${subject} must be ${words[expected] ?? expected}, found ${shown(found)}` }
  }
  const message = `${subject} must be a text, found ${shown(found)}`
  if (typeof found === 'object') return { message }
  const quoted = subject === '"mode"' ? '"0644"' : JSON.stringify(String(found))
  return { message, hint: `put it in quotes, such as ${quoted}` }
}

function wrongValue(wrong: { subject: string; found: unknown; values: readonly string[] }): Words {
  const meant = typeof wrong.found === 'string' ? nearest(wrong.found, wrong.values) : undefined
  return {
    message: `${wrong.subject} must be one of ${wrong.values.join(', ')}, found ${shown(wrong.found)}`,
    ...(meant === undefined ? {} : { hint: `did you mean "${meant}"?` }),
  }
}

function wrongFollowUp(subject: string): Words {
  return {
    message: `${subject} is not understood`,
    hint: `write ${followUpRule}`,
  }
}

function shown(value: unknown): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function valueAt(data: unknown, path: DataPath): unknown {
  let value = data
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<string | number, unknown>)[part]
  }
  return value
}
