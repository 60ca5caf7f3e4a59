/**
 * What GitHub Actions takes. More than this is lost without a word, or fails the step.
 * https://docs.github.com/actions/reference/limits and actions/runner
 */
export const githubLimits = {
  /** Bytes of `GITHUB_STEP_SUMMARY` for one step; a larger one is dropped whole. */
  summaryBytes: 1024 * 1024,
  /** Annotations of each level that one step may make. */
  annotationsPerLevel: 10,
  annotationCharacters: 4096,
  /** Body of a comment. We count bytes, which are never fewer than characters; a longer one is refused whole. */
  commentBytes: 65_536,
  /** Description of a deployment's status. */
  deploymentCharacters: 140,
  /** All outputs of a job together, counted in UTF-16: two bytes a character. */
  outputBytes: 1024 * 1024,
  /** What we allow the output `result` alone, in characters, so that others fit beside it. */
  resultCharacters: 100_000,
} as const

const cutMark = '… (cut)'

/** At most `limit` UTF-16 units, a cut text ending in `… (cut)`. */
export function cutCharacters(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, limit - cutMark.length).replace(/[\ud800-\udbff]$/, '')}${cutMark}`
}

/**
 * As many blocks from the start as fit into `limit` bytes of UTF-8, and `sentence`
 * at the end if some did not. Blocks are never cut, so that Markdown stays whole.
 */
export function fitBlocks(
  blocks: readonly string[],
  { limit, sentence }: { readonly limit: number; readonly sentence: string },
): string {
  const sizes = blocks.map((block) => Buffer.byteLength(block))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (total <= limit) return blocks.join('')
  const room = limit - Buffer.byteLength(sentence)
  let used = 0
  const count = sizes.findIndex((size) => {
    used += size
    return used > room
  })
  return blocks.slice(0, count).join('') + sentence
}
