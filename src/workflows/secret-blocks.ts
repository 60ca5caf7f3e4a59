/** Where a block stands decides how it names a secret. */
type BlockKind = 'declared' | 'env' | 'passed'

/** One secret block of a workflow file. */
export interface SecretBlock {
  readonly kind: BlockKind
  /** Names in the block, in its order. */
  readonly names: readonly string[]
}

/** Fills every secret block of a text again, with the indentation of its marks. A block without an end is left as it is. */
export function fillBlocks(text: string, secrets: readonly string[]): string {
  const lines = text.split('\n')
  const blocks = findBlocks(lines)
  const starts = new Map(blocks.map((block) => [block.start, block]))
  const filled: string[] = []
  for (let index = 0; index < lines.length; index += 1) {
    filled.push(lines[index] ?? '')
    const block = starts.get(index)
    if (block === undefined) continue
    filled.push(...secrets.map((name) => block.indent + lineFor[block.kind](name)))
    index = block.end - 1
  }
  return filled.join('\n')
}

/** The secret blocks of a file in their order. */
export function readBlocks(text: string): readonly SecretBlock[] {
  const lines = text.split('\n')
  return findBlocks(lines).map(({ kind, indent, start, end }) => ({
    kind,
    names: lines.slice(start + 1, end).flatMap((line) => {
      const name = /^( *)([A-Za-z_]\w*):/.exec(line)
      return name?.[1]?.length === indent.length ? [name[2] ?? ''] : []
    }),
  }))
}

interface Place {
  readonly kind: BlockKind
  readonly indent: string
  /** Index of the line with the block's mark. */
  readonly start: number
  /** Index of the line that ends the block. */
  readonly end: number
}

const startMark = /^(?<indent> *)# drover: secrets (?<kind>declared|env|passed)\s*$/
const endMark = /^ *# drover: end\s*$/

function findBlocks(lines: readonly string[]): readonly Place[] {
  const places: Place[] = []
  let open: Omit<Place, 'end'> | undefined
  lines.forEach((line, index) => {
    const groups = startMark.exec(line)?.groups
    if (groups !== undefined)
      open = { kind: groups.kind as BlockKind, indent: groups.indent ?? '', start: index }
    else if (open !== undefined && endMark.test(line)) {
      places.push({ ...open, end: index })
      open = undefined
    }
  })
  return places
}

const value = (name: string): string => `${name}: \${{ secrets.${name} }}`

const lineFor: Readonly<Record<BlockKind, (name: string) => string>> = {
  // The secret is not `required`, because GitHub would refuse the run before Drover can name the machine that requires it.
  declared: (name) => `${name}: { required: false }`,
  env: value,
  passed: value,
}
