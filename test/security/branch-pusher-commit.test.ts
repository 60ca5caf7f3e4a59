import { afterEach, beforeEach, expect, test } from 'vitest'
import { readFlockAt } from '../../src/branch/flock-view.js'
import type { LedgerPlace } from '../contract/ledger-contract.js'
import { makeFakeWorld, portsOf } from '../support/fake-world.js'
import { makeHttpPlace, makePathPlace } from '../support/ledger-place.js'

// Who: somebody who may push a branch, and not merge. What: a commit of it on machines, by `--to COMMIT`.

let places: readonly LedgerPlace[]
beforeEach(async () => {
  const over = await makeHttpPlace()
  // As at GitHub, where any commit that is known can be fetched.
  over.repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  over.repository.git('config', 'uploadpack.allowFilter', 'true')
  places = [await makePathPlace(), over]
})
afterEach(async () => {
  for (const place of places) await place.close()
})

const flock = 'flock: test\nprovider: local\nmachines: { a: }\n'

/** A commit on another branch, on top of the config branch: what a pull request is before its merge. */
function pushAside({ repository }: LedgerPlace, content: string): string {
  const head = repository.head()
  const aside = repository.commit({ 'flock.yml': content })
  repository.git('update-ref', 'refs/heads/aside', aside)
  repository.git('update-ref', 'refs/heads/config', head)
  return aside
}

async function reasonOf(place: LedgerPlace, commit: string): Promise<string> {
  const ports = portsOf(makeFakeWorld(flock), { ledger: place.open() })
  return readFlockAt(ports, commit).then(
    () => 'taken',
    (error: { reason?: string }) => error.reason ?? String(error),
  )
}

test('a commit that was never merged is refused, over every way to the repository', async () => {
  for (const place of places) {
    place.repository.commit({ 'flock.yml': flock })
    const aside = pushAside(place, `${flock}# not merged\n`)
    expect(await reasonOf(place, aside)).toBe('not-on-branch')
  }
})

test('a commit that a rewritten history lost is refused', async () => {
  for (const place of places) {
    const kept = place.repository.commit({ 'flock.yml': flock })
    const lost = place.repository.commit({ 'flock.yml': `${flock}# lost\n` })
    place.repository.git('update-ref', 'refs/heads/lost', lost)
    place.repository.git('update-ref', 'refs/heads/config', kept)
    expect(await reasonOf(place, lost)).toBe('not-on-branch')
  }
})

test('every commit of the branch is taken: its head, an older one, and both sides of a merge', async () => {
  for (const place of places) {
    const older = place.repository.commit({ 'flock.yml': flock })
    const aside = pushAside(place, `${flock}# merged later\n`)
    place.repository.commit({ 'flock.yml': `${flock}# main side\n` })
    const tree = place.repository.git('rev-parse', 'refs/heads/config^{tree}').trim()
    const identity = ['-c', 'user.name=p', '-c', 'user.email=p@example.org']
    const parents = ['-p', place.repository.head(), '-p', aside]
    const merge = place.repository.git(...identity, 'commit-tree', tree, ...parents, '-m', 'merge').trim()
    place.repository.git('update-ref', 'refs/heads/config', merge)
    for (const commit of [older, aside, merge]) expect(await reasonOf(place, commit)).toBe('taken')
  }
})
