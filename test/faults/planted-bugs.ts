import { setTimeout as sleep } from 'node:timers/promises'
import { freezeBuild, type Substitution } from './frozen-build.ts'
import type { Lane } from './lane.ts'
import { pushTogether } from './many-writers.ts'
import { runOnce, type Verdict } from './one-run.ts'
import type { Plan } from './schedule.ts'
import { renderVerdict } from './table.ts'

type Say = (line: string) => void

interface PlantedBug {
  readonly name: string
  readonly substitutions: readonly Substitution[]
  /** The harmed change in which it shows. */
  readonly plan: Plan
  /** What the harness must say of it. */
  readonly sign: RegExp
}

const plan = { number: 0, flaw: 'none', holdMs: 0, full: '/srv/app' } as const
const endOfSwap = 'mv -T -f -- "$(beside "$2")" "$2"; fi\n}\nswap() {'

const onMachine: readonly PlantedBug[] = [
  {
    name: 'swap without rename',
    substitutions: [
      {
        find: endOfSwap,
        put: endOfSwap.replace(
          /^mv.*?;/,
          '{ head -c 60 -- "$(beside "$2")" >"$2"; sleep 0.1; cat -- "$(beside "$2")" >"$2"; rm -f -- "$(beside "$2")"; };',
        ),
      },
    ],
    plan: { ...plan, point: 'swap-next', fault: 'cli' },
    sign: /^torn: /,
  },
  {
    name: 'validation after the swap',
    substitutions: [
      { find: 'if [ "$has_validations" = yes ]; then', put: 'if [ "$has_validations" = later ]; then' },
      { find: 'if [ "$in_place" = yes ]; then step', put: 'if [ "$has_validations" = yes ]; then step' },
    ],
    plan: { ...plan, point: 'swapped', fault: 'cli', flaw: 'invalid' },
    sign: /^invalid content was live/,
  },
  {
    name: 'a lock that outlives its holder',
    substitutions: [
      {
        find: '  point lock\n',
        put: '  setsid flock /run/drover/held-by-cat sleep 45 </dev/null >/dev/null 2>&1 &\n  point lock\n',
      },
    ],
    plan: { ...plan, point: 'swapped', fault: 'shell' },
    sign: /^the lock was held for /,
  },
]

/** With three tries, writers that meet lose records. */
const threeTries: Substitution = {
  find: 'if (next.isFinal || deadline.isOver())',
  put: 'if (next.isFinal || deadline.isOver() || wait >= 2)',
}

/** What all planted bugs of this harness replace in the build. */
export const faultSubstitutions: readonly Substitution[] = [
  ...onMachine.flatMap(({ substitutions }) => substitutions),
  threeTries,
]

/** A test of the harness itself: names the planted bugs that it did not catch. */
export async function catchPlantedBugs(lanes: readonly Lane[], say: Say): Promise<readonly string[]> {
  const missed: string[] = []
  const tell = (name: string, caught: string | undefined): void => {
    if (caught === undefined) missed.push(name)
    say(`planted bug "${name}": ${caught === undefined ? 'NOT CAUGHT' : `caught: ${caught}`}`)
  }
  const waiting = [...onMachine]
  await Promise.all(
    lanes.map(async (lane) => {
      for (let bug = waiting.shift(); bug !== undefined; bug = waiting.shift()) {
        tell(bug.name, await catchOne(lane, bug, say))
        await sleep(0)
        await lane.remake()
      }
    }),
  )
  const [lane] = lanes
  if (lane !== undefined) tell('three tries to push', await catchLosses(lane))
  return missed
}

async function catchOne(lane: Lane, bug: PlantedBug, say: Say): Promise<string | undefined> {
  const build = freezeBuild(bug.substitutions)
  try {
    const verdict: Verdict = await runOnce(lane, bug.plan, build)
    const sign = verdict.problems.find((problem) => bug.sign.test(problem))
    if (sign === undefined) say(renderVerdict(verdict, 0))
    return sign?.slice(0, 100)
  } finally {
    build.remove()
  }
}

/** Also checks that the build without planted bugs loses no record: otherwise the bug would prove nothing. */
async function catchLosses(lane: Lane): Promise<string | undefined> {
  const build = freezeBuild([threeTries])
  try {
    const honest = await pushTogether(lane, lane.build)
    if (honest.lost > 0) throw new Error(`the honest build lost ${honest.lost} of ${honest.written} records`)
    const { lost, written } = await pushTogether(lane, build)
    return lost === 0 ? undefined : `${lost} of ${written} records were lost, none by the honest build`
  } finally {
    build.remove()
  }
}
