import type { core } from 'zod'
import { type Problem, throwIfInvalid } from '../../base/errors.js'
import type { JsonObject } from '../../base/json.js'
import { nearest } from '../../base/text/nearest.js'
import type { Architecture } from './launch/named-images.js'
import { imageNames, namedImage } from './launch/named-images.js'
import { userDataFault } from './launch/user-data.js'
import { expectations, type RawSettings, settingsSchema } from './settings-schema.js'

export type ImageChoice =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'ssm'; readonly parameter: string }
  | { readonly kind: 'pattern'; readonly owner: string; readonly name: string }

export type SubnetChoice =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'tags'; readonly tags: Readonly<Record<string, string>> }
  /** The default subnet of each zone. */
  | { readonly kind: 'default' }

/** Settings of one machine, with defaults for what `flock.yml` leaves out. */
export interface Ec2Settings {
  readonly region: string
  /** In order of preference; if empty, every zone that has a subnet. */
  readonly zones: readonly string[]
  /** In order of preference; never empty. */
  readonly types: readonly string[]
  readonly image: ImageChoice
  readonly architecture: Architecture
  readonly subnet: SubnetChoice
  readonly securityGroups: readonly string[]
  /** In GiB; if absent, the volume is as large as the image. */
  readonly volumeSize?: number
  readonly instanceProfile?: string
  readonly tags: Readonly<Record<string, string>>
  readonly address: 'public' | 'private'
  readonly userData?: string
  readonly makingMinutes: number
}

export interface SettingsInput {
  readonly settings: JsonObject
  /** Used where the settings name no region. */
  readonly defaultRegion: string | undefined
}

/** All problems of the settings of a machine with this name. */
export function ec2Problems(machine: string, input: SettingsInput): readonly Problem[] {
  return read(input).faults.map(({ text, hint }) => ({
    message: `machines.${machine}: settings: ${text}`,
    reason: 'invalid-settings',
    hint,
  }))
}

/** Parses the settings. Throws an InputError with all problems. */
export function parseEc2Settings(machine: string, input: SettingsInput): Ec2Settings {
  throwIfInvalid(ec2Problems(machine, input))
  const { raw, region } = read(input)
  const architecture = raw.architecture ?? 'amd64'
  return {
    region,
    zones: raw.zones ?? [],
    types: raw.types ?? [architecture === 'arm64' ? 't4g.small' : 't3.small'],
    image: imageOf(raw.image ?? 'ubuntu-24.04', architecture),
    architecture,
    subnet: subnetOf(raw.subnet),
    securityGroups: raw['security-groups'] ?? [],
    tags: raw.tags ?? {},
    address: raw.address ?? 'public',
    makingMinutes: raw['making-minutes'] ?? 60,
    ...(raw.volume?.size === undefined ? {} : { volumeSize: raw.volume.size }),
    ...(raw['instance-profile'] === undefined ? {} : { instanceProfile: raw['instance-profile'] }),
    ...(raw['user-data'] === undefined ? {} : { userData: raw['user-data'] }),
  }
}

/** The region of a machine, even if its other settings are wrong; undefined when none is given. */
export function regionOf({ settings, defaultRegion }: SettingsInput): string | undefined {
  const { region } = settings
  return typeof region === 'string' && settingsSchema.shape.region.safeParse(region).success
    ? region
    : defaultRegion
}

interface Fault {
  readonly text: string
  readonly hint: string
}

interface Reading {
  readonly faults: readonly Fault[]
  readonly raw: RawSettings
  readonly region: string
}

function read(input: SettingsInput): Reading {
  const result = settingsSchema.safeParse(input.settings)
  const region = regionOf(input)
  const faults = [
    ...(result.error?.issues ?? []).flatMap((issue) => explain(issue, input.settings)),
    ...meaningFaults(input.settings, region),
  ]
  return { faults: withoutRepeats(faults), raw: result.data ?? {}, region: region ?? '' }
}

/** Faults that the schema cannot express: parts that contradict each other. */
function meaningFaults(settings: JsonObject, region: string | undefined): readonly Fault[] {
  const faults: Fault[] = []
  if (region === undefined && settings.region === undefined) {
    faults.push({ text: 'no "region" is given', hint: 'Add "region: eu-west-1", or set AWS_REGION.' })
  }
  const zones = settingsSchema.shape.zones.safeParse(settings.zones).data ?? []
  for (const zone of zones) {
    if (region !== undefined && !zone.startsWith(region)) {
      faults.push({
        text: `zone "${zone}" is not in region "${region}"`,
        hint: `Name zones of the region, for example "${region}a".`,
      })
    }
  }
  const fault = typeof settings['user-data'] === 'string' ? userDataFault(settings['user-data']) : undefined
  if (fault !== undefined) {
    faults.push({ text: `"user-data" ${fault}`, hint: 'Give cloud-config text; Drover adds its own part.' })
  }
  const tags = settingsSchema.shape.tags.safeParse(settings.tags).data ?? {}
  if (Object.keys(tags).length > maxTags) {
    faults.push({
      text: `"tags" has more than ${maxTags} entries`,
      hint: 'EC2 allows 50 tags on a machine, and Drover needs some of them.',
    })
  }
  return faults
}

const maxTags = 40

function explain(issue: core.$ZodIssue, settings: JsonObject): readonly Fault[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key))
  const named = expectationOf(path)
  const [top = ''] = path
  return [{ text: `"${named.path}" must be ${named.expected}`, hint: imageHint(top, settings[top]) }]
}

function unknownKey(parent: readonly string[], key: string): Fault {
  const known = Object.keys(parent[0] === 'volume' ? volumeKeys : settingsSchema.shape)
  const meant = nearest(key, known)
  return {
    text: `unknown setting "${[...parent, key].join('.')}"`,
    hint: meant === undefined ? `Settings of EC2 machines: ${known.join(', ')}.` : `Did you mean "${meant}"?`,
  }
}

const volumeKeys = { size: 0, type: 0, encrypted: 0 }

/** The expectation for the longest part of the path that has one. */
function expectationOf(path: readonly string[]): { readonly path: string; readonly expected: string } {
  for (let length = path.length; length > 0; length -= 1) {
    const key = path.slice(0, length).join('.')
    const expected = expectations[key]
    if (expected !== undefined) return { path: key, expected }
  }
  return { path: path.join('.'), expected: 'something else' }
}

function imageHint(key: string, value: unknown): string {
  const meant = key === 'image' && typeof value === 'string' ? nearest(value, imageNames) : undefined
  return meant === undefined
    ? 'See docs/aws.md for the settings of EC2 machines.'
    : `Did you mean "${meant}"?`
}

function withoutRepeats(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [fault.text, fault])).values()]
}

function imageOf(image: NonNullable<RawSettings['image']>, architecture: Architecture): ImageChoice {
  if (typeof image === 'string') return { kind: 'pattern', ...namedImage(image, architecture) }
  if ('id' in image) return { kind: 'id', id: image.id }
  return 'ssm' in image ? { kind: 'ssm', parameter: image.ssm } : { kind: 'pattern', ...image }
}

function subnetOf(subnet: RawSettings['subnet']): SubnetChoice {
  if (subnet === undefined) return { kind: 'default' }
  return typeof subnet === 'string' ? { kind: 'id', id: subnet } : { kind: 'tags', tags: subnet }
}
