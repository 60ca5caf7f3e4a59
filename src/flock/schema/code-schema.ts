import * as z from 'zod'
import { isPathInside, modePattern, modeRule, ownerPattern } from '../../render/manifest/field-patterns.js'
import { followUpRule, followUpsSchema } from '../../render/manifest/follow-up-schema.js'
import { quoted } from '../problems/shown.js'
import { findWrongUrl } from '../problems/url-problem.js'
import type { Wrong } from '../problems/wrong.js'
import { findWrongSymlinkPath } from '../symlink-path.js'

// A pattern's `error` completes the sentence "expected …" (see schema-problems.ts).
const entryName = /^[a-z][a-z0-9_-]{0,62}$/
const entryNameRule = 'a name of a-z, 0-9, "_" and "-" that starts with a letter'
const ownerName = z
  .string()
  .regex(ownerPattern, 'a name of letters, digits and _ . @ : -, with no "-" at the start')

/** A text whose problem reads `"VALUE" MESSAGE`, with a hint of its own. */
function text(find: (value: string) => Wrong | undefined): z.ZodString {
  return z.string().superRefine((value, context) => addIssue(find(value), context))
}

function addIssue(wrong: Wrong | undefined, context: z.RefinementCtx): void {
  if (wrong === undefined) return
  const { message, ...params } = wrong
  context.addIssue({ code: 'custom', message, params })
}

const path = text(findWrongSymlinkPath)
const owner = ownerName.nullish()
const after = followUpsSchema.nullish()
const insideRule = 'a path below it, without "..", "." or "/" at either end'

export const rolesSchema = z
  .array(
    z
      .string()
      .regex(/^!?[a-z][a-z0-9_]{0,62}$/, 'a name of a-z, 0-9 and "_" that starts with a letter')
      .describe('Name of a role, or `"!NAME"` to remove one.'),
  )
  .nullish()

export const codeSchema = z.strictObject({
  url: text((url) => findWrongUrl(url, 'code'))
    .nullish()
    .describe('Git repository: https, http, ssh, git or file URL, or `user@host:path`.'),
  revision: z
    .string()
    .refine(isRevision, 'a branch, tag or commit')
    .nullish()
    .describe('Branch, tag or commit. All machines of one run get the same commit.'),
  path: path
    .nullish()
    .describe(
      'Absolute path on the machine: becomes a symlink to the release. Beside it: `PATH.releases`, `PATH.shared`.',
    ),
  via: z
    .enum(['clone', 'push'])
    .nullish()
    .describe(
      '`clone`, the default: the machine fetches. `push`: Drover sends it, and no credentials reach the machine.',
    ),
  owner: owner.describe('User who owns the release and runs `build`. By default `root`.'),
  group: owner.describe('Group. By default the same as `owner`.'),
  build: z
    .array(z.string().regex(/^[^\0]*\S[^\0]*$/, 'a shell command'))
    .nullish()
    .describe('Shell commands, run in the release as `owner` before it is switched to.'),
  after: after.describe(`What follows a switch, as in \`files.yml\`: ${followUpRule}.`),
  shared: z
    .array(z.string().refine(isShared, insideRule))
    .superRefine((paths, context) => addIssue(findNested(paths), context))
    .nullish()
    .describe('Paths below the release that are kept across revisions, in `PATH.shared`.'),
  credentials: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/, 'the name of a secret: capitals, digits and "_"')
    .nullish()
    .describe('Name of the secret that holds a token for HTTPS; only with `via: push`.'),
})

export const artifactSchema = z.strictObject({
  path: path.nullish().describe('Absolute path on the machine: becomes a symlink to the desired version.'),
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, '64 hexadecimal digits')
    .nullish()
    .describe('The output of `sha256sum` for the file.'),
  url: text((url) => findWrongUrl(url, 'artifact'))
    .nullish()
    .describe('URL from which Drover downloads it: https or http. Either this or `file`.'),
  file: z
    .string()
    .refine(isPathInside, 'a path on the config branch, such as "artifacts/tool"')
    .nullish()
    .describe('Path on the config branch, of the file itself or a Git LFS pointer. Either this or `url`.'),
  mode: z
    .string()
    .regex(modePattern, `${modeRule} in quotes, such as "0755"`)
    .nullish()
    .describe('Octal digits in quotes. By default `"0755"`.'),
  owner: owner.describe('User. By default `root`.'),
  group: owner.describe('Group. By default the same as `owner`.'),
  after: after.describe(`What follows a switch, as in \`files.yml\`: ${followUpRule}.`),
})

const named = z.string().regex(entryName, entryNameRule)

export const codeMapSchema = z.record(named, codeSchema.nullable()).nullish()
export const artifactMapSchema = z.record(named, artifactSchema.nullable()).nullish()

export type CodeFields = z.output<typeof codeSchema>
export type ArtifactFields = z.output<typeof artifactSchema>

/** A shared path that is inside another one: each gets a symlink of its own in the release. */
function findNested(paths: readonly string[]): Wrong | undefined {
  for (const [index, path] of paths.entries()) {
    const other = paths.find(
      (one, at) => at !== index && (path.startsWith(`${one}/`) || (one === path && at < index)),
    )
    if (other === undefined) continue
    const how = other === path ? ' twice' : `, which is in ${quoted(other)}`
    return { message: `holds ${quoted(path)}${how}`, hint: 'leave out one of the two' }
  }
  return undefined
}

function isShared(value: string): boolean {
  return isPathInside(value) && value.split('/')[0] !== '.git'
}

/** The rules of git-check-ref-format(1); the value must also not look like an option of a command. */
function isRevision(value: string): boolean {
  if (value.length > 250 || /^[-/]|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|[/.]$/.test(value)) return false
  return value !== '@' && value !== '' && value.split('/').every((part) => !/^\.|\.lock$/.test(part))
}
