import type { Aws } from '../support/aws/start-aws.ts'
import type { CancelLane } from './cancel-lane.ts'
import { type CancelPlan, type CancelVerdict, runCancelled } from './cancel-run.ts'
import type { Step } from './cancel-steps.ts'
import { renderCancelVerdict } from './cancel-table.ts'
import { freezeBuild, type Substitution } from './frozen-build.ts'

interface PlantedBug {
  readonly name: string
  readonly substitutions: readonly Substitution[]
  /** Name of the step at which it shows. */
  readonly step: string
  readonly plan: Pick<CancelPlan, 'cancel' | 'next'>
  /** What the harness must report about it; undefined: nothing, because this build has no planted bug. */
  readonly sign: RegExp | undefined
}

const atLaunch = 'RunInstances, after its effect'

const together: readonly PlantedBug[] = [
  {
    name: 'another token when a launch is repeated',
    substitutions: [{ find: 'let intent = repeats ? remembered : await', put: 'let intent = await' }],
    step: atLaunch,
    plan: { cancel: 'kill', next: 'provision' },
    sign: /^2 machines were made/,
  },
  {
    name: 'none, in the same place',
    substitutions: [],
    step: atLaunch,
    plan: { cancel: 'kill', next: 'provision' },
    sign: undefined,
  },
  {
    name: 'a power-off timer that nobody takes away',
    substitutions: [{ find: 'await disarm(task, rotated);', put: '' }],
    step: 'says "complete"',
    plan: { cancel: 'github', next: 'provision' },
    sign: /^the power-off timer is still there/,
  },
  {
    name: 'a launch without an expiry',
    substitutions: [{ find: '.expires]: expires,', put: '.run]: ownership.run,' }],
    step: 'says "first boot"',
    plan: { cancel: 'kill', next: 'reap' },
    sign: /^a shutdown would terminate it/,
  },
]

/** Its machine is everybody's stray: it comes when the others are done. */
const alone: PlantedBug = {
  name: 'a launch without tags',
  substitutions: [{ find: 'TagSpecifications: [', put: 'TagSpecifications: true ? undefined : [' }],
  step: atLaunch,
  plan: { cancel: 'kill', next: 'reap' },
  sign: /lives without the tags of an owner$/,
}

/** What all planted bugs of this harness replace in the build. */
export const cancelSubstitutions: readonly Substitution[] = [...together, alone].flatMap(
  ({ substitutions }) => substitutions,
)

/** As long as EC2 takes on a bad day: a run that comes at once sees nothing of the last. */
const visibilityMs = 8000

interface Planting {
  readonly steps: readonly Step[]
  readonly aws: Aws
  readonly say: (line: string) => void
}

/** A test of the harness itself: names the planted bugs that it did not catch. */
export async function catchPlantedCancels(
  lanes: readonly CancelLane[],
  planting: Planting,
): Promise<readonly string[]> {
  planting.aws.proxy.delays.visibilityMs = visibilityMs
  const missed: string[] = []
  const waiting = [...together]
  const work = async (lane: CancelLane, bug: PlantedBug): Promise<void> => {
    if (!(await isCaught(lane, bug, planting))) missed.push(bug.name)
  }
  await Promise.all(
    lanes.map(async (lane) => {
      for (let bug = waiting.shift(); bug !== undefined; bug = waiting.shift()) await work(lane, bug)
    }),
  )
  const [lane] = lanes
  if (lane !== undefined) await work(lane, alone)
  return missed
}

async function isCaught(
  lane: CancelLane,
  { name, substitutions, step, plan, sign }: PlantedBug,
  { steps, say }: Planting,
): Promise<boolean> {
  const found = steps.find((one) => one.name === step)
  if (found === undefined) throw new Error(`there is no step "${step}" to show the bug "${name}"`)
  const build = freezeBuild(substitutions)
  try {
    const rest = { number: 0, step: found, fate: 'lost', delayMs: 0, withChildren: true } as const
    const verdict = await runCancelled(lane, { ...rest, ...plan }, build)
    const caught = signIn(verdict, sign)
    if (caught === undefined) say(`${renderCancelVerdict(verdict, 0)}\n${verdict.said}`)
    say(`planted bug "${name}": ${caught ?? 'NOT AS IT SHOULD BE'}`)
    return caught !== undefined
  } finally {
    build.remove()
    lane.isComplete = false
  }
}

function signIn({ problems }: CancelVerdict, sign: RegExp | undefined): string | undefined {
  if (sign === undefined) return problems.length === 0 ? 'sound' : undefined
  const found = problems.find(({ what }) => sign.test(what))
  return found === undefined ? undefined : `caught: ${found.what.slice(0, 100)}`
}
