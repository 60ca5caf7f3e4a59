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
const rename = '    os.rename(staged, name, src_dir_fd=folder, dst_dir_fd=folder)\n'

const onMachine: readonly PlantedBug[] = [
  {
    name: 'swap without rename',
    substitutions: [
      {
        find: rename,
        put: `    if file.is_link:
    ${rename}        return
    reading = os.open(staged, os.O_RDONLY, dir_fd=folder)
    writing = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644, dir_fd=folder)
    os.write(writing, os.read(reading, 60))
    __import__('time').sleep(0.1)
    files.copy_bytes(reading, writing)
    os.unlink(staged, dir_fd=folder)
`,
      },
    ],
    plan: { ...plan, point: 'swap-next', fault: 'cli' },
    sign: /^torn: /,
  },
  {
    name: 'validation after the swap',
    substitutions: [
      {
        find: '    if plan.validations:\n        validated =',
        put: '    if plan.seconds is None:\n        validated =',
      },
      { find: 'if in_place and not transaction.step(', put: 'if plan.validations and not transaction.step(' },
    ],
    plan: { ...plan, point: 'swapped', fault: 'cli', flaw: 'invalid' },
    sign: /^invalid content was live/,
  },
  {
    name: 'a lock that outlives its holder',
    substitutions: [
      {
        find: "    transaction.point('lock')\n",
        put: `    if os.fork() == 0:
        os.setsid()
        os.closerange(0, 3)
        time.sleep(45)
        os._exit(0)
    transaction.point('lock')
`,
      },
    ],
    plan: { ...plan, point: 'swapped', fault: 'program' },
    sign: /^the lock was held for /,
  },
]

/** With three tries, writers that meet lose records. */
const threeTries: Substitution = {
  find: 'if (next.isFinal || deadline.isOver())',
  put: 'if (next.isFinal || deadline.isOver() || wait >= 2)',
}

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
