// Injects a fault into a change at every point at which something changes, and examines the machine after it. See docs/reliability.md.
// Usage: node test/faults/faults.ts [--quick] [--runs N] [--seed S] [--machines N] [--only POINT/FAULT]
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { points } from '../../src/transaction/points.ts'
import { harmContender } from './contender.ts'
import { freezeBuild } from './frozen-build.ts'
import { type Lane, makeLane, sweepFlock } from './lane.ts'
import { harmLedger } from './ledger-points.ts'
import { clearCuts, prepareCuts } from './link-cut.ts'
import { runOnce, type Verdict } from './one-run.ts'
import { catchPlantedBugs } from './planted-bugs.ts'
import { faults, makeRandom, type Plan, planLong, planQuick, planRun } from './schedule.ts'
import { renderTable, renderVerdict } from './table.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    machines: { type: 'string' },
    only: { type: 'string' },
    'no-planted': { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const machines = Number(values.machines ?? (values.quick ? 4 : 6))
const laneNames = Array.from({ length: machines }, (_, index) => `faults-${index + 1}`)
/** Two harnesses would take each other's machines away. */
const pidFile = '/run/drover-faults.pid'
refuseSecond()
const build = freezeBuild()
const lanes: Lane[] = []
let isStopping = false
const startedMs = performance.now()

async function main(): Promise<number> {
  const plans = choosePlans()
  say(`${plans.length} runs on ${machines} machines, seed ${seed}`)
  await prepareCuts()
  try {
    for (const name of laneNames) lanes.push(await makeLane(name, build))
    say(`the machines are ready`)
    const verdicts = await runAll(plans)
    const thousands = lanes.reduce((sum, lane) => sum + lane.reader.thousands(), 0)
    say(`\n${renderTable(verdicts)}\n\nEvery managed file was read ${thousands},000 times.`)
    const others = values.only === undefined ? await harmOthers(firstOf(lanes)) : []
    const missed =
      values.only === undefined && !values['no-planted'] ? await catchPlantedBugs(lanes, say) : []
    const broken = verdicts.filter(({ problems }) => problems.length > 0).length
    say(
      `${broken} of ${verdicts.length} runs violated a promise; ledger and contender: ${others.length}; planted bugs missed: ${missed.length}`,
    )
    return broken + others.length + missed.length === 0 && verdicts.length === plans.length ? 0 : 1
  } finally {
    if (!isStopping) await cleanUp()
  }
}

function refuseSecond(): void {
  const other = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').trim() : ''
  const command = `/proc/${other}/cmdline`
  if (other !== '' && existsSync(command) && readFileSync(command, 'utf8').includes('faults.ts')) {
    throw new Error(`the fault harness runs already, as process ${other}: its machines would be taken away`)
  }
  writeFileSync(pidFile, `${process.pid}\n`)
}

function choosePlans(): readonly Plan[] {
  const runs = Number(values.runs)
  if (values.only === undefined) return values.quick ? planQuick(seed) : planLong(runs, seed)
  const [pointName, faultName] = values.only.split('/')
  const point = points.find(({ name }) => name === pointName)?.name
  const fault = (Object.keys(faults) as (keyof typeof faults)[]).find((name) => name === faultName)
  if (point === undefined || fault === undefined) throw new Error(`"${values.only}": no such point and fault`)
  const random = makeRandom(seed)
  return Array.from({ length: runs }, (_, index) => planRun({ number: index + 1, point, fault }, random))
}

/** Each lane takes the next run as soon as it is free. */
async function runAll(plans: readonly Plan[]): Promise<readonly Verdict[]> {
  const waiting = [...plans]
  const verdicts: Verdict[] = []
  await Promise.all(
    lanes.map(async (lane) => {
      for (let plan = waiting.shift(); plan !== undefined && !isStopping; plan = waiting.shift()) {
        const beganMs = performance.now()
        const verdict = await attempt(lane, plan)
        if (isStopping) return
        verdicts.push(verdict)
        const done = `[${verdicts.length}/${plans.length} ${Math.round((performance.now() - startedMs) / 1000)} s ${lane.name}]`
        say(`${done} ${renderVerdict(verdict, (performance.now() - beganMs) / 1000)}`)
        if (verdicts.length % 100 === 0) say(`\n${renderTable(verdicts)}\n`)
        if (verdict.unconverged.length > 0 && !isStopping) await lane.remake()
      }
    }),
  )
  return verdicts
}

/** A run that the harness itself could not complete counts as a failed run. */
async function attempt(lane: Lane, plan: Plan): Promise<Verdict> {
  try {
    return await runOnce(lane, plan)
  } catch (error) {
    const why = `the run broke off: ${error instanceof Error ? error.stack : String(error)}`
    return { plan, rest: 'mixed', unconverged: [why], hung: false, problems: [why], said: '' }
  }
}

/** The tests that inject no fault at a point of a change: those of a push, and of another run. */
async function harmOthers(lane: Lane): Promise<readonly string[]> {
  const ledger = await harmLedger(lane, { rounds: values.quick ? 1 : 10, say })
  const contender = await harmContender(lane)
  say(`a contender that looked too early: ${contender.length === 0 ? 'sound' : contender.join('; ')}`)
  return [...ledger, ...contender]
}

function firstOf(lanes: readonly Lane[]): Lane {
  const [lane] = lanes
  if (lane === undefined) throw new Error('no machine')
  return lane
}

async function cleanUp(): Promise<void> {
  await clearCuts()
  await Promise.all(lanes.map((lane) => lane.remove()))
  // A lane that was not ready yet is not used.
  await Promise.all(laneNames.map(sweepFlock))
  build.remove()
  rmSync(pidFile, { force: true })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    isStopping = true
    say(`faults: ended by ${signal}: taking the machines away`)
    void cleanUp().finally(() => process.exit(130))
  })
}
process.exitCode = await main()
