import type { Slot, SlotValues } from './workflow-values.js'

/** One line of a template: text, and slots for the values of an ops repository. */
export type TemplateLine = readonly (string | { readonly slot: Slot })[]

/** Templates are valid YAML that linters can read, so their placeholders look like the values that replace them. */
const placeholders: ReadonlyMap<string, Slot> = new Map([
  ['toolkit-owner/toolkit', 'toolkit'],
  ['toolkit-ref', 'toolkitRef'],
  ['ops-owner/ops', 'repository'],
  ['ops-default-branch', 'defaultBranch'],
])
const anyPlaceholder = /toolkit-owner\/toolkit|toolkit-ref|ops-owner\/ops|ops-default-branch/g

/** The end of a line in which the word `config` is the name of the config branch. */
const branchMark = /# drover: branch\s*$/
const branchWord = /(?<![\w.-])config(?![\w.-])/g

export function parseTemplateLine(line: string): TemplateLine {
  const mark = branchMark.exec(line)
  const body = mark === null ? line : line.slice(0, mark.index)
  const found = [
    ...[...body.matchAll(anyPlaceholder)].map((match) => ({ match, slot: placeholders.get(match[0]) })),
    ...(mark === null ? [] : [...body.matchAll(branchWord)].map((match) => ({ match, slot: branchSlot }))),
  ].sort((one, other) => one.match.index - other.match.index)
  const parts: (string | { slot: Slot })[] = []
  let end = 0
  for (const { match, slot } of found) {
    if (slot === undefined) continue
    parts.push(line.slice(end, match.index), { slot })
    end = match.index + match[0].length
  }
  return [...parts, line.slice(end)]
}

const branchSlot: Slot = 'branch'

export function renderLine(line: TemplateLine, values: SlotValues): string {
  return line.map((part) => (typeof part === 'string' ? part : values[part.slot])).join('')
}

/** Reads the values in the slots of a file's line; undefined when the line is another one, or has no slot. */
export function readSlots(line: TemplateLine, text: string): readonly SlotValue[] | undefined {
  const slots = line.flatMap((part) => (typeof part === 'string' ? [] : [part.slot]))
  if (slots.length === 0) return undefined
  const pattern = line.map((part) => (typeof part === 'string' ? literal(part) : shapes[part.slot])).join('')
  // A line is the same with a comment at its end, which bots that raise versions write.
  const match = new RegExp(`^${pattern}(?:\\s+#.*)?$`).exec(text)
  if (match === null) return undefined
  return slots.map((slot, index) => ({ slot, value: match[index + 1] ?? '' }))
}

export interface SlotValue {
  readonly slot: Slot
  readonly value: string
}

const repository = '([\\w.-]+/[\\w.-]+)'
const ref = '([\\w./-]+)'
const shapes: Readonly<Record<Slot, string>> = {
  toolkit: repository,
  toolkitRef: ref,
  repository,
  defaultBranch: ref,
  branch: ref,
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
