import type { Image } from '@aws-sdk/client-ec2'
import { DroverError } from '../../../base/errors.js'
import type { CallContext } from '../describe.js'
import type { Ec2Settings, ImageChoice } from '../settings.js'

export interface FoundImage {
  readonly id: string
  /** The device of the volume to which the settings for size and encryption apply. */
  readonly rootDevice: string
  /** Size of the image itself in GiB. */
  readonly rootSize: number
}

/** The image that the settings choose, as it is now. Throws `invalid-settings` when there is none. */
export async function findImage(callContext: CallContext, settings: Ec2Settings): Promise<FoundImage> {
  const { region, image, architecture } = settings
  const { calls, subject, signal } = callContext
  const input = await describeInput(callContext, settings)
  const answer = await calls.call('DescribeImages', { input, region, subject, signal })
  const usable = (answer.Images ?? []).filter(isUsable)
  const found = newestImage(usable)
  if (found?.ImageId !== undefined) {
    const rootDevice = found.RootDeviceName ?? '/dev/sda1'
    const root = found.BlockDeviceMappings?.find(({ DeviceName }) => DeviceName === rootDevice)
    return { id: found.ImageId, rootDevice, rootSize: root?.Ebs?.VolumeSize ?? usualSize }
  }
  throw new DroverError(`${subject}: no image ${describeChoice(image)} for ${architecture} in ${region}`, {
    reason: 'invalid-settings',
    hint: 'Ensure that the image is in this region, for this architecture, and that the account may use it.',
  })
}

/** A machine without a volume of its own could neither be encrypted nor stopped. */
function isUsable({ State, RootDeviceType }: Image): boolean {
  return (State === undefined || State === 'available') && RootDeviceType !== 'instance-store'
}

/** The newest image; of equally new ones the one with the first id, so that each run chooses the same. */
export function newestImage(images: readonly Image[]): Image | undefined {
  const key = ({ CreationDate = '' }: Image): string => CreationDate
  return [...images].sort((a, b) => {
    if (key(a) !== key(b)) return key(a) < key(b) ? 1 : -1
    return (a.ImageId ?? '') < (b.ImageId ?? '') ? -1 : 1
  })[0]
}

/** Size of the images of Debian and Ubuntu in GiB. */
const usualSize = 8

interface DescribeInput {
  readonly ImageIds?: string[]
  readonly Owners?: string[]
  readonly Filters?: { Name: string; Values: string[] }[]
}

async function describeInput(
  callContext: CallContext,
  { image, region, architecture }: Ec2Settings,
): Promise<DescribeInput> {
  if (image.kind === 'id') return { ImageIds: [image.id] }
  if (image.kind === 'ssm')
    return { ImageIds: [await readParameter(callContext, { name: image.parameter, region })] }
  return {
    Owners: [image.owner],
    Filters: [
      { Name: 'name', Values: [image.name] },
      { Name: 'architecture', Values: [architecture === 'amd64' ? 'x86_64' : 'arm64'] },
      { Name: 'state', Values: ['available'] },
    ],
  }
}

async function readParameter(
  { calls, subject, signal }: CallContext,
  { name, region }: { readonly name: string; readonly region: string },
): Promise<string> {
  const answer = await calls.call('GetParameter', { input: { Name: name }, region, subject, signal })
  const value = answer.Parameter?.Value ?? ''
  if (/^ami-[0-9a-f]{8,17}$/.test(value)) return value
  throw new DroverError(`${subject}: the SSM parameter "${name}" in ${region} is not an image id`, {
    reason: 'invalid-settings',
    hint: 'Name a parameter whose value is "ami-…".',
  })
}

function describeChoice(image: ImageChoice): string {
  if (image.kind === 'id') return `"${image.id}"`
  return image.kind === 'ssm' ? `of "${image.parameter}"` : `"${image.name}" of owner ${image.owner}`
}
