/** The machines that one matrix job handles. Names only: GitHub drops an output in which it sees a secret. */
export interface Shard {
  /** Name of the job in the run. */
  readonly name: string
  /** Value of the input `machines`. */
  readonly machines: string
  /** Group for `concurrency`: two runs with the same lock wait for each other. */
  readonly lock: string
}

export interface Shards {
  /** Shards that go first. The others wait until these succeeded. */
  readonly canary: readonly Shard[]
  readonly rest: readonly Shard[]
}

export interface Sharing {
  readonly flock: string
  /** Max number of jobs for machines that do not go first. */
  readonly shards: number
  /** How many machines go first, in up to `shards` jobs. */
  readonly canary: number
}

/** Shares machines evenly among jobs, in their order: neighbours of `flock.yml` stay together. */
export function planShards(names: readonly string[], { flock, shards, canary }: Sharing): Shards {
  const share = (some: readonly string[]): readonly Shard[] =>
    divide(some, shards).map((part) => toShard(part, flock))
  return { canary: share(names.slice(0, canary)), rest: share(names.slice(canary)) }
}

/** Divides names into at most `max` parts whose sizes differ by at most one. */
function divide(names: readonly string[], max: number): readonly (readonly string[])[] {
  const count = Math.min(max, names.length)
  return Array.from({ length: count }, (_, index) =>
    names.slice(Math.floor((index * names.length) / count), Math.floor(((index + 1) * names.length) / count)),
  )
}

function toShard(names: readonly string[], flock: string): Shard {
  const [first = '', ...others] = names
  const last = others.at(-1)
  const name = last === undefined ? first : `${first} … ${last} (${names.length})`
  const lock = last === undefined ? first : `${first}..${last}.${names.length}`
  return { name, machines: names.join(' '), lock: `${flock}/${lock}` }
}
