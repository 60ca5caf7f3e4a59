import { type PointName, points } from '../../src/transaction/points.ts'

export const faults = {
  cli: 'kill -9 of drover',
  program: 'kill -9 of the program on the machine',
  signal: 'SIGTERM to the program on the machine',
  cut: 'the link is cut',
  disk: 'the disk is full',
  stop: 'the machine is stopped',
} as const

export type FaultName = keyof typeof faults

/** What is wrong with the change itself: nothing, or the step at which the machine refuses it. */
type Flaw = 'none' | 'invalid' | 'unfollowed' | 'unchecked'

/** One run: hold a change at a point and inject a fault there. */
export interface Plan {
  readonly number: number
  readonly point: PointName
  readonly fault: FaultName
  readonly flaw: Flaw
  /** How long the point is held after the fault. */
  readonly holdMs: number
  /** How long the connection stays cut; absent: until the machine has settled. `Infinity`: until drover has ended. */
  readonly cutMs?: number
  /** Which folder of the machine is full. */
  readonly full: '/srv/app' | '/var/lib/drover'
}

/** Only a change that is refused before its swap reaches these points. */
const unstage: readonly string[] = ['unstage']
const beforeSwap: readonly PointName[] = ['receive', 'lock', 'prepare', 'validate']

/** Every point once, each fault at several of them. */
export function planQuick(seed: number): readonly Plan[] {
  const random = makeRandom(seed)
  const names = Object.keys(faults) as FaultName[]
  let turn = 0
  return points.map(({ name: point }, index) => {
    const fault = names[turn % names.length] ?? 'cli'
    turn += 1
    return planRun({ number: index + 1, point, fault }, random)
  })
}

/** Every fault at every point, in a shuffled order, again and again. */
export function planLong(runs: number, seed: number): readonly Plan[] {
  const random = makeRandom(seed)
  const pairs = points.flatMap(({ name: point }) =>
    (Object.keys(faults) as FaultName[]).map((fault) => ({ point, fault })),
  )
  const rounds = Array.from({ length: Math.ceil(runs / pairs.length) }, () => shuffle(pairs, random))
  return rounds
    .flat()
    .slice(0, runs)
    .map((pair, index) => planRun({ number: index + 1, ...pair }, random))
}

export function planRun(pair: Pick<Plan, 'number' | 'point' | 'fault'>, random: () => number): Plan {
  const { point, fault } = pair
  const chances = [random(), random(), random(), random()] as const
  const cutMs = chances[2] < 0.1 ? Number.POSITIVE_INFINITY : chances[2] < 0.3 ? 4000 : undefined
  return {
    ...pair,
    flaw: flawAt(point, chances[0]),
    holdMs: chances[1] < 0.5 ? 0 : Math.round(chances[1] * 600),
    full: chances[3] < 0.5 ? '/srv/app' : '/var/lib/drover',
    ...(fault === 'cut' && cutMs !== undefined ? { cutMs } : {}),
  }
}

/** Only a change that fails reaches the points of the rollback. */
function flawAt(point: PointName, chance: number): Flaw {
  if (unstage.includes(point)) return 'invalid'
  if (point.startsWith('revert')) return chance < 0.75 ? 'unfollowed' : 'unchecked'
  return beforeSwap.includes(point) && chance < 0.4 ? 'invalid' : 'none'
}

function shuffle<T>(list: readonly T[], random: () => number): readonly T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)
}

/** The same numbers for the same seed (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
