import { z } from 'zod'

/** A user, group or unit: nothing that a shell or a program could take for more than a name. */
const name = z
  .string()
  .regex(/^(?!-)[a-zA-Z0-9_.@:-]+$/, 'only letters, digits and _ . @ : - are allowed, and no - at the start')

const oneLine = z
  .string()
  .trim()
  .min(1, 'it is empty')
  .regex(/^[^\0-\x08\x0a-\x1f\x7f]*$/, 'it must be one line, without control characters')

const source = z
  .string()
  .refine(isPathInside, 'a path below the layer was expected, such as "nginx/site.conf"')
  .refine((path) => path !== 'files.yml', 'the manifest cannot be a source')

const mode = z.string().regex(/^[0-7]{3,4}$/, 'three or four octal digits were expected, such as "0644"')

const followUpText = z
  .string()
  .regex(
    /^(?:daemon-reload|(?:reload|restart) (?!-)[a-zA-Z0-9_.@:-]+)$/,
    '"daemon-reload", "reload UNIT", "restart UNIT" or {command: "…"} was expected',
  )

const followUp = z.union([followUpText, z.strictObject({ command: oneLine })])

export const entrySchema = z.strictObject({
  destination: z.string().min(1, 'it is empty'),
  source: source.optional(),
  owner: name.optional(),
  group: name.optional(),
  mode: mode.optional(),
  direction: z.enum(['both', 'up', 'down']).optional(),
  template: z.boolean().optional(),
  validate: oneLine.optional(),
  after: z.union([followUp, z.array(followUp)]).optional(),
  adopt: z.boolean().optional(),
  description: z.string().optional(),
  state: z.enum(['present', 'absent']).optional(),
})

/** One entry as its manifest gives it. */
export type ManifestFields = z.infer<typeof entrySchema>

export const manifestSchema = z.strictObject({ files: z.array(entrySchema) })

function isPathInside(path: string): boolean {
  if (/[\0-\x1f\x7f\\]/.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}
