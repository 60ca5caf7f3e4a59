/**
 * The candidate that a misspelt word most likely meant, or undefined if none is
 * near. The first of equally near ones wins; case is ignored.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lowered = word.toLowerCase()
  let best: string | undefined
  let bestDistance = furthest(lowered) + 1
  for (const candidate of candidates) {
    const distance = editDistance({ from: lowered, to: candidate.toLowerCase(), below: bestDistance })
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

function furthest(word: string): number {
  if (word.length < 4) return 1
  return word.length < 8 ? 2 : 3
}

/**
 * Edits between two words: insert, delete, replace, swap of neighbours (optimal
 * string alignment). Gives up, with infinity, as soon as `below` cannot be reached.
 */
function editDistance({ from, to, below }: { from: string; to: string; below: number }): number {
  if (Math.abs(from.length - to.length) >= below) return Number.POSITIVE_INFINITY
  let beforePrevious: number[] = []
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = at(previous, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1)
      let cost = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, replaced)
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        cost = Math.min(cost, at(beforePrevious, j - 2) + 1)
      }
      row.push(cost)
    }
    // A swap reaches back two rows, so only two rows in succession without hope settle it.
    if (Math.min(...row) >= below && Math.min(...previous) >= below) return Number.POSITIVE_INFINITY
    beforePrevious = previous
    previous = row
  }
  return at(previous, to.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
