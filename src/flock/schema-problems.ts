import { isDeepStrictEqual } from 'node:util'
import type { core } from 'zod'
import type { Problem } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { nearest } from '../base/nearest.js'
import { dnsKeys, flockSchema, groupSchema, machineSchema, sshKeys } from './schema.js'
import { quoted, shown, shownNames, shownPath } from './shown.js'
import { type DataPath, dataAt } from './yaml-lookup.js'
import type { YamlSource } from './yaml-source.js'

type Issue = core.$ZodIssue

/** What the schema says against a file, in words, and the data without the parts that it refuses. */
export interface SchemaFindings {
  readonly problems: readonly Problem[]
  /** Paths of the parts that were refused. */
  readonly refused: readonly DataPath[]
}

/** Holds data against the schema. Finds nothing if and only if the schema accepts it. */
export function findSchemaProblems(source: YamlSource, file: string): SchemaFindings {
  const issues = flockSchema.safeParse(source.data).error?.issues ?? []
  const findings = issues.flatMap((issue) => explain(issue, source))
  return {
    problems: findings.map(({ path, isKey, message, hint }) => ({
      reason: 'invalid-flock',
      message: `${message.subject.length === 0 ? file : shownPath(message.subject)}: ${message.text}`,
      at: isKey ? source.keyAt(path) : source.valueAt(path),
      hint,
    })),
    refused: findings.map(({ path }) => path),
  }
}

interface Finding {
  readonly path: DataPath
  readonly isKey: boolean
  readonly message: { readonly subject: DataPath; readonly text: string }
  readonly hint: string
}

function explain(issue: Issue, source: YamlSource): Finding[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey({ parent: path, key }))
  }
  if (issue.code === 'invalid_key') return [badName(issue, path), ...below({ path, source })]
  const found = dataAt(source.data, path)
  // Empty only because what stood there was refused, which is told already.
  if (found === null && source.refused.some((refused) => isDeepStrictEqual(refused, path))) return []
  if (found === undefined) {
    const hint = `add "${path.at(-1)}: NAME"`
    return [{ path, isKey: false, message: { subject: path, text: 'missing' }, hint }]
  }
  const { expected, hint } = path.length === 0 ? wholeFile : expectation(issue, found)
  const text = `expected ${expected}, found ${shown(found)}`
  return [{ path, isKey: false, message: { subject: path, text }, hint }]
}

const wholeFile = { expected: 'a map', hint: 'begin with "flock: NAME", then "machines:"' }

function unknownKey({ parent, key }: { parent: DataPath; key: string }): Finding {
  const known = knownKeys(parent)
  const meant = known.find((name) => key.length > 2 && name.startsWith(key)) ?? nearest(key, known)
  return {
    path: [...parent, key],
    isKey: true,
    message: { subject: parent, text: `unknown key ${quoted(key)}` },
    hint: meant === undefined ? `known keys: ${known.join(', ')}` : `did you mean "${meant}"?`,
  }
}

function knownKeys(parent: DataPath): readonly string[] {
  // Of two parts, it is the name of a group or a machine.
  if (parent.at(-1) === 'ssh' && parent.length !== 2) return sshKeys
  if (parent.at(-1) === 'dns' && parent.length !== 2) return dnsKeys
  if (parent.length === 0) return Object.keys(flockSchema.shape)
  return Object.keys((parent[0] === 'groups' ? groupSchema : machineSchema).shape)
}

function badName(issue: Issue & { code: 'invalid_key' }, path: DataPath): Finding {
  const what = path[0] === 'groups' ? 'group' : 'machine'
  const text = `${quoted(String(path.at(-1)))} cannot be the name of a ${what}`
  const hint = `use ${issue.issues[0]?.message ?? 'another name'}`
  return { path, isKey: true, message: { subject: path.slice(0, -1), text }, hint }
}

/** zod does not look at the value below a key that it refuses. */
function below({ path, source }: { path: DataPath; source: YamlSource }): Finding[] {
  const schema = path[0] === 'groups' ? groupSchema : machineSchema
  const issues = schema.nullable().safeParse(dataAt(source.data, path)).error?.issues ?? []
  return issues.flatMap((issue) => explain({ ...issue, path: [...path, ...issue.path] }, source))
}

function expectation(issue: Issue, found: Json): { expected: string; hint: string } {
  switch (issue.code) {
    case 'invalid_type':
      return expectedType(issue.expected, found)
    case 'invalid_value': {
      const values = issue.values.map(String)
      const meant = typeof found === 'string' ? nearest(found, values) : undefined
      const hint = meant === undefined ? `write one of: ${shownNames(values)}` : `did you mean "${meant}"?`
      return { expected: `one of ${values.map(quoted).join(', ')}`, hint }
    }
    case 'too_small':
      return { expected: `at least ${issue.minimum}`, hint: 'write a larger number' }
    case 'too_big':
      return { expected: `at most ${issue.maximum}`, hint: 'write a smaller number' }
    default:
      return { expected: issue.message, hint: `use ${issue.message}` }
  }
}

function expectedType(type: string, found: Json): { expected: string; hint: string } {
  switch (type) {
    case 'boolean':
      return { expected: 'true or false', hint: 'write true or false, without quotes' }
    case 'string':
      return typeof found === 'object'
        ? { expected: 'a text', hint: 'write one text' }
        : { expected: 'a text', hint: `put it in quotes: "${found}"` }
    case 'int':
    case 'number':
      return { expected: 'a whole number', hint: 'write a whole number, without quotes' }
    case 'array':
      return typeof found === 'string'
        ? { expected: 'a list', hint: `write it as a list: [${quoted(found).slice(1, -1)}]` }
        : { expected: 'a list', hint: 'write it as a list: [a, b]' }
    default:
      return { expected: 'a map', hint: 'write lines of "key: value", indented below this key' }
  }
}
