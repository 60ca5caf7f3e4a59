import { randomBytes } from 'node:crypto'
import { type AwsCall, numbered, type RawRequest } from './aws-call.ts'
import { type Answer, errorAnswer } from './aws-faults.ts'
import { instanceIds, viewInstances } from './instance-xml.ts'
import { type Ask, makeLaunchTokens } from './launch-tokens.ts'

/** What gives instances a life of their own behind moto's back; see `hypervisor.ts`. */
export interface Backstage {
  /** The state to show, for one that moto has in `state`. */
  readonly stateOf: (id: string, state: string) => string
  /** What the instance wrote on its console; undefined leaves moto's own text. */
  readonly consoleOf: (id: string) => Promise<string | undefined>
  /** Told each call that took effect. */
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

  const forward = (request: RawRequest): Promise<Answer> => forwardTo(target, request)

  const launch = async (call: AwsCall, ask: Ask): Promise<Answer> => {
    const answer = await tokens.run(call, ask)
    if (answer.status !== 200) return answer
    for (const id of instanceIds(answer.body)) launchedAt.set(id, launchedAt.get(id) ?? performance.now())
    return { ...answer, body: viewInstances(answer.body, { isSeen: () => true, stateOf }) }
  }

  const perform = async (call: AwsCall, request: RawRequest): Promise<Answer> => {
    if (call.service === 'route53') return changeDns(call, request)
    if (call.service !== 'ec2') return forward(request)
    const ask: Ask = (params) => forward({ ...request, body: new URLSearchParams(params).toString() })
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
    const answer = await forward(request)
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
