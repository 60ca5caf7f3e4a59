import { ownerSlots, readWorkflow } from './render-workflow.js'
import type { SlotValue } from './template-line.js'
import type { WorkflowFile } from './workflow-templates.js'
import type { Slot, SlotValues } from './workflow-values.js'

/**
 * Reads the values that the files of an ops repository hold now. Of several values, that of the most files counts,
 * and of equally frequent ones the first: the others are drift, or another action of the same form.
 */
export function readValues(files: readonly WorkflowFile[]): Partial<SlotValues> {
  const read = files.map(({ template, found }) => (found === undefined ? [] : readWorkflow(found, template)))
  const owners = new Map(
    ownerSlots.map((slot): [Slot, string | undefined] => [slot, mostFrequent(read, slot)]),
  )
  const ours = read.map((lines) =>
    lines.filter((line) => line.every(({ slot, value }) => !owners.has(slot) || owners.get(slot) === value)),
  )
  const slots = new Set(ours.flat(2).map(({ slot }) => slot))
  return Object.fromEntries([...slots].map((slot) => [slot, mostFrequent(ours, slot)]))
}

type ReadFile = readonly (readonly SlotValue[])[]

function mostFrequent(files: readonly ReadFile[], desired: Slot): string | undefined {
  const counts = new Map<string, number>()
  for (const lines of files) {
    const values = lines.flat().flatMap(({ slot, value }) => (slot === desired ? [value] : []))
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + aFile)
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  return [...counts].find(([, count]) => count === most)?.[0]
}

/** The weight of a file against a line: another action may occur as often in one file, but never in as many files. */
const aFile = 10_000
