import { isDeepStrictEqual } from 'node:util'
import type { core } from 'zod'
import type { Problem } from '../../base/errors.js'
import type { Json } from '../../base/json.js'
import { nearest } from '../../base/text/nearest.js'
import { followUpRule } from '../../render/manifest/follow-up-schema.js'
import { type FileSchema, flockFile, isFollowUps, knownKeys, namedPart } from '../schema/schema-parts.js'
import { type DataPath, dataAt } from '../yaml/yaml-lookup.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { quoted, shown, shownNames, shownPath } from './shown.js'

type Issue = core.$ZodIssue

/** The schema's objections to a file, in words, and the data without the refused parts. */
export interface SchemaFindings {
  readonly problems: readonly Problem[]
  /** Paths of the parts that were refused. */
  readonly refused: readonly DataPath[]
}

/** Checks data against the schema. There are no problems if and only if the schema accepts the data. */
export function findSchemaProblems(source: YamlSource, schema: FileSchema = flockFile): SchemaFindings {
  const issues = schema.top.safeParse(source.data).error?.issues ?? []
  const findings = issues.flatMap((issue) => explain(issue, { source, schema }))
  return {
    problems: findings.map(({ path, isKey, message, hint }) => ({
      reason: 'invalid-flock',
      message: `${message.subject.length === 0 ? source.file : shownPath(message.subject)}: ${message.text}`,
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

interface Context {
  readonly source: YamlSource
  readonly schema: FileSchema
}

function explain(issue: Issue, context: Context): Finding[] {
  const { source, schema } = context
  const path = issue.path.filter((part) => typeof part !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey({ parent: path, key, schema }))
  }
  if (issue.code === 'invalid_key') return [badName({ issue, path, schema }), ...below(path, context)]
  const found = dataAt(source.data, path)
  // The value is missing only because it was refused, which is reported already.
  if (found === null && source.refused.some((refused) => isDeepStrictEqual(refused, path))) return []
  if (found === undefined) {
    const hint = `add "${path.at(-1)}: NAME"`
    return [{ path, isKey: false, message: { subject: path, text: 'missing' }, hint }]
  }
  const { text, hint } = wordsFor(issue, { path, found })
  return [{ path, isKey: false, message: { subject: path, text }, hint }]
}

const wholeFile = { expected: 'a map', hint: 'begin with "flock: NAME", then "machines:"' }
const followUps = { expected: 'what follows a change', hint: `write ${followUpRule}` }

function wordsFor(
  issue: Issue,
  { path, found }: { readonly path: DataPath; readonly found: Json },
): { readonly text: string; readonly hint: string } {
  if (issue.code === 'custom' && typeof issue.params?.hint === 'string') {
    const value = issue.params.isSecret === true ? 'the value' : shown(found)
    return { text: `${value} ${issue.message}`, hint: issue.params.hint }
  }
  const special = path.length === 0 ? wholeFile : isFollowUps(path) ? followUps : undefined
  const { expected, hint } = special ?? expectation(issue, found)
  return { text: `expected ${expected}, found ${shown(found)}`, hint }
}

function unknownKey({ parent, key, schema }: { parent: DataPath; key: string; schema: FileSchema }): Finding {
  const known = knownKeys(parent, schema)
  const meant = known.find((name) => key.length > 2 && name.startsWith(key)) ?? nearest(key, known)
  return {
    path: [...parent, key],
    isKey: true,
    message: { subject: parent, text: `unknown key ${quoted(key)}` },
    hint: meant === undefined ? `known keys: ${known.join(', ')}` : `did you mean "${meant}"?`,
  }
}

function badName({
  issue,
  path,
  schema,
}: {
  issue: Issue & { code: 'invalid_key' }
  path: DataPath
  schema: FileSchema
}): Finding {
  const text = `${quoted(String(path.at(-1)))} cannot be the name of ${namedPart(path, schema).what}`
  const hint = `use ${issue.issues[0]?.message ?? 'another name'}`
  return { path, isKey: true, message: { subject: path.slice(0, -1), text }, hint }
}

/** Checks the value below a refused key, which zod does not. */
function below(path: DataPath, context: Context): Finding[] {
  const { schema } = namedPart(path, context.schema)
  const issues = schema?.nullable().safeParse(dataAt(context.source.data, path)).error?.issues ?? []
  return issues.flatMap((issue) => explain({ ...issue, path: [...path, ...issue.path] }, context))
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
