import { z } from 'zod'
import { isPathInside, modePattern, modeRule, oneLine, ownerPattern, ownerRule } from './field-patterns.js'
import { followUpsSchema } from './follow-up-schema.js'

const name = z.string().regex(ownerPattern, ownerRule)

const source = z
  .string()
  .refine(isPathInside, 'a path below the layer was expected, such as "nginx/site.conf"')
  .refine((path) => path !== 'files.yml', 'the manifest cannot be a source')

const mode = z.string().regex(modePattern, `${modeRule} were expected, such as "0644"`)

export const entrySchema = z.strictObject({
  destination: z
    .string()
    .min(1, 'it is empty')
    .describe(
      'Where the file goes: an absolute path, which may hold variables. The only key that is required.',
    ),
  source: source
    .optional()
    .describe(
      'File in the layers, looked up strongest layer first. By default the last part of `destination`.',
    ),
  owner: name.optional().describe('User. By default `root`.'),
  group: name.optional().describe('Group. By default the same as `owner`.'),
  mode: mode
    .optional()
    .describe('Octal digits in quotes. By default `"0644"`, below `secrets-templates/` `"0600"`.'),
  direction: z
    .enum(['both', 'up', 'down'])
    .optional()
    .describe(
      '`up`: put on the machine. `down`: captured from it (a file, a symlink or a folder), without a source. `both`, the default: put and captured.',
    ),
  template: z
    .boolean()
    .optional()
    .describe('Whether the source is a template. By default yes for text, no for binary files.'),
  validate: oneLine
    .optional()
    .describe(
      'Shell command that must succeed before any file changes. It sees all new files in place of the old ones.',
    ),
  after: followUpsSchema
    .optional()
    .describe(
      'What follows a change, one or a list: `daemon-reload`, `reload UNIT`, `restart UNIT` or `{command: "…"}`. Each runs once. When one fails, the old files return.',
    ),
  adopt: z
    .boolean()
    .optional()
    .describe('Whether a captured version becomes the desired file of this machine. By default no.'),
  description: z.string().optional().describe('A text for people.'),
  state: z
    .enum(['present', 'absent'])
    .optional()
    .describe(
      '`absent` removes what a weaker layer asks for. If Drover had put the file on a machine, the file is removed there.',
    ),
})

/** One entry as it is written in its manifest. */
export type ManifestFields = z.infer<typeof entrySchema>

export const manifestSchema = z.strictObject({ files: z.array(entrySchema) })
