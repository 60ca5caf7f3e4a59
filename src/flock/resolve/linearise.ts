/** For each group, the groups that it includes, in order. */
export type Includes = ReadonlyMap<string, readonly string[]>

/**
 * Puts groups in order of precedence, weakest first. Included groups come before the
 * group that includes them; each group is listed once, and its first mention decides where.
 * Leaves out groups that do not exist and ends on cycles, which are reported elsewhere.
 */
export function lineariseGroups(names: readonly string[], includes: Includes): readonly string[] {
  const seen = new Set<string>()
  const ordered: string[] = []
  const visit = (name: string): void => {
    const included = includes.get(name)
    if (included === undefined || seen.has(name)) return
    seen.add(name)
    included.forEach(visit)
    ordered.push(name)
  }
  names.forEach(visit)
  return ordered
}

/** Each cycle of groups, as `[a, b, a]`: each group includes the next one. */
export function findCycles(includes: Includes): readonly (readonly string[])[] {
  const done = new Set<string>()
  const cycles: string[][] = []
  const way: string[] = []
  const visit = (name: string): void => {
    const start = way.indexOf(name)
    if (start >= 0) {
      cycles.push([...way.slice(start), name])
      return
    }
    if (done.has(name)) return
    way.push(name)
    for (const included of new Set(includes.get(name))) visit(included)
    way.pop()
    done.add(name)
  }
  for (const name of includes.keys()) visit(name)
  return cycles
}
