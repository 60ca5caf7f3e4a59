import { applyPatch, structuredPatch } from 'diff'
import { readValues } from './read-values.js'
import { missingSecrets, renderWorkflow, type Updating, updateWorkflow } from './render-workflow.js'
import type { WorkflowFile } from './workflow-templates.js'
import type { WorkflowValues } from './workflow-values.js'

/**
 * `fine`: equal to the rendered template. `missing`: there is no file. `stale`: blocks or placeholders are not up
 * to date, or the file is from an older template. `edited`: up to date, with other parts changed by a person.
 */
type WorkflowState = 'fine' | 'missing' | 'stale' | 'edited'

export interface ComparedWorkflow {
  readonly path: string
  readonly state: WorkflowState
  /** The rendered template. */
  readonly wanted: string
  /** The file with blocks and placeholders brought up to date and edits kept; for a missing file, the rendered template. */
  readonly updated: string
  /** Secrets that the file does not pass on; they stay missing after an update if a person removed a block. */
  readonly unpassed: readonly string[]
  /** Secrets that even an update cannot pass on, because the marks of a block are gone. */
  readonly lost: readonly string[]
  /** A short diff from the rendered template to the file, for a person. Absent when the file is fine or missing. */
  readonly diff?: string
  /** True if `edited` is certain: without the template from which it was made, the file may also be an older one. */
  readonly baseKnown: boolean
}

/** Compares each file with its template. */
export function compareWorkflows(
  files: readonly WorkflowFile[],
  values: WorkflowValues,
): readonly ComparedWorkflow[] {
  const current = readValues(files)
  return files.map((file) => compareWorkflow(file, { values, current }))
}

function compareWorkflow(
  { path, template, found, base }: WorkflowFile,
  { values, current }: Omit<Updating, 'template'>,
): ComparedWorkflow {
  const wanted = renderWorkflow(template, values)
  if (found === undefined) {
    const unpassed = missingSecrets('', { template, secrets: values.secrets })
    return { path, state: 'missing', wanted, updated: wanted, unpassed, lost: [], baseKnown: true }
  }
  const kept = updateWorkflow(found, { template: base ?? template, values, current })
  const moved = base === undefined ? kept : moveOn(kept, { from: renderWorkflow(base, values), to: wanted })
  // An edit may have removed what the newer template changes: then as much as possible of the file stays as it is.
  const updated = moved ?? updateWorkflow(found, { template, values, current })
  const state = found === wanted ? 'fine' : updated === found ? 'edited' : 'stale'
  return {
    path,
    state,
    wanted,
    updated,
    unpassed: missingSecrets(found, { template, secrets: values.secrets }),
    lost: missingSecrets(updated, { template, secrets: values.secrets }),
    baseKnown: base !== undefined,
    ...(state !== 'fine' && { diff: shortDiff(wanted, found) }),
  }
}

/** Applies the changes from one version of the template to another; undefined when they conflict with edits. */
function moveOn(
  text: string,
  { from, to }: { readonly from: string; readonly to: string },
): string | undefined {
  if (text === from) return to
  if (from === to) return text
  const moved = applyPatch(text, structuredPatch('', '', from, to))
  return moved === false ? undefined : moved
}

const maxDiffLines = 12

/** Only the lines that differ, each hunk with its place. */
function shortDiff(wanted: string, found: string): string {
  const { hunks } = structuredPatch('', '', wanted, found, '', '', { context: 0 })
  const lines = hunks.flatMap(({ newStart, lines: changed }, hunk) => [
    `@@ line ${newStart}${hunk === 0 ? ': "-" is the template, "+" the file' : ''}`,
    ...changed.filter((line) => !line.startsWith('\\')),
  ])
  if (lines.length <= maxDiffLines) return lines.join('\n')
  return [...lines.slice(0, maxDiffLines), `… ${lines.length - maxDiffLines} more lines`].join('\n')
}
