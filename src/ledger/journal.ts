import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LedgerRecord } from '../events/record.js'
import { recordFileName } from './records/keep-record.js'
import { encodeRecord } from './records/record-file.js'

/**
 * Records that would have to be pushed if this process ended now, kept outside of the process: one for each
 * machine on which work began and whose record is not on the branch yet. A later process pushes them.
 */
export interface Journal {
  /** Replaces the record that is kept under the same id. */
  keep(record: LedgerRecord): void
  /** Forgets records that are on the branch. */
  drop(records: readonly LedgerRecord[]): void
}

export const noJournal: Journal = { keep: () => undefined, drop: () => undefined }

export interface FolderJournalOptions {
  readonly folder: string
  /** Called once when no record can be kept: a full disk must not stop the work. */
  readonly onNotice: (message: string) => void
}

/** A journal in a folder with one file for each record, readable only by its owner. Files are written synchronously, because the process may be killed at any time. */
export function makeFolderJournal({ folder, onNotice }: FolderJournalOptions): Journal {
  let isBroken = false
  const attempt = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (isBroken) return
      isBroken = true
      const why = error instanceof Error ? error.message : String(error)
      onNotice(
        `the journal cannot be kept: ${why}: a job that is killed now leaves no record of its machines`,
      )
    }
  }
  const pathOf = (record: LedgerRecord): string => join(folder, recordFileName(record))
  return {
    keep: (record) =>
      attempt(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        const temporary = `${pathOf(record)}.new`
        writeFileSync(temporary, encodeRecord(record), { mode: 0o600 })
        renameSync(temporary, pathOf(record))
      }),
    drop: (records) =>
      attempt(() => {
        for (const record of records) rmSync(pathOf(record), { force: true })
      }),
  }
}

/** The folder in which the steps of a GitHub job keep their journal; undefined outside of a job. */
export function journalFolder({ GITHUB_ACTIONS, RUNNER_TEMP = '' }: NodeJS.ProcessEnv): string | undefined {
  return GITHUB_ACTIONS === 'true' && RUNNER_TEMP !== '' ? join(RUNNER_TEMP, 'drover', 'journal') : undefined
}

/** Paths of the records in a journal's folder; none when the folder does not exist. */
export function readJournal(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.record.json'))
      .sort()
      .map((name) => join(folder, name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
