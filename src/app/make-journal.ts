import type { Reporter } from '../base/reporter.js'
import { type Journal, journalFolder, makeFolderJournal, noJournal } from '../ledger/journal.js'

interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  readonly reporter: Reporter
}

/** Only a job has a step behind the one that may be killed; at a shell a person sees how it ended. */
export function makeJournal({ env, reporter }: Surroundings): Journal {
  const folder = journalFolder(env)
  if (folder === undefined) return noJournal
  const onNotice = (message: string): void => reporter.report({ kind: 'notice', level: 'warning', message })
  return makeFolderJournal({ folder, onNotice })
}
