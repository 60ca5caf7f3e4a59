// Cancels `provision` at every step, and looks what is left after another run or `reap`. See docs/reliability.md.
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
const startedMs = performance.now()
const build = freezeBuild()
const lanes: CancelLane[] = []
let aws: Aws | undefined
let isStopping = false

async function main(): Promise<number> {
  try {
    aws = await startAws({ machines: true })
    aws.proxy.delays.visibilityMs = visibilityMs
    for (let number = 1; number <= Number(values.lanes); number++) {
      lanes.push(await makeCancelLane(`cancel-${number}`, { aws, build }))
    }
    const steps = await collectSteps(lanes)
    const seed = Number(values.seed)
    const all = values.quick
      ? planCancelsQuick(steps, seed)
      : planCancelsLong(steps, { runs: Number(values.runs), seed })
    const plans = all.filter(({ step }) => step.name.includes(values.only ?? ''))
    say(
      `${steps.length} steps, ${plans.length} runs in ${lanes.length} flocks, seed ${seed} (${seconds()} s)`,
    )
    const verdicts = await runAll(plans)
    const isWhole = values.only === undefined && values.planted
    const missed = isWhole ? await catchPlantedCancels(lanes, { steps, aws, say }) : []
    say(`\n${renderCancelTable(verdicts)}\n`)
    const failures = aws.hypervisor?.failures ?? []
    for (const failure of failures) say(`the hypervisor failed: ${failure}`)
    const broken = verdicts.filter(({ problems }) => problems.length > 0).length
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

/** Each lane takes the next run as soon as it is free; one that has a complete machine prefers a run that begins with it. */
async function runAll(plans: readonly CancelPlan[]): Promise<readonly CancelVerdict[]> {
  const waiting = [...plans]
  const verdicts: CancelVerdict[] = []
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
        const done = `[${verdicts.length}/${plans.length} ${seconds()} s ${lane.name}]`
        say(`${done} ${renderCancelVerdict(verdict, (performance.now() - beganMs) / 1000)}`)
        if (verdicts.length % 100 === 0) say(`\n${renderCancelTable(verdicts)}\n`)
      }
    }),
  )
  return verdicts
}

/** A run that the harness itself could not carry through counts as one that went wrong. */
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
  await Promise.all(lanes.map((lane) => lane.remove()))
  await aws?.close()
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
