import * as z from 'zod'
import { imageNames } from './launch/named-images.js'

const line = z.string().min(1).max(255)
const tagKey = /^(?!(?:aws|drover):|Name$)[^\p{Cc}]{1,128}$/iu

/** The `settings` of a machine with `provider: ec2`, as written. */
export const settingsSchema = z.strictObject({
  region: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[a-z]+)+-\d$/, 'a region, for example eu-west-1')
    .optional(),
  zones: z
    .array(z.string().regex(/^[a-z]{2,3}(?:-[a-z0-9]+)+$/, 'a zone, for example eu-west-1a'))
    .min(1)
    .optional(),
  types: z
    .array(z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'a type, for example t3.small'))
    .min(1)
    .optional(),
  image: z
    .union([
      z.enum(imageNames),
      z.strictObject({ id: z.string().regex(/^ami-[0-9a-f]{8,17}$/) }),
      z.strictObject({ ssm: z.string().regex(/^[A-Za-z0-9_./-]{1,1011}$/) }),
      z.strictObject({ owner: z.string().regex(/^(?:\d{12}|self|amazon|aws-marketplace)$/), name: line }),
    ])
    .optional(),
  architecture: z.enum(['amd64', 'arm64']).optional(),
  subnet: z
    .union([
      z.string().regex(/^subnet-[0-9a-f]{8,17}$/),
      z.record(line, line).refine((tags) => Object.keys(tags).length > 0),
    ])
    .optional(),
  'security-groups': z.array(line).min(1).optional(),
  volume: z
    .strictObject({
      size: z.int().min(1).max(65_536).optional(),
      type: z.literal('gp3').optional(),
      encrypted: z.literal(true).optional(),
    })
    .optional(),
  'instance-profile': z
    .string()
    .regex(/^(?:[\w+=,.@-]{1,128}|arn:[\w+=,.@:/-]+)$/)
    .optional(),
  tags: z.record(z.string().regex(tagKey), z.string().max(256)).optional(),
  address: z.enum(['public', 'private']).optional(),
  'user-data': z.string().optional(),
  'making-minutes': z.int().min(10).max(720).optional(),
})

export type RawSettings = z.output<typeof settingsSchema>

/** The rule for each part, by its path, in words that complete "must be …". */
export const expectations: Readonly<Record<string, string>> = {
  region: 'a region, for example "eu-west-1"',
  zones: 'a list of zones, for example ["eu-west-1a"]',
  types: 'a list of instance types, for example ["t3.small"]',
  image: `one of ${imageNames.join(', ')}, or { id: ami-… }, { ssm: PARAMETER } or { owner: ACCOUNT, name: PATTERN }`,
  architecture: '"amd64" or "arm64"',
  subnet: 'an id "subnet-…", or a map of tags',
  'security-groups': 'a list of ids "sg-…" or names',
  volume: 'a map of size, type and encrypted',
  'volume.size': 'a whole number of GiB from 1 to 65536',
  'volume.type': '"gp3"',
  'volume.encrypted': 'true: every volume is encrypted',
  'instance-profile': "an instance profile's name or ARN",
  tags: 'a map of texts, with keys that do not begin with "drover:" or "aws:" and are not "Name"',
  address: '"public" or "private"',
  'user-data': 'cloud-config text',
  'making-minutes': 'a whole number of minutes from 10 to 720',
}
