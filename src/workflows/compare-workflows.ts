import { applyPatch, structuredPatch } from 'diff'
import { readValues } from './read-values.js'
import { missingSecrets, renderWorkflow, type Updating, updateWorkflow } from './render-workflow.js'
import type { WorkflowFile } from './workflow-templates.js'
import type { WorkflowValues } from './workflow-values.js'

/**
 * `fine`: as its template has it. `missing`: there is no file. `stale`: blocks or placeholders are
 * not up to date, or it is from an older template. `edited`: up to date, and somebody changed other parts of it.
 */
type WorkflowState = 'fine' | 'missing' | 'stale' | 'edited'

export interface ComparedWorkflow {
  readonly path: string
  readonly state: WorkflowState
  /** As its template has it. */
  readonly wanted: string
  /** As it is once blocks and placeholders are up to date, edits kept; for one that is missing, as `wanted`. */
  readonly updated: string
  /** What must be passed on and is not, also after an update when somebody took a block away. */
  readonly unpassed: readonly string[]
  /** Secrets that even an update cannot pass on: the marks of a block are gone. */
  readonly lost: readonly string[]
  /** From what its template wants to what is there: a few lines for a person. Absent when it is fine or missing. */
  readonly diff?: string
  /** True if `edited` is certain: without the template that the file was made from, it may be an older one. */
  readonly baseKnown: boolean
}

/** Holds each file against its template. */
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
  // An edit may take away what the newer template changed: then the file stays as it is, as far as it can.
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

/** A file with what changed from one version of its template to another; undefined when that does not fit its edits. */
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
