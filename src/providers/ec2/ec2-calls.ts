import type * as Ec2 from '@aws-sdk/client-ec2'
import type * as Ssm from '@aws-sdk/client-ssm'
import type { Clock } from '../../system/clock.js'
import { retry } from '../../system/retry.js'
import { type ApiCall, apiCalls } from './api-calls.js'
import { cancelled, Ec2Failure, toFailure } from './ec2-failure.js'

/** Input and output of each call in `api-calls.ts`. */
interface Shapes {
  DescribeInstances: [Ec2.DescribeInstancesCommandInput, Ec2.DescribeInstancesCommandOutput]
  DescribeInstanceAttribute: [
    Ec2.DescribeInstanceAttributeCommandInput,
    Ec2.DescribeInstanceAttributeCommandOutput,
  ]
  DescribeImages: [Ec2.DescribeImagesCommandInput, Ec2.DescribeImagesCommandOutput]
  DescribeSubnets: [Ec2.DescribeSubnetsCommandInput, Ec2.DescribeSubnetsCommandOutput]
  DescribeSecurityGroups: [Ec2.DescribeSecurityGroupsCommandInput, Ec2.DescribeSecurityGroupsCommandOutput]
  GetConsoleOutput: [Ec2.GetConsoleOutputCommandInput, Ec2.GetConsoleOutputCommandOutput]
  RunInstances: [Ec2.RunInstancesCommandInput, Ec2.RunInstancesCommandOutput]
  StartInstances: [Ec2.StartInstancesCommandInput, Ec2.StartInstancesCommandOutput]
  StopInstances: [Ec2.StopInstancesCommandInput, Ec2.StopInstancesCommandOutput]
  RebootInstances: [Ec2.RebootInstancesCommandInput, Ec2.RebootInstancesCommandOutput]
  TerminateInstances: [Ec2.TerminateInstancesCommandInput, Ec2.TerminateInstancesCommandOutput]
  ModifyInstanceAttribute: [Ec2.ModifyInstanceAttributeCommandInput, Ec2.ModifyInstanceAttributeCommandOutput]
  CreateTags: [Ec2.CreateTagsCommandInput, Ec2.CreateTagsCommandOutput]
  DeleteTags: [Ec2.DeleteTagsCommandInput, Ec2.DeleteTagsCommandOutput]
  GetParameter: [Ssm.GetParameterCommandInput, Ssm.GetParameterCommandOutput]
}

export interface CallOptions<N extends ApiCall> {
  readonly input: Shapes[N][0]
  readonly region: string
  /** A machine's name, or another subject of the call. The message of a failure begins with it. */
  readonly subject: string
  readonly signal?: AbortSignal | undefined
  /** Whether a call without an answer is repeated until a deadline. If false, only a throttled call is. */
  readonly repeat?: boolean
}

/** The API of AWS as this provider uses it. Failures are Ec2Failures, or a DroverError `cancelled`. */
export interface Ec2Calls {
  call<N extends ApiCall>(name: N, options: CallOptions<N>): Promise<Shapes[N][1]>
}

const usualDeadlineMs = 120_000
const connectionTimeout = 5000
const usualRequestMs = 30_000

export interface CallsOptions {
  readonly clock: Clock
  /** How long one request may take. */
  readonly requestMs?: number
  /** No attempt of a call starts later than this after the first. */
  readonly deadlineMs?: number
}

/**
 * The only place that loads the SDK and sends a command. Credentials come from the SDK's default
 * chain, the endpoint from AWS_ENDPOINT_URL_EC2 or AWS_ENDPOINT_URL where they are set.
 */
export function makeEc2Calls({
  clock,
  requestMs = usualRequestMs,
  deadlineMs = usualDeadlineMs,
}: CallsOptions): Ec2Calls {
  const clients = new Map<string, Promise<Sender>>()
  const senderFor = (
    service: 'ec2' | 'ssm',
    more: { region: string; maxAttempts: number },
  ): Promise<Sender> => {
    const { region, maxAttempts } = more
    const key = `${service} ${region} ${maxAttempts}`
    const sender = clients.get(key) ?? openSender(service, { region, requestMs, maxAttempts })
    clients.set(key, sender)
    return sender
  }
  return {
    call: async (name, { input, region, subject, signal, repeat = true }) => {
      const attempt = async (): Promise<never> => {
        try {
          const send = await senderFor(apiCalls[name].service, { region, maxAttempts: repeat ? 3 : 1 })
          return (await send(name, { input, signal })) as never
        } catch (error) {
          throw signal?.aborted
            ? cancelled(subject, error)
            : toFailure(error, { subject, call: name, region })
        }
      }
      const isRetryable = (error: unknown): boolean =>
        error instanceof Ec2Failure && passes.includes(error.reason) && (repeat || error.next === 'retry')
      const options = { clock, baseMs: 1000, maxMs: 10_000, deadlineMs, isRetryable }
      try {
        return await retry(signal === undefined ? options : { ...options, signal }, attempt)
      } catch (error) {
        throw signal?.aborted ? cancelled(subject, error) : error
      }
    },
  }
}

/** Reasons that may pass by themselves. The caller waits for a state or an id, because only it knows for how long. */
const passes: readonly string[] = ['provider-throttled', 'provider-unreachable']

type Sender = (
  name: ApiCall,
  options: { readonly input: unknown; readonly signal: AbortSignal | undefined },
) => Promise<unknown>

async function openSender(
  service: 'ec2' | 'ssm',
  {
    region,
    requestMs,
    maxAttempts,
  }: { readonly region: string; readonly requestMs: number; readonly maxAttempts: number },
): Promise<Sender> {
  const config = {
    region,
    retryMode: 'adaptive',
    maxAttempts,
    requestHandler: { connectionTimeout, requestTimeout: requestMs, throwOnRequestTimeout: true },
  }
  const { client, commands } = await (service === 'ec2' ? openEc2(config) : openSsm(config))
  return async (name, { input, signal }) => {
    const Command = commands[`${name}Command`]
    if (Command === undefined) throw new TypeError(`the SDK has no ${name}Command`)
    return client.send(new Command(input), signal === undefined ? {} : { abortSignal: signal })
  }
}

interface Opened {
  // `Shapes` says which input belongs to which command, because the SDK's own types cannot be chosen by a name.
  readonly client: { send(command: never, options: { abortSignal?: AbortSignal }): Promise<unknown> }
  readonly commands: Readonly<Record<string, new (input: unknown) => never>>
}

async function openEc2(config: Ec2.EC2ClientConfig): Promise<Opened> {
  const sdk = await import('@aws-sdk/client-ec2')
  return { client: new sdk.EC2Client(config), commands: sdk as unknown as Opened['commands'] }
}

async function openSsm(config: Ssm.SSMClientConfig): Promise<Opened> {
  const sdk = await import('@aws-sdk/client-ssm')
  return { client: new sdk.SSMClient(config), commands: sdk as unknown as Opened['commands'] }
}
