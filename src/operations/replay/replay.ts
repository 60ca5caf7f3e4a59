import { countOf } from '../../base/text/count-of.js'
import type { BranchPorts, RecordPorts } from '../../task/ports.js'
import { wholeOperation } from '../operation.js'
import type { ReplayRequest } from './definition.js'

/** Records that a run kept as files. Twice does no harm: the ledger knows each by its id. */
export const replay = wholeOperation<ReplayRequest>(
  async (ports: BranchPorts & RecordPorts, { selectors }) => {
    const records = await Promise.all(selectors.map((path) => ports.readRecord(path)))
    const { commit } = await ports.ledger.push(records)
    ports.journal.drop(records)
    const count = countOf(records.length, 'record is', 'records are')
    return { commit, message: `${count} on the branch; the files may be deleted` }
  },
)
