import { fillBlocks, readBlocks } from './secret-blocks.js'
import {
  parseTemplateLine,
  readSlots,
  renderLine,
  type SlotValue,
  type TemplateLine,
} from './template-line.js'
import type { Slot, SlotValues, WorkflowValues } from './workflow-values.js'

/** Renders a workflow file from its template. */
export function renderWorkflow(template: string, values: WorkflowValues): string {
  const lines = template.split('\n').map((line) => renderLine(parseTemplateLine(line), values))
  return fillBlocks(lines.join('\n'), values.secrets)
}

/** The template and values for an update, and the values that distinguish lines with placeholders from other lines of the same form. */
export interface Updating {
  readonly template: string
  readonly values: WorkflowValues
  /** The values that the repository's files hold now, as `readValues` gives them. */
  readonly current: Partial<SlotValues>
}

/**
 * Brings blocks and placeholders of a workflow file up to date and leaves everything else as it is, so that a
 * person's edits stay.
 */
export function updateWorkflow(found: string, { template, values, current }: Updating): string {
  const owners = ownerSlots.map((slot) => [slot, [values[slot], current[slot]]] as const)
  const isOurs = (slots: readonly SlotValue[]): boolean =>
    owners.every(([name, known]) => slots.every(({ slot, value }) => slot !== name || known.includes(value)))
  const lines = matchLines(found, template).map(({ text, line, slots }) =>
    isOurs(slots) && slots.some(({ slot, value }) => values[slot] !== value)
      ? renderLine(line, values)
      : text,
  )
  return fillBlocks(lines.join('\n'), values.secrets)
}

/** Slots whose value shows whether a line is about the toolkit, about the ops repository, or about neither. */
export const ownerSlots = ['toolkit', 'repository'] as const satisfies readonly Slot[]

/** Reads the values of a file where its template has placeholders, one entry for each such line. */
export function readWorkflow(found: string, template: string): readonly (readonly SlotValue[])[] {
  return matchLines(found, template).flatMap(({ slots }) => (slots.length === 0 ? [] : [slots]))
}

/** Secrets that are missing from a block of the file although the template has such a block, each once. */
export function missingSecrets(
  found: string,
  { template, secrets }: { readonly template: string; readonly secrets: readonly string[] },
): readonly string[] {
  const blocks = [...readBlocks(found)]
  const missing = readBlocks(template).flatMap(({ kind }) => {
    const index = blocks.findIndex((block) => block.kind === kind)
    const [block] = index < 0 ? [] : blocks.splice(index, 1)
    return secrets.filter((name) => !block?.names.includes(name))
  })
  return [...new Set(missing)].sort()
}

interface MatchedLine {
  readonly text: string
  readonly line: TemplateLine
  /** Empty for a line without placeholders. */
  readonly slots: readonly SlotValue[]
}

function matchLines(found: string, template: string): readonly MatchedLine[] {
  const lines = template.split('\n').map(parseTemplateLine)
  const slotted = lines.filter((line) => line.length > 1)
  // A `uses:` line of another action has the form of a line with a placeholder.
  const plain = new Set(lines.filter((line) => line.length === 1).map(([text]) => text))
  return found.split('\n').map((text) => {
    for (const line of plain.has(text) ? [] : slotted) {
      const slots = readSlots(line, text)
      if (slots !== undefined) return { text, line, slots }
    }
    return { text, line: [text], slots: [] }
  })
}
