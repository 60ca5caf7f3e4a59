// Cancels `provision` at every step, and examines what is left after another run or `reap`. See docs/reliability.md.
// Usage: node --import ./test/support/typescript-loader.mjs test/faults/cancel.ts [--quick] [--runs N] [--seed S] [--lanes N] [--only TEXT]
import { parseArgs } from 'node:util'
import { MotoMissing } from '../support/aws/install-moto.ts'
import { type Aws, startAws } from '../support/aws/start-aws.ts'
import { type CancelLane, makeCancelLane } from './cancel-lane.ts'
import { catchPlantedCancels } from './cancel-planted.ts'
import { type CancelPlan, type CancelVerdict, runCancelled } from './cancel-run.ts'
import { planCancelsLong, planCancelsQuick } from './cancel-schedule.ts'
import { collectSteps } from './cancel-steps.ts'
import { renderCancelTable, renderCancelVerdict } from './cancel-table.ts'
import { freezeBuild } from './frozen-build.ts'

const { values } = parseArgs({
  allowNegative: true,
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '4' },
    only: { type: 'string' },
    planted: { type: 'boolean', default: true },
  },
})
/** As eventually consistent as EC2 is on a good day; a run that comes at once does not see what was just made. */
const visibilityMs = 1000
/** moto keeps every instance that ever was, and takes the longer for each call: an account this old gets a new one. */
const runsPerAccount = 52
const startedMs = performance.now()
const build = freezeBuild()
let lanes: readonly CancelLane[] = []
let aws: Aws | undefined
let opening: Promise<void> = Promise.resolve()
let isStopping = false

async function main(): Promise<number> {
  try {
    await openAccount()
    const steps = await collectSteps(lanes)
    const plans = choosePlans(steps)
    say(
      `${steps.length} steps, ${plans.length} runs in ${lanes.length} flocks, seed ${values.seed} (${seconds()} s)`,
    )
    const verdicts: CancelVerdict[] = []
    const failures: string[] = []
    for (let next = 0; next < plans.length && !isStopping; next += runsPerAccount) {
      if (next > 0) {
        failures.push(...(await closeAccount()))
        await openAccount()
      }
      await runAll(plans.slice(next, next + runsPerAccount), { verdicts, of: plans.length })
    }
    const isWhole = values.only === undefined && values.planted
    const missed =
      isWhole && aws !== undefined && !isStopping ? await catchPlantedCancels(lanes, { steps, aws, say }) : []
    say(`\n${renderCancelTable(verdicts)}\n`)
    failures.push(...(aws?.hypervisor?.failures ?? []))
    for (const failure of failures) say(`the hypervisor failed: ${failure}`)
    const broken = verdicts.filter(({ problems }) => problems.length > 0).length
    say(`fewest times that a step was reached in one way: ${fewestReached(plans, verdicts)}`)
    say(
      `${broken} of ${verdicts.length} runs violated a promise; planted bugs missed: ${missed.length} (${seconds()} s)`,
    )
    const isSound = broken + missed.length + failures.length === 0 && plans.length > 0
    return isSound && verdicts.length === plans.length ? 0 : 1
  } catch (error) {
    if (!(error instanceof MotoMissing)) throw error
    say(`not ready: ${error.message}`)
    return 3
  } finally {
    if (!isStopping) await cleanUp()
  }
}

function choosePlans(steps: Parameters<typeof planCancelsLong>[0]): readonly CancelPlan[] {
  const seed = Number(values.seed)
  const all = values.quick
    ? planCancelsQuick(steps, seed)
    : planCancelsLong(steps, { runs: Number(values.runs), seed })
  return all.filter(({ step }) => step.name.includes(values.only ?? ''))
}

/** The smallest number of times that a planned step was reached in a planned way. */
function fewestReached(plans: readonly CancelPlan[], verdicts: readonly CancelVerdict[]): number {
  const key = ({ step, cancel }: CancelPlan): string => `${step.scenario}: ${step.name}: ${cancel}`
  const counts = new Map(plans.map((plan) => [key(plan), 0]))
  for (const { plan, reached } of verdicts) {
    if (reached) counts.set(key(plan), (counts.get(key(plan)) ?? 0) + 1)
  }
  return Math.min(...counts.values())
}

function openAccount(): Promise<void> {
  opening = makeAccount()
  return opening
}

async function makeAccount(): Promise<void> {
  const opened = await startAws({ machines: true })
  aws = opened
  opened.proxy.delays.visibilityMs = visibilityMs
  const made: CancelLane[] = []
  lanes = made
  for (let number = 1; number <= Number(values.lanes); number++) {
    made.push(await makeCancelLane(`cancel-${number}`, { aws: opened, build }))
  }
}

/** Resolves with what went wrong on its computer. */
async function closeAccount(): Promise<readonly string[]> {
  const failures = [...(aws?.hypervisor?.failures ?? [])]
  await Promise.all(lanes.map((lane) => lane.remove()))
  await aws?.close()
  lanes = []
  aws = undefined
  return failures
}

/** Each lane takes the next run as soon as it is free; one that has a complete machine prefers a run that begins with it. */
async function runAll(
  plans: readonly CancelPlan[],
  { verdicts, of }: { readonly verdicts: CancelVerdict[]; readonly of: number },
): Promise<void> {
  const waiting = [...plans]
  const take = (lane: CancelLane): CancelPlan | undefined => {
    const fitting = waiting.findIndex(({ step }) => (step.scenario === 'stopped') === lane.isComplete)
    return waiting.splice(Math.max(0, fitting), 1)[0]
  }
  await Promise.all(
    lanes.map(async (lane) => {
      for (let plan = take(lane); plan !== undefined && !isStopping; plan = take(lane)) {
        const beganMs = performance.now()
        const verdict = await attempt(lane, plan)
        if (isStopping) return
        verdicts.push(verdict)
        const done = `[${verdicts.length}/${of} ${seconds()} s ${lane.name}]`
        say(`${done} ${renderCancelVerdict(verdict, (performance.now() - beganMs) / 1000)}`)
        if (verdicts.length % 100 === 0) say(`\n${renderCancelTable(verdicts)}\n`)
      }
    }),
  )
}

/** A run that the harness itself could not complete counts as a failed run. */
async function attempt(lane: CancelLane, plan: CancelPlan): Promise<CancelVerdict> {
  try {
    return await runCancelled(lane, plan)
  } catch (error) {
    const what = `the run broke off: ${error instanceof Error ? error.stack : String(error)}`
    lane.isComplete = false
    lane.gate.arm()
    const cancelled = { by: 'SIGINT', afterMs: 0, orphans: [] } as const
    return { plan, cancelled, reached: true, problems: [{ kind: 'other', what }], said: '' }
  }
}

async function cleanUp(): Promise<void> {
  // Without this, a machine that is half made when we are told to stop would stay.
  await opening.catch(() => {})
  await closeAccount()
  build.remove()
}

function seconds(): number {
  return Math.round((performance.now() - startedMs) / 1000)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    isStopping = true
    say(`cancel: ended by ${signal}: taking the machines away`)
    void cleanUp().finally(() => process.exit(130))
  })
}
process.exitCode = await main()
