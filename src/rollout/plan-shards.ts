/** The machines that one matrix job handles. Names only: GitHub drops an output in which it sees a secret. */
export interface Shard {
  /** As the job is called in the run. */
  readonly name: string
  /** For the input `machines`. */
  readonly machines: string
  /** For `concurrency`: two runs with the same lock wait for each other. */
  readonly lock: string
}

export interface Shards {
  /** Go first; the others wait until these hold. */
  readonly canary: readonly Shard[]
  readonly rest: readonly Shard[]
}

export interface Sharing {
  readonly flock: string
  /** At most this many jobs for those that do not go first. */
  readonly shards: number
  /** How many machines go first, a job each up to `shards`. */
  readonly canary: number
}

/** Shares machines evenly among jobs, in their order: neighbours of `flock.yml` stay together. */
export function planShards(names: readonly string[], { flock, shards, canary }: Sharing): Shards {
  const share = (some: readonly string[]): readonly Shard[] =>
    divide(some, shards).map((part) => toShard(part, flock))
  return { canary: share(names.slice(0, canary)), rest: share(names.slice(canary)) }
}

/** At most `most` parts whose sizes differ by one at most. */
function divide(names: readonly string[], most: number): readonly (readonly string[])[] {
  const count = Math.min(most, names.length)
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
