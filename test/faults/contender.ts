import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { places } from '../../src/transaction/places.ts'
import { stateOf } from './content.ts'
import { readRest } from './examine.ts'
import { hasReached, hold, type Lane, letGo, machine, readInside } from './lane.ts'

const toggles = '/run/drover-faults'
const extra = '/etc/faults-extra.conf'
const folder = 'config/machines/lo-1'

/**
 * A run observes while the change of another run is in place but not confirmed, and waits
 * for the lock; the other change is rolled back. What it observed then holds no
 * longer, also where this run itself changes nothing. Answers with what is wrong.
 */
export async function harmContender(lane: Lane): Promise<readonly string[]> {
  const before = lane.version
  const after = lane.push()
  lane.reader.allow([stateOf(before), stateOf(after)])
  mkdirSync(lane.path(toggles), { recursive: true })
  writeFileSync(lane.path(`${toggles}/unfollowed`), '')
  hold(lane, 'follow')
  const first = lane.start(['configure', machine, '--json'])
  const reached = await hasReached(lane, 'follow', first)
  const manifest = lane.ops.read(`${folder}/files.yml`)
  lane.ops.push(
    {
      [`${folder}/files.yml`]: `${manifest}  - destination: ${extra}\n    source: extra\n`,
      [`${folder}/extra`]: 'extra\n',
    },
    `version ${after}, and one more file`,
  )
  const second = lane.start(['configure', machine, '--json'])
  await sleep(4000)
  const verdict = readInside(lane, places.last)
  letGo(lane)
  // The second run goes on as soon as the first one is taken back, sooner than that one has ended.
  while (readInside(lane, places.last) === verdict && first.endedMs() === undefined) await sleep(15)
  rmSync(lane.path(toggles), { recursive: true, force: true })
  await first.ended
  const { code, said } = await second.ended
  const { rest, detail } = readRest(lane, before, after)
  const isExtra = readInside(lane, extra) !== ''
  lane.ops.push(
    { [`${folder}/files.yml`]: manifest, [`${folder}/extra`]: undefined },
    `version ${after}, without it`,
  )
  const next = await lane.start(['configure', machine, '--json']).ended
  const end = readRest(lane, after, after)
  lane.version = after
  const problems: readonly (readonly [boolean, string])[] = [
    [!reached, 'the point was not reached'],
    [code !== 0, `the second run exited with ${code}: ${said.slice(-400)}`],
    [rest !== 'new' || !isExtra, `mixed after the second run: ${detail}`],
    [next.code !== 0, `the next configure exited with ${next.code}`],
    [end.rest !== 'old', `not converged after the next configure: ${end.detail}`],
  ]
  return problems.flatMap(([isSo, what]) => (isSo ? [what] : []))
}
