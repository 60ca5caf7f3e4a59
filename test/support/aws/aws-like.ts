import { randomBytes } from 'node:crypto'
import { type AwsCall, numbered, type RawRequest } from './aws-call.ts'
import { type Answer, errorAnswer } from './aws-faults.ts'
import { refusedDelete } from './dns-delete.ts'
import { instanceIds, instanceStates, viewInstances } from './instance-xml.ts'
import { type Ask, makeLaunchTokens } from './launch-tokens.ts'

/** What gives instances a life of their own behind moto's back; see `hypervisor.ts`. */
export interface Backstage {
  /** The state to show, for one that moto has in `state`. */
  readonly stateOf: (id: string, state: string) => string
  /** What the instance wrote on its console; undefined leaves moto's own text. */
  readonly consoleOf: (id: string) => Promise<string | undefined>
  /** Called for each call that took effect. */
  readonly onEffect: (call: AwsCall) => void
}

export interface Delays {
  /** For how long nobody sees an instance after its launch. */
  visibilityMs: number
  /** For how long a change of Route 53 is pending. */
  insyncMs: number
}

interface Options extends Partial<Backstage> {
  /** URL of moto. */
  readonly target: string
  /** Read at each call. */
  readonly delays: Readonly<Delays>
}

/** Does a call as AWS would: by moto, with what AWS does and moto does not. */
export function makeAwsLike(options: Options): (call: AwsCall, request: RawRequest) => Promise<Answer> {
  const { target, delays } = options
  const tokens = makeLaunchTokens()
  const launchedAt = new Map<string, number>()
  const changedAt = new Map<string, number>()

  const isSeen = (id: string): boolean =>
    performance.now() - (launchedAt.get(id) ?? -Infinity) >= delays.visibilityMs
  const stateOf = options.stateOf ?? ((_id, state) => state)

  // moto handles requests in threads that know nothing of each other: of two launches at once both may get one address.
  let last: Promise<unknown> = Promise.resolve()
  const alone = <T>(task: () => Promise<T>): Promise<T> => {
    const mine = last.then(task, task)
    last = mine
    return mine
  }

  const forward = (request: RawRequest): Promise<Answer> => forwardTo(target, request)

  const launch = async (call: AwsCall, ask: Ask): Promise<Answer> => {
    const answer = await tokens.run(call, (params) => ask(withVolumeSizes(params)))
    if (answer.status !== 200) return answer
    for (const id of instanceIds(answer.body)) launchedAt.set(id, launchedAt.get(id) ?? performance.now())
    return { ...answer, body: viewInstances(answer.body, { isSeen: () => true, stateOf }) }
  }

  const perform = async (call: AwsCall, request: RawRequest): Promise<Answer> => {
    if (call.service === 'route53') return changeDns(call, request)
    if (call.service !== 'ec2') return forward(request)
    const send: Ask = (params) => forward({ ...request, body: new URLSearchParams(params).toString() })
    const ask: Ask = (params) =>
      /^(Describe|Get)/.test(call.action) ? send(params) : alone(() => send(params))
    const unseen = ['InstanceId', 'ResourceId']
      .flatMap((name) => numbered(call, name))
      .find((id) => !isSeen(id))
    if (unseen !== undefined) return notFound(call, unseen)
    switch (call.action) {
      case 'RunInstances':
        return launch(call, ask)
      case 'DescribeInstances':
      case 'DescribeInstanceStatus': {
        const { params, states } = withoutStateFilter(call.params)
        const answer = await ask(params)
        const view = { isSeen, stateOf, ...(states === undefined ? {} : { states }) }
        return { ...answer, body: viewInstances(answer.body, view) }
      }
      case 'TerminateInstances':
        return alone(() => terminate(call, send))
      case 'ModifyInstanceAttribute':
        return ask(withNamedAttribute(call.params))
      case 'GetConsoleOutput':
        return withConsole(call, await ask(call.params), options.consoleOf)
      default:
        return ask(call.params)
    }
  }

  // moto gives all changes of Route 53 the same id, done at once.
  const changeDns = async (call: AwsCall, request: RawRequest): Promise<Answer> => {
    const asked = /\/change\/([^/?]+)/.exec(request.path)?.[1]
    if (call.action === 'GetChange' && !changedAt.has(asked ?? '')) {
      const message = `A change with the ID ${asked} does not exist`
      return errorAnswer(call, { status: 404, code: 'NoSuchChange', message })
    }
    const answer = (await refusedDelete(call, request, forward)) ?? (await forward(request))
    if (answer.status !== 200 || !['GetChange', 'ChangeResourceRecordSets'].includes(call.action))
      return answer
    const id = asked ?? `C${randomBytes(8).toString('hex').toUpperCase()}`
    const since = changedAt.get(id) ?? performance.now()
    changedAt.set(id, since)
    const status = performance.now() - since < delays.insyncMs ? 'PENDING' : 'INSYNC'
    const info = `<Id>/change/${id}</Id><Status>${status}</Status>`
    return { ...answer, body: answer.body.replace(/<Id>[^<]*<\/Id><Status>\w+<\/Status>/, info) }
  }

  return perform
}

async function forwardTo(target: string, request: RawRequest): Promise<Answer> {
  const { method, path, headers, body } = request
  const passed = ['authorization', 'content-type', 'x-amz-target', 'x-amz-date', 'x-amz-security-token']
  const response = await fetch(`${target}${path}`, {
    method,
    headers: passed.flatMap((name) => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value] as [string, string]] : []
    }),
    ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
  })
  const kept = ['content-type', 'x-amzn-requestid', 'x-amzn-errortype', 'location']
  const said = kept.flatMap((name) => {
    const value = response.headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  return { status: response.status, headers: Object.fromEntries(said), body: await response.text() }
}

function notFound(call: AwsCall, id: string): Answer {
  const message = `The instance ID '${id}' does not exist`
  return errorAnswer(call, { status: 400, code: 'InvalidInstanceID.NotFound', message })
}

/** moto cannot terminate what is terminated; for EC2 that is no error. */
async function terminate(call: AwsCall, ask: Ask): Promise<Answer> {
  const ids = numbered(call, 'InstanceId')
  const described = await ask({ ...call.params, Action: 'DescribeInstances' })
  if (described.status !== 200) return described
  const states = instanceStates(described.body)
  const gone = instanceIds(described.body).filter((_id, index) => states[index] === 'terminated')
  const left = ids.filter((id) => !gone.includes(id))
  const named = Object.fromEntries(left.map((id, index) => [`InstanceId.${index + 1}`, id]))
  const { Version = '' } = call.params
  const answer =
    left.length === 0 ? nothingTerminated : await ask({ Action: 'TerminateInstances', Version, ...named })
  const state = '<code>48</code><name>terminated</name>'
  const items = gone.map(
    (id) =>
      `<item><instanceId>${id}</instanceId><currentState>${state}</currentState><previousState>${state}</previousState></item>`,
  )
  return { ...answer, body: answer.body.replace('<instancesSet>', `<instancesSet>${items.join('')}`) }
}

const nothingTerminated: Answer = {
  status: 200,
  headers: { 'content-type': 'text/xml;charset=UTF-8' },
  body: '<TerminateInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>none</requestId><instancesSet></instancesSet></TerminateInstancesResponse>',
}

type Params = Readonly<Record<string, string>>

/** moto filters by its own states, which are not those that we show. */
function withoutStateFilter(params: Params): {
  readonly params: Params
  readonly states?: readonly string[]
} {
  const name = Object.keys(params).find((key) => params[key] === 'instance-state-name')
  const filter = name === undefined ? undefined : /^(Filter\.\d+\.)Name$/.exec(name)?.[1]
  if (filter === undefined) return { params }
  const isOurs = ([key]: readonly [string, string]): boolean => key.startsWith(filter)
  const entries = Object.entries(params)
  const states = entries.flatMap(([key, value]) => (key.startsWith(`${filter}Value.`) ? [value] : []))
  // Empty, so that the numbers of the others stay without a gap.
  const rest = entries.filter((entry) => !isOurs(entry))
  return { params: Object.fromEntries(renumbered(rest)), states }
}

/** moto stops reading filters at the first number that is missing. */
function renumbered(entries: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const numbers = [...new Set(entries.flatMap(([key]) => /^Filter\.(\d+)\./.exec(key)?.[1] ?? []))].sort(
    (a, b) => Number(a) - Number(b),
  )
  return entries.map(([key, value]) => [
    key.replace(/^Filter\.(\d+)\./, (_all, number: string) => `Filter.${numbers.indexOf(number) + 1}.`),
    value,
  ])
}

/** A volume without a size has that of its image's snapshot, which moto's images do not have. */
function withVolumeSizes(params: Params): Params {
  const volumes = Object.keys(params).flatMap(
    (key) => /^(BlockDeviceMapping\.\d+\.Ebs\.)/.exec(key)?.[1] ?? [],
  )
  const sizeless = volumes.filter(
    (volume) => params[`${volume}VolumeSize`] === undefined && params[`${volume}SnapshotId`] === undefined,
  )
  return { ...params, ...Object.fromEntries(sizeless.map((volume) => [`${volume}VolumeSize`, '8'])) }
}

/** moto takes this attribute in the older of EC2's two spellings only, and says yes to the other without effect. */
function withNamedAttribute(params: Params): Params {
  const { 'InstanceInitiatedShutdownBehavior.Value': value, ...others } = params
  if (value === undefined) return params
  return { ...others, Attribute: 'instanceInitiatedShutdownBehavior', Value: value }
}

async function withConsole(
  call: AwsCall,
  answer: Answer,
  consoleOf: Backstage['consoleOf'] | undefined,
): Promise<Answer> {
  const text = await consoleOf?.(call.params.InstanceId ?? '')
  if (text === undefined || answer.status !== 200) return answer
  const output = `<output>${Buffer.from(text).toString('base64')}</output>`
  return { ...answer, body: answer.body.replace(/<output>[^<]*<\/output>|<output\/>/, output) }
}
