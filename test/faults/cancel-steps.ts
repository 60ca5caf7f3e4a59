import { apiCalls } from '../../src/providers/ec2/api-calls.js'
import type { Change, Hold } from './cancel-gate.ts'
import { type CancelLane, machine } from './cancel-lane.ts'
import { begin, type Scenario, scenarios } from './cancel-scenarios.ts'
import { expectZero } from './cli.ts'
import { readLog } from './many-writers.ts'

/** Where a run of `provision` is cancelled. */
export interface Step {
  readonly name: string
  readonly scenario: Scenario
  /** A change that is held there, or a line that drover says. */
  readonly at:
    | { readonly kind: 'change'; readonly hold: Hold }
    | { readonly kind: 'line'; readonly text: string; readonly number: number }
  /** It says what it waits for: how long it does differs from run to run, and it need not come by here. */
  readonly isOptional: boolean
}

/** Calls that no `provision` makes: only these may be missing. */
const notOfProvision: readonly string[] = ['StopInstances', 'RebootInstances']
/** What else is known to change something, by the beginning of its name. */
const known: readonly string[] = [
  ...Object.keys(apiCalls).filter(
    (call) => !/^(Describe|Get|List)/.test(call) && !notOfProvision.includes(call),
  ),
  'ChangeResourceRecordSets',
  'push "is about to make the machine"',
  'push "pinned the new machine ID"',
  'push "pinned the next host key beside that of the launch"',
  'push "pinned the new host key; that of the launch is revoked"',
  'push "made at ADDRESS"',
  'push "started at ADDRESS"',
  'says "use the next key"',
  'says "keep the next key"',
  'says "disarm the power-off timer"',
  'says "connect',
  'says "first boot"',
]

/** Every step of undisturbed runs, each once. Throws when one is missing that is known. */
export async function collectSteps(lanes: readonly CancelLane[]): Promise<readonly Step[]> {
  const names = Object.keys(scenarios) as Scenario[]
  const found = new Map<Scenario, readonly Step[]>()
  await Promise.all(
    lanes.map(async (lane, index) => {
      // One after the other in the first lane that is theirs.
      for (const scenario of names.filter((_, at) => at % lanes.length === index)) {
        found.set(scenario, await collectIn(lane, scenario))
      }
    }),
  )
  const steps = new Map<string, Step>()
  for (const step of names.flatMap((name) => found.get(name) ?? [])) {
    if (!steps.has(step.name)) steps.set(step.name, step)
  }
  const missing = known.filter((name) => ![...steps.keys()].some((step) => step.startsWith(name)))
  if (missing.length > 0) throw new Error(`no undisturbed run came by ${missing.join(', ')}`)
  return [...steps.values()]
}

async function collectIn(lane: CancelLane, scenario: Scenario): Promise<readonly Step[]> {
  await begin(lane, scenario)
  lane.gate.arm()
  const end = await lane.start(['provision', machine]).ended
  expectZero(end, `provision (${scenario})`)
  const pushes = lane.gate.changes.filter(({ name }) => name === 'push')
  const messages = events(lane).slice(-pushes.length)
  const nameOf = ({ name, number }: Change): string => {
    if (name !== 'push') return number === 1 ? name : `${name} ${number}`
    return `push "${plain(messages[number - 1]?.message ?? '')}"`
  }
  const changes = lane.gate.changes.flatMap((change) =>
    (['before', 'after'] as const).map((when) => ({
      name: `${nameOf(change)}, ${when} its effect`,
      scenario,
      at: { kind: 'change' as const, hold: { ...change, when } },
      isOptional: false,
    })),
  )
  const lines = saidSteps(end.said).map(({ text, number }) => ({
    name: `says "${text}"${number === 1 ? '' : ` ${number}`}`,
    scenario,
    at: { kind: 'line' as const, text, number },
    isOptional: text.startsWith('wait '),
  }))
  return [...lines, ...changes]
}

export interface Event {
  readonly record: string
  readonly run_id: string
  readonly operation: string
  readonly message: string
}

/** The log of the branch; empty before anything was pushed. */
export function events(lane: CancelLane): readonly Event[] {
  if (lane.ops.git('--git-dir', lane.ops.url, 'ls-tree', 'config', 'log/') === '') return []
  return readLog(lane)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Event)
}

/** The steps that drover reported, without the parts that differ from run to run. */
export function saidSteps(said: string): readonly { readonly text: string; readonly number: number }[] {
  const texts = [...said.matchAll(new RegExp(`^${machine}: (.+) …$`, 'gm'))].map(([, text = '']) =>
    plain(text),
  )
  return texts.flatMap((text, index) => {
    if (text === texts[index - 1]) return []
    const before = texts.slice(0, index).filter((one, at) => one === text && one !== texts[at - 1])
    return [{ text, number: before.length + 1 }]
  })
}

function plain(text: string): string {
  return text
    .replaceAll(/ \(\d+ s( of at most \d+ s)?\)/g, '')
    .replaceAll(/\bi-[0-9a-f]{17}\b/g, 'ID')
    .replaceAll(/\b\d+\.\d+\.\d+\.\d+\b/g, 'ADDRESS')
    .replaceAll(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(new RegExp(`${machine}\\.[a-z0-9-]+\\.test`, 'g'), 'NAME')
    .replaceAll(/\(process \d+\)/g, '')
}
