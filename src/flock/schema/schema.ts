import * as z from 'zod'
import type { Json } from '../../base/json.js'
import { defaultDnsProvider, dnsProviders } from '../../dns/dns-providers.js'
import { defaultProvider, providers } from '../../providers/providers.js'
import { certificateLayer } from './certificate-schema.js'
import { artifactMapSchema, codeMapSchema, rolesSchema } from './code-schema.js'

/** How many machines one entry, and the whole flock, may ask for. */
export const maxMachines = 10_000

/** Length and characters of a host name's label (RFC 1123, 2.1), in lower case. */
export const machineName = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

const flockName = /^[a-z][a-z0-9-]{0,30}$/
const namePattern = /^(?:[a-z0-9-]|\{seq:0[1-9]\}|\{[A-Za-z_][A-Za-z0-9_-]*\})+$/
const dnsPattern =
  /^(?:(?:[a-z0-9-]|\{[A-Za-z_][A-Za-z0-9_-]*\})+(?:\.(?:[a-z0-9-]|\{[A-Za-z_][A-Za-z0-9_-]*\})+)+)?$/
const userName = /^[a-z_][a-z0-9_-]{0,31}$/

// A pattern's `error` completes the sentence "expected …" (see schema-problems.ts).
export const nameRule = '1 to 63 of a-z, 0-9 and "-", with no "-" at either end'
const patternRule = 'a-z, 0-9, "-", {seq}, {seq:03} or {VARIABLE}'

const description = z.string().describe('For people; Drover does nothing with it.').optional()
const provider = z.enum(Object.keys(providers))
const groupKey = z.string().regex(machineName, nameRule)

// This check always passes: parse-flock.ts passes nothing but JSON, and an editor should see "anything".
const anyJson = z.custom<Json>()
const vars = z.record(z.string(), anyJson).nullish()
const settings = z.record(z.string(), anyJson).nullish()

const checks = z
  .record(z.string().regex(machineName, nameRule), z.string().min(1, 'a shell command').nullable())
  .nullish()

const ssh = z.strictObject({
  user: z
    .string()
    .regex(userName, 'a user name of a-z, 0-9, "_" and "-"')
    .describe('User to log in as. By default `root`.')
    .optional(),
  port: z.int().min(1).max(65_535).describe('Port of the SSH server. By default 22.').optional(),
})

const dns = z.strictObject({
  provider: z
    .enum(Object.keys(dnsProviders))
    .describe(`Which DNS. By default \`${defaultDnsProvider}\`.`)
    .optional(),
  name: z
    .string()
    .regex(dnsPattern, 'a DNS name, in which {name} and variables may stand')
    .describe('Name that points to the machine, for example `{name}.example.org`. Empty: no name.')
    .optional(),
  ttl: z
    .int()
    .min(1)
    .max(86_400)
    .describe('Seconds that others may keep the answer. By default 60.')
    .optional(),
})

const groups = z
  .array(z.string().describe('Name of a group.'))
  .nullish()
  .describe('Groups whose layers come before this one, in order: a later one wins.')

const environmentName = z.string().regex(machineName, nameRule)

export const environmentSchema = z.strictObject({
  description,
  protected: z
    .boolean()
    .describe(
      'True: its machines are changed only by a run that names the environment and comes from the head of a protected branch. By default false.',
    )
    .optional(),
})

const layer = {
  description,
  groups,
  vars: vars.describe('Variables. Maps are merged with those of weaker layers, all else replaces.'),
  settings: settings.describe("Provider's settings, merged like `vars`."),
  checks: checks.describe(
    'Shell commands by name that must succeed on the machine after a change; otherwise the old files return. Added to those of weaker layers; null takes one away.',
  ),
  provider: provider.describe('Where these machines come from.').optional(),
  environment: environmentName
    .describe('Environment of these machines: a name under `environments`.')
    .optional(),
  roles: rolesSchema.describe(
    'Ansible roles, run in this order after those of weaker layers; `"!NAME"` takes one away.',
  ),
  code: codeMapSchema.describe(
    'Git revisions by name. Merged key by key with those of weaker layers; null takes one away.',
  ),
  artifacts: artifactMapSchema.describe(
    'Files of known content by name. Merged key by key with those of weaker layers; null takes one away.',
  ),
  ssh: ssh.nullish().describe('How to log in to these machines.'),
  dns: dns.nullish().describe('DNS names of these machines.'),
  certificate: certificateLayer.describe(
    'TLS certificate of these machines. Merged key by key with that of weaker layers; null takes it away.',
  ),
}

export const groupSchema = z.strictObject(layer)

const {
  provider: _provider,
  environment: _environment,
  dns: _dns,
  certificate: _certificate,
  ...toolkitLayer
} = layer

/** A group of the toolkit, which cannot name providers or DNS of a flock. */
export const toolkitGroupSchema = z.strictObject(toolkitLayer)

/** The toolkit's `config/flock.yml`, the weakest layer of every flock. */
export const toolkitSchema = z.strictObject({
  ...toolkitLayer,
  groups: z.record(groupKey, toolkitGroupSchema.nullable()).nullish(),
})

export const machineSchema = z.strictObject({
  ...layer,
  protect: z.boolean().describe('True: never terminate this machine. By default false.').optional(),
  count: z
    .int()
    .min(0)
    .max(maxMachines)
    .describe('How many machines this entry makes; its name must hold `{seq}` or `{seq:03}`.')
    .optional(),
  first: z.int().min(0).max(999_999_999).describe('Number of the first machine. By default 1.').optional(),
})

/** The schema of `flock.yml`, from which the JSON Schema and the reference page are made, too. */
export const flockSchema = z
  .strictObject({
    flock: z
      .string()
      .regex(flockName, 'a name of 1 to 31 of a-z, 0-9 and "-" that starts with a letter')
      .describe('Name of the flock.'),
    description,
    provider: provider.describe(`Where machines come from. By default \`${defaultProvider}\`.`).optional(),
    ssh: ssh.nullish().describe('How to log in to every machine.'),
    dns: dns.nullish().describe('DNS names of all machines.'),
    vars: vars.describe('Variables of every machine. Groups, then machines, add to them and win.'),
    settings: settings.describe("Provider's settings for every machine, merged like `vars`."),
    checks: checks.describe('Shell commands by name that must succeed on every machine after a change.'),
    roles: rolesSchema.describe('Ansible roles of every machine, run in this order.'),
    code: codeMapSchema.describe('Git revisions of every machine, by name.'),
    artifacts: artifactMapSchema.describe('Files of known content of every machine, by name.'),
    certificate: certificateLayer.describe('TLS certificate of every machine.'),
    environment: environmentName.describe('Environment of every machine.').optional(),
    environments: z
      .record(
        environmentName,
        environmentSchema.nullable().describe('What machines are used for: staging, production.'),
      )
      .nullish()
      .describe('Environments by name, as GitHub knows them.'),
    groups: z
      .record(groupKey, groupSchema.nullable().describe('A layer that machines share.'))
      .nullish()
      .describe('Groups by name.'),
    machines: z
      .record(
        z.string().regex(namePattern, patternRule),
        machineSchema.nullable().describe('One machine, or `count` machines of one name pattern.'),
      )
      .nullish()
      .describe('Machines by name or name pattern, for example `web-1` or `fp-{region}-{seq:03}`.'),
  })
  .describe('What a flock is: its machines, their groups and variables.')

export const sshKeys = Object.keys(ssh.shape)
export const dnsKeys = Object.keys(dns.shape)

export type FlockFile = z.output<typeof flockSchema>
export type GroupEntry = z.output<typeof groupSchema>
export type ToolkitFile = z.output<typeof toolkitSchema>
export type MachineEntry = z.output<typeof machineSchema>
