import { createHash } from 'node:crypto'
import type { AwsCall } from './aws-call.ts'
import { type Answer, errorAnswer } from './aws-faults.ts'
import { instanceIds, instanceStates } from './instance-xml.ts'

/** Puts a call to EC2 to what is behind the proxy. */
export type Ask = (params: Readonly<Record<string, string>>) => Promise<Answer>

export interface LaunchTokens {
  /** RunInstances as EC2 does it with a client token, made of one that knows no tokens. */
  run(call: AwsCall, ask: Ask): Promise<Answer>
}

interface Launch {
  readonly parameters: string
  /** Ids of what was made; undefined if it failed, so that the token is free again. */
  readonly made: Promise<readonly string[] | undefined>
}

/**
 * Client tokens as EC2 documents them: the same token with the same parameters gives the same
 * reservation, with others it is refused, and one whose instance is gone is refused. A token counts
 * in its zone once a subnet or a zone is given, else in its region.
 * https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
 */
export function makeLaunchTokens(): LaunchTokens {
  const launches = new Map<string, Launch>()

  return {
    async run(call, ask) {
      const { ClientToken: token, DryRun: dry } = call.params
      if (token === undefined || dry === 'true') return ask(call.params)
      const key = JSON.stringify([call.region, await placeOf(call, ask), token])
      const parameters = digest(call)
      for (;;) {
        const earlier = launches.get(key)
        if (earlier === undefined) break
        if (earlier.parameters !== parameters) return mismatch(call)
        const ids = await earlier.made
        if (ids !== undefined) return again(call, { ids, ask })
      }
      const answer = ask(call.params)
      const made = answer.then(
        ({ status, body }) => (status === 200 ? instanceIds(body) : undefined),
        () => undefined,
      )
      launches.set(key, { parameters, made })
      if ((await made) === undefined) launches.delete(key)
      return answer
    },
  }
}

async function placeOf({ params }: AwsCall, ask: Ask): Promise<string> {
  const zone = params['Placement.AvailabilityZone']
  if (zone !== undefined) return zone
  const subnet = params.SubnetId ?? params['NetworkInterface.1.SubnetId']
  if (subnet === undefined) return ''
  const { body } = await ask({
    Action: 'DescribeSubnets',
    Version: params.Version ?? '',
    'SubnetId.1': subnet,
  })
  return /<availabilityZone>([^<]+)</.exec(body)?.[1] ?? subnet
}

function digest({ params }: AwsCall): string {
  const others = Object.entries(params).filter(([name]) => name !== 'ClientToken')
  return createHash('sha256').update(JSON.stringify(others.sort())).digest('hex')
}

async function again(
  call: AwsCall,
  { ids, ask }: { readonly ids: readonly string[]; readonly ask: Ask },
): Promise<Answer> {
  const named = Object.fromEntries(ids.map((id, index) => [`InstanceId.${index + 1}`, id]))
  const answer = await ask({ Action: 'DescribeInstances', Version: call.params.Version ?? '', ...named })
  const isGone = answer.status !== 200 || instanceStates(answer.body).some((state) => state === 'terminated')
  if (isGone) {
    const message = 'The instance of this client token was terminated.'
    return errorAnswer(call, { status: 400, code: 'IdempotentInstanceTerminated', message })
  }
  // A reservation has the same members in both answers.
  const from = answer.body.indexOf('<reservationSet><item>') + '<reservationSet><item>'.length
  const reservation = answer.body.slice(from, answer.body.lastIndexOf('</item></reservationSet>'))
  const start = '<RunInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">'
  const body = `${start}<requestId>again</requestId>${reservation}</RunInstancesResponse>`
  return { ...answer, body }
}

function mismatch(call: AwsCall): Answer {
  const message = 'A launch with this client token had other parameters.'
  return errorAnswer(call, { status: 400, code: 'IdempotentParameterMismatch', message })
}
