import { countOf } from '../../base/text/count-of.js'
import { codeBlock, folded } from '../github/markdown.js'

/** The digests of approved plans, one a line, as the input `plan-digest` takes them. Empty without any. */
export function renderDigests(digests: readonly (readonly [machine: string, digest: string])[]): string {
  if (digests.length === 0) return ''
  const title = `Plan digests of ${countMachines(digests.length)}, for the input plan-digest of configure`
  return folded(
    title,
    codeBlock(
      digests.map(([machine, digest]) => `${machine}=${digest}`),
      'text',
    ),
  )
}

export function countMachines(count: number): string {
  return countOf(count, 'machine')
}
