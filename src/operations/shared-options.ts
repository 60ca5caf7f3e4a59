import type { Problem } from '../base/errors.js'
import { count, flag, type Option, type Parsed, splitWords, text, words } from '../request/option.js'

// Options that mean the same to several operations: each declares those that it takes.

export const dryRun = flag({
  holdsBack: true,
  summary: 'Print the plan and change nothing',
  label: 'Show what would be done, and do nothing',
})

export const since = text({
  choosesMachines: true,
  placeholder: 'COMMIT',
  summary: 'The commit that the selector `changed` compares with. By default the commit before the push',
  label: 'Commit that the selector changed compares with',
})

export const to = text({
  placeholder: 'COMMIT',
  summary: 'Use the files of this commit of the branch instead of the newest',
  label: 'Put the files of this commit of the config branch instead of the newest',
})

export const budget = count({
  byDefault: '50',
  placeholder: 'N',
  summary: 'How many machines the run may make',
})

export const baseline = flag({
  summary: 'Run all roles, also those that already ran with the same digest',
  label: 'Run all roles of the baseline again',
})

export const canary = count({
  placeholder: 'N',
  summary: 'How many machines go first; the others wait until these succeed',
})

export const environment = text({
  placeholder: 'NAME',
  summary: 'The environment of `flock.yml` that the run deploys to',
  label: 'Environment to deploy to, if you have any',
})

/** The label of `environment` for what deploys nothing. */
export const environmentOfSecrets = 'Environment whose secrets are used, if you have any'

export const operationOfJobs = text({
  isOfWorkflow: true,
  placeholder: 'OPERATION',
  summary: 'The operation that the jobs run',
})

/** The names of the machines, typed again. At a shell they are asked for. */
export const confirm = words({ only: 'action', summary: 'The names of the machines, typed again' })

export const toolkit = text({
  only: 'cli',
  placeholder: 'OWNER/REPO@REF',
  summary:
    'The repository of the toolkit and its version, which the workflows use. By default what they use now',
})

export const defaultBranch = text({
  only: 'cli',
  placeholder: 'NAME',
  summary: 'The default branch of the ops repository, which holds the workflows',
})

export const opsRepository = text({
  placeholder: 'OWNER/NAME',
  summary: 'The ops repository on GitHub. By default what `origin` or the workflow files say',
})

/** Approved digests: by machine, or one for the only machine under the name ''. */
export const planDigests: Option<ReadonlyMap<string, string> | undefined> = {
  kind: 'words',
  holdsBack: true,
  placeholder: 'DIGEST',
  summary:
    'Refuse a machine whose plan is no longer this one; for several, `NAME=DIGEST` each, as `plan` prints them',
  label: 'Apply only this plan: NAME=DIGEST for each machine, as plan prints it',
  parse: parseDigests,
}

function parseDigests(said = '', name: string): Parsed<ReadonlyMap<string, string> | undefined> {
  const given = splitWords(said)
  if (given.length === 0) return { value: undefined, problems: [] }
  const pairs = given.map((word) => /^(?:(?<name>[^=]+)=)?(?<digest>[^=]+)$/.exec(word)?.groups)
  const isGood = given.length === 1 ? pairs[0] !== undefined : pairs.every((pair) => pair?.name !== undefined)
  const value = new Map(pairs.map((pair) => [pair?.name ?? '', pair?.digest ?? '']))
  if (isGood) return { value, problems: [] }
  const problem: Problem = {
    message: `${name}: is not understood`,
    reason: 'invalid-argument',
    hint: 'give one digest for one machine, or NAME=DIGEST for each machine, as "drover plan" prints them',
  }
  return { value, problems: [problem] }
}
