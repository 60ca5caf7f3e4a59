import type { Report } from '../report.js'

/** Pages of the repository that a report links to; nothing outside of a workflow. */
export interface Pages {
  /** What was done to a machine and captured from it, commit by commit. */
  readonly machine: (name: string) => string | undefined
  readonly commit: (commit: string) => string | undefined
}

/** Formats: the addresses of GitHub's own pages. */
export function pagesOf({ run, commit, data }: Report): Pages {
  const [, repository] = /^(https?:\/\/.+)\/actions\/runs\/[^/]+$/.exec(run.url ?? '') ?? []
  const at = commit ?? (data?.kind === 'accounted' ? data.config : '')
  return {
    machine: (name) =>
      repository === undefined || at === '' ? undefined : `${repository}/commits/${at}/machines/${name}`,
    commit: (id) => (repository === undefined ? undefined : `${repository}/commit/${id}`),
  }
}
