import { basename } from 'node:path'
import { DroverError, type Problem, throwIfInvalid } from '../../base/errors.js'
import { countOf } from '../../base/text/count-of.js'
import { flockFile } from '../../branch/flock-in.js'
import { flockSecretNames } from '../../flock/secret-names.js'
import {
  flagProblems,
  flockName,
  hasAll,
  knownValues,
  missingValues,
} from '../../ops-repository/choose-values.js'
import { findingsData } from '../../ops-repository/finding.js'
import { nextSteps } from '../../ops-repository/next-steps.js'
import {
  type ObservedFolder,
  observeFolder,
  type RepositoryPorts,
} from '../../ops-repository/observe-folder.js'
import type { Finding } from '../../report/result-data.js'
import type { FolderPorts, Question, ReportPorts } from '../../task/ports.js'
import { parseToolkit, type SlotValues, secretsToPass } from '../../workflows/workflow-values.js'
import { wholeOperation } from '../operation.js'
import type { InitRequest } from './definition.js'
import { type BranchPlan, exampleOf, type InitPlanInput, planInit } from './plan-init.js'

/**
 * Makes an ops repository in a folder, or what an earlier try left of it: one commit for each branch,
 * with what is missing on it. What is there stays as it is, and nothing is pushed.
 */
export const init = wholeOperation<InitRequest>(async (ports: RepositoryPorts & ReportPorts, request) => {
  throwIfInvalid(flagProblems(request))
  const observed = await observeFolder(ports, request, { from: 'commits' })
  const { checkout, look, branches, starter } = observed
  refuseInside(observed)
  const wishes = await settle(ports, { request, observed })
  if (look.top === undefined) await checkout.begin(branches.main.name)
  else if (isEmpty(observed) && look.head !== branches.main.name) await checkout.startOn(branches.main.name)
  // With the templates of the example, which is not on the branch yet.
  const config = new Map([...exampleOf(observed, wishes.flock), ...branches.config.tree])
  const secretNames = flockSecretNames({ toolkit: await ports.toolkit(), config }).keys()
  const secrets = secretsToPass(secretNames)
  const plans = planInit({ ...observed, starter }, { ...wishes, secretNames: secrets })
  const findings: Finding[] = []
  for (const plan of plans) findings.push(...(await carryOut(plan, observed)))
  const after = await checkout.look()
  const unpushed = plans
    .map(({ branch }) => branch.name)
    .filter((name) => after.local.has(name) && after.local.get(name) !== after.remote.get(name))
  const next = nextSteps({ folder: checkout.folder, look: after, slots: wishes.slots, secrets, unpushed })
  const isChanged = findings.some(({ state }) => state === 'changed')
  return {
    data: findingsData(
      findings.map((finding) => cleaned(finding, ports)),
      next,
    ),
    message: isChanged ? `the ops repository is in "${checkout.folder}"` : 'everything was there already',
    ...endOf(findings),
  }
})

/** A repository in a folder of another one would belong to neither. */
function refuseInside({ look, checkout }: ObservedFolder): void {
  if (look.top === undefined || look.isTop) return
  throw new DroverError(`init: "${checkout.folder}" is inside the repository "${look.top}"`, {
    reason: 'invalid-argument',
    hint: `Name ${look.top} if that is the ops repository, or a folder outside of it.`,
  })
}

function isEmpty({ look }: ObservedFolder): boolean {
  return look.head !== undefined && !look.local.has(look.head)
}

interface Settling {
  readonly request: InitRequest
  readonly observed: ObservedFolder
}

/** Flags, then what the files say, then the person; refuses all that is still missing at once. */
async function settle(ports: FolderPorts, { request, observed }: Settling): Promise<InitPlanInput> {
  const known = knownValues(request, observed)
  const ask = ports.ask ?? (async ({ byDefault = '' }: Question) => byDefault)
  const problems: Problem[] = []
  let toolkit: Partial<SlotValues> = {}
  if (known.toolkit === undefined || known.toolkitRef === undefined) {
    const guess = observed.starter.reference
    const said = await answer(ask, 'the toolkit that the workflows use, OWNER/REPO@REF', guess)
    toolkit = parseToolkit(said) ?? {}
    problems.push(...flagProblems({ ...request, ...given('toolkit', said) }))
  }
  let { repository } = known
  if (repository === undefined) {
    const said = await answer(ask, 'the ops repository on GitHub, OWNER/NAME')
    repository = said === '' ? undefined : said
    problems.push(...flagProblems({ ...request, ...given('repository', said) }))
  }
  const flock = await flockNameFor(ask, { request, observed })
  problems.push(...flagProblems({ ...request, name: flock }))
  const slots = { ...known, ...toolkit, ...(repository !== undefined && { repository }) }
  throwIfInvalid(problems.length > 0 ? problems : missingValues(slots))
  if (!hasAll(slots)) throw new TypeError('a value is missing that nobody missed')
  return { slots, flock }
}

function given(flag: 'toolkit' | 'repository', said: string): Partial<InitPlanInput> {
  return said === '' ? {} : { [flag]: said }
}

async function flockNameFor(
  ask: NonNullable<FolderPorts['ask']>,
  { request, observed }: Settling,
): Promise<string> {
  if (request.name !== undefined) return request.name
  const guess = nameFrom(observed.checkout.folder)
  if (observed.branches.config.tree.has(flockFile)) return guess
  return answer(ask, 'the name of the flock', guess)
}

function nameFrom(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 31)
  return flockName.test(name) ? name : 'flock'
}

async function answer(
  ask: NonNullable<FolderPorts['ask']>,
  text: string,
  byDefault?: string,
): Promise<string> {
  const said = (await ask({ text, ...(byDefault !== undefined && { byDefault }) })).trim()
  return said === '' ? (byDefault ?? '') : said
}

async function carryOut(plan: BranchPlan, { checkout }: ObservedFolder): Promise<readonly Finding[]> {
  const { branch, files, message, differing } = plan
  if (files.size === 0) {
    return [{ state: 'ok', about: branch.name, message: 'has all its files' }, ...differing]
  }
  const parent = branch.commit === undefined ? {} : { parent: branch.commit }
  const occupied = await checkout.add({ branch: branch.name, files, message, ...parent })
  const added = files.size - occupied.length
  return [
    ...(added === 0
      ? []
      : [
          {
            state: 'changed' as const,
            about: branch.name,
            message: `${countOf(added, 'file')} in one commit: ${message}`,
          },
        ]),
    ...occupied.map((path) => inTheWay(path, branch.name)),
    ...differing,
  ]
}

function inTheWay(path: string, branch: string): Finding {
  return {
    state: 'problem',
    about: path,
    message: `another file is there that is not committed on "${branch}": it stays as it is`,
    hint: 'Commit it, or move it away, then run "drover init" again.',
    reason: 'checkout-dirty',
  }
}

function endOf(findings: readonly Finding[]): { readonly failure?: DroverError } {
  const problems = findings.filter(({ state }) => state === 'problem')
  if (problems.length === 0) return {}
  const message = `init: ${countOf(problems.length, 'file')} in the way`
  return { failure: new DroverError(message, { reason: 'checkout-dirty' }) }
}

function cleaned(finding: Finding, { clean }: ReportPorts): Finding {
  return { ...finding, ...(finding.detail !== undefined && { detail: clean(finding.detail) }) }
}
