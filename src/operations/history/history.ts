import { isDeepStrictEqual } from 'node:util'
import { DroverError } from '../../base/errors.js'
import { asDroverError } from '../../base/failure.js'
import { countOf } from '../../base/text/count-of.js'
import { readFlock } from '../../branch/flock-view.js'
import { chooseAll } from '../../branch/leftover-machines.js'
import type { LogEvent } from '../../events/log-event.js'
import type { HistoryEvent } from '../../report/result-data.js'
import type { BranchPorts, GitHubPorts, ReportPorts, RunPorts } from '../../task/ports.js'
import { wholeOperation } from '../operation.js'
import type { HistoryRequest } from './definition.js'
import { findKnownRuns, joinRuns } from './known-runs.js'

type HistoryPorts = BranchPorts & GitHubPorts & ReportPorts & RunPorts

/**
 * From the ledger: GitHub forgets runs, the branch does not. Machines that are gone can be asked for by name.
 * With `github` each event has what GitHub still knows of its run; that it cannot be asked is no failure.
 */
export const history = wholeOperation<HistoryRequest>(
  async (ports: HistoryPorts, { selectors, limit, github }) => {
    const machines = isDeepStrictEqual(selectors, []) ? undefined : await namesOf(ports, selectors)
    const events = await ports.ledger.history({ limit, ...(machines === undefined ? {} : { machines }) })
    const count = countOf(events.length, 'event')
    if (!github) return { data: { kind: 'events', events }, message: count }
    const joined = await joinGitHub(ports, events)
    const without = joined.without === undefined ? '' : `, without what GitHub knows: ${joined.without}`
    return { data: { kind: 'events', events: joined.events }, message: `${count}${without}` }
  },
)

interface Joined {
  readonly events: readonly HistoryEvent[]
  /** Why nothing of GitHub is in it. */
  readonly without?: string
}

async function joinGitHub(ports: HistoryPorts, events: readonly LogEvent[]): Promise<Joined> {
  const { clean, reporter, signal } = ports
  try {
    const github = await ports.github()
    if (github === undefined) {
      throw new DroverError('the repository is not at GitHub', {
        reason: 'github-failed',
        hint: 'Go to a checkout whose "origin" is at GitHub, or give its URL with --repository.',
      })
    }
    return { events: joinRuns(events, { known: await findKnownRuns(github, events), clean }) }
  } catch (thrown) {
    signal?.throwIfAborted()
    const error = asDroverError(thrown)
    if (error.reason === 'bug') throw thrown
    const hint = error.hint === undefined ? '' : ` (${error.hint})`
    reporter.report({ kind: 'notice', level: 'warning', message: clean(`${error.message}${hint}`) })
    return { events, without: clean(error.message) }
  }
}

const plainName = /^[a-z0-9-]+$/

async function namesOf(ports: BranchPorts, selectors: readonly string[]): Promise<readonly string[]> {
  if (selectors.every((selector) => plainName.test(selector) && selector !== 'all')) return selectors
  const view = await readFlock(ports)
  return chooseAll(view, selectors).map((machine) => machine.name)
}
