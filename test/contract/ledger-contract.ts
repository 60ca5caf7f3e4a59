import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.js'
import { machinePath } from '../../src/ledger/machine-files.js'
import type { ConfigRepository } from '../support/config-repository.js'
import { makeRecord, put } from '../support/ledger-records.js'

/** What the contract needs of the place under test. */
export interface LedgerPlace {
  /** The repository itself, as a person with access to it sees it. */
  readonly repository: ConfigRepository
  open(given?: { readonly branch?: string; readonly pushDeadlineMs?: number }): Ledger
  /** A ledger on a repository of the same place that does not exist. */
  openMissing(): Ledger
  readonly notices: string[]
  close(): Promise<void>
}

/** What every adapter of `Ledger` must hold. */
export function describeLedger(name: string, make: () => Promise<LedgerPlace>): void {
  describe(`the ledger, ${name}`, () => {
    let place: LedgerPlace
    beforeEach(async () => {
      place = await make()
    })
    afterEach(async () => {
      await place.close()
    })

    it('a ledger reads every file of the branch byte for byte', async () => {
      const bytes = Buffer.from([0, 255, 10, 13, 10, 0, 128])
      const commit = place.repository.commit({
        'config/all/blob.bin': bytes,
        'a "b" é\\.txt': 'odd',
        empty: '',
      })
      const snapshot = await place.open().read()
      expect(snapshot.commit).toBe(commit)
      expect([...snapshot.tree.keys()].sort()).toEqual(
        ['a "b" é\\.txt', 'config/all/blob.bin', 'empty', 'flock.yml'].sort(),
      )
      expect(snapshot.tree.get('config/all/blob.bin')).toEqual({ mode: '100644', bytes })
      expect(snapshot.tree.get('empty')?.bytes.length).toBe(0)
      expect(snapshot.machines.size).toBe(0)
    })

    it('a ledger commits each record once, with its files, and log and dashboard with the last', async () => {
      const ledger = place.open()
      const before = place.repository.head()
      const pushed = await ledger.push([makeRecord('web-1'), makeRecord('web-2')])
      expect(pushed).toEqual({ commit: place.repository.head(), attempts: 1 })
      expect(
        place.repository.git('log', '--format=%s', '--reverse', `${before}..config`).split('\n'),
      ).toEqual(['configure web-1: changed', 'configure web-2: changed', ''])
      expect(place.repository.show('README.md')).toBe('# flock\nweb-1 web-1 changed\nweb-2 web-2 changed\n')
      const changedBy = (commit: string): readonly string[] =>
        place.repository.git('show', '--format=', '--name-only', commit).trim().split('\n')
      expect(changedBy('config~1').every((path) => path.startsWith('machines/web-1/'))).toBe(true)
      expect(changedBy('config')).toEqual(
        expect.arrayContaining(['README.md', expect.stringMatching(/^log\//), 'machines/web-2/machine.json']),
      )
      const { machines, tree } = await ledger.read()
      expect(machines.get('web-2')?.identity?.id).toBe('web-2')
      expect(machines.get('web-1')?.state?.outcome).toBe('changed')
      expect(tree.get('flock.yml')?.bytes.toString()).toBe('flock: test\n')
      expect(place.repository.git('fsck', '--strict', '--no-dangling')).toBe('')
    })

    it('a ledger gives the head when all records are there already, and makes no commit', async () => {
      await place.open().push([makeRecord('web-1')])
      const head = place.repository.commit({ 'flock.yml': 'flock: later\n' })
      expect(await place.open().push([makeRecord('web-1'), makeRecord('web-1')])).toEqual({
        commit: head,
        attempts: 0,
      })
      expect(place.repository.head()).toBe(head)
    })

    it('a ledger commits only the rest of records of which some were pushed before', async () => {
      await place.open().push([makeRecord('web-1')])
      await place.open().push([makeRecord('web-1'), makeRecord('web-2')])
      expect(place.repository.show('log/2026/11/21.jsonl').trim().split('\n')).toHaveLength(2)
    })

    it('a ledger clears a folder, fills it again, removes files, and keeps symlinks and modes', async () => {
      const ledger = place.open()
      const path = (rest: string): string => machinePath('web-1', rest)
      await ledger.push([
        makeRecord('web-1', {
          changes: [
            put(path('captured/old'), 'old'),
            put(path('captured/kept'), 'kept'),
            put(path('state'), 'x'),
          ],
        }),
      ])
      await ledger.push([
        makeRecord('web-1', {
          id: 'second',
          changes: [
            { kind: 'clear', folder: path('captured') },
            put(path('captured/kept'), 'new'),
            { kind: 'put', path: path('captured/link'), mode: '120000', bytes: Buffer.from('../target') },
            { kind: 'put', path: path('captured/run'), mode: '100755', bytes: Buffer.from('#!/bin/sh\n') },
            {
              kind: 'put',
              path: path('captured/odd "name" é\\x'),
              mode: '100644',
              bytes: Buffer.from([0, 10, 255]),
            },
            { kind: 'remove', path: path('state') },
            { kind: 'remove', path: path('never-there') },
            put('config/machines/web-1/adopted.conf', 'adopted'),
          ],
        }),
      ])
      const { tree } = await ledger.read()
      const own = [...tree].filter(([file]) => file.includes('machines/web-1/'))
      expect(own.map(([file, { mode, bytes }]) => [file, mode, bytes.toString('latin1')])).toEqual([
        ['config/machines/web-1/adopted.conf', '100644', 'adopted'],
        [path('captured/kept'), '100644', 'new'],
        [path('captured/link'), '120000', '../target'],
        [path('captured/odd "name" é\\x'), '100644', '\0\n\u00ff'],
        [path('captured/run'), '100755', '#!/bin/sh\n'],
      ])
    })

    it('a ledger takes a machine off the dashboard when its folder is cleared', async () => {
      const ledger = place.open()
      await ledger.push([makeRecord('web-1'), makeRecord('web-2')])
      const folder = machinePath('web-1')
      await ledger.push([makeRecord('web-1', { id: 'end', changes: [{ kind: 'clear', folder }] })])
      expect(place.repository.show('README.md')).toBe('# flock\nweb-2 web-2 changed\n')
      expect((await ledger.read()).machines.has('web-1')).toBe(false)
    })

    it("a ledger keeps what a person pushed between our read and our push, and another machine's files", async () => {
      const ledger = place.open()
      await ledger.read()
      place.repository.commit({ 'flock.yml': 'flock: edited\n', 'machines/db-1/captured/x': 'theirs' })
      const pushed = await ledger.push([makeRecord('web-1')])
      expect(pushed.attempts).toBe(2)
      expect(place.repository.show('flock.yml')).toBe('flock: edited\n')
      expect(place.repository.show('machines/db-1/captured/x')).toBe('theirs')
      expect(place.repository.show('log/2026/11/21.jsonl').trim().split('\n')).toHaveLength(1)
    })

    it('a ledger reads an older commit, and knows when the repository does not have one', async () => {
      const older = place.repository.head()
      place.repository.commit({ 'flock.yml': 'flock: newer\n' })
      const ledger = place.open()
      await ledger.read()
      expect((await ledger.readAt(older))?.tree.get('flock.yml')?.bytes.toString()).toBe('flock: test\n')
      expect(await ledger.readAt('b'.repeat(40))).toBeUndefined()
      expect(await ledger.readAt('0'.repeat(40))).toBeUndefined()
      expect(await ledger.readAt('config')).toBeUndefined()
      expect((await ledger.push([makeRecord('web-1')])).attempts).toBe(1)
    })

    it('a ledger knows where a ref is, and takes no other that ends like it', async () => {
      const ledger = place.open()
      const { commit } = await ledger.push([makeRecord('web-1')])
      expect(await ledger.headOf('refs/heads/config')).toBe(commit)
      expect(await ledger.headOf('heads/config')).toBeUndefined()
      expect(await ledger.headOf('refs/heads/nowhere')).toBeUndefined()
    })

    it('a ledger gives history newest first, by machine, up to the limit, and skips a broken line with a notice', async () => {
      const ledger = place.open()
      const days = [
        '2025-12-31T23:59:59Z',
        '2026-01-01T00:00:00Z',
        '2026-11-21T10:00:00Z',
        '2026-11-21T09:00:00Z',
      ]
      await ledger.push(days.map((time, index) => makeRecord(`web-${index % 2}`, { id: `r${index}`, time })))
      place.repository.commit({
        'log/2026/11/21.jsonl': `${place.repository.show('log/2026/11/21.jsonl')}{"half": \n`,
      })
      const ids = async (query: Parameters<Ledger['history']>[0]): Promise<readonly string[]> =>
        (await ledger.history(query)).map((event) => event.record)
      expect(await ids({ limit: 10 })).toEqual(['r2', 'r3', 'r1', 'r0'])
      expect(await ids({ limit: 3 })).toEqual(['r2', 'r3', 'r1'])
      expect(await ids({ limit: 10, machines: ['web-1'] })).toEqual(['r3', 'r1'])
      expect(await ids({ limit: 10, machines: ['web-9'] })).toEqual([])
      expect(await ids({ limit: 10, since: '2026-01-01' })).toEqual(['r2', 'r3', 'r1'])
      const another = { id: 'another', attempt: 2, actor: 'anna' }
      await ledger.push([makeRecord('web-1', { id: 'r4', time: '2026-11-21T11:00:00Z', run: another })])
      expect(await ids({ limit: 10, runId: 'another' })).toEqual(['r4'])
      expect(place.notices[0]).toBe('log/2026/11/21.jsonl:3: the line is skipped: is not JSON')
    })

    it('a ledger names a branch that does not exist, and how to make one', async () => {
      const attempt = place.open({ branch: 'nowhere' }).read()
      await expect(attempt).rejects.toMatchObject({
        reason: 'branch-missing',
        message: expect.stringContaining('branch "nowhere": does not exist'),
        hint: expect.stringContaining('git switch --orphan nowhere'),
      })
      await expect(place.open({ branch: 'nowhere' }).push([makeRecord('web-1')])).rejects.toMatchObject({
        reason: 'branch-missing',
      })
    })

    it('a ledger names a repository that cannot be read', async () => {
      await expect(place.openMissing().read()).rejects.toMatchObject({ reason: 'repository-unreachable' })
      await expect(place.openMissing().push([makeRecord('web-1')])).rejects.toMatchObject({
        reason: 'repository-unreachable',
      })
    })

    it('a ledger names every corrupt file of a machine, and still takes records of others', async () => {
      place.repository.commit({
        'machines/a/state.json': '{"config": 1}',
        'machines/b/machine.json': 'not json',
        'machines/c/machine.json': Buffer.from([0xff, 0xfe]),
      })
      await expect(place.open().read()).rejects.toMatchObject({
        reason: 'invalid-ledger',
        problems: [
          { at: { file: 'machines/a/state.json' } },
          { at: { file: 'machines/b/machine.json' } },
          { at: { file: 'machines/c/machine.json' } },
        ],
      })
      await place.open().push([makeRecord('web-1')])
      expect(place.repository.show('README.md')).toContain('web-1')
      expect(place.repository.show('machines/b/machine.json')).toBe('not json')
    })

    it('a ledger refuses a record that reaches out of its machine before anything is pushed', async () => {
      const head = place.repository.head()
      const attempt = place
        .open()
        .push([makeRecord('web-1'), makeRecord('web-2', { changes: [put('machines/web-1/state', '')] })])
      await expect(attempt).rejects.toMatchObject({ reason: 'bug' })
      expect(place.repository.head()).toBe(head)
    })

    it('8 ledgers that push at once lose and double nothing', async () => {
      const names = Array.from({ length: 8 }, (_, index) => `web-${index}`)
      await Promise.all(names.map(async (machine) => await place.open().push([makeRecord(machine)])))
      const log = place.repository.show('log/2026/11/21.jsonl').trim().split('\n')
      expect(log.map((line) => (JSON.parse(line) as { machine: string }).machine).sort()).toEqual(names)
      expect(place.repository.git('rev-list', '--count', 'config').trim()).toBe('9')
    })

    it('one of 6 ledgers that push over nothing at once is the first, and the others write nothing', async () => {
      const path = 'machines/web-1/sealed/generated.age'
      const ledgers = Array.from({ length: 6 }, () => place.open())
      await Promise.all(
        ledgers.map((ledger, index) =>
          ledger.push([
            { ...makeRecord('web-1', { id: `r${index}`, changes: [put(path, `${index}`)] }), over: { path } },
          ]),
        ),
      )
      expect(place.repository.git('rev-list', '--count', 'config').trim()).toBe('2')
      const { tree } = await place.open().read()
      expect(tree.get(path)?.bytes.toString()).toMatch(/^[0-5]$/)
      expect(place.repository.show('log/2026/11/21.jsonl').trim().split('\n')).toHaveLength(1)
    })

    it('a ledger refuses to be used after it was closed, and may be closed twice', async () => {
      const ledger = place.open()
      await ledger.read()
      await ledger.close()
      await ledger.close()
      await expect(ledger.read()).rejects.toMatchObject({ reason: 'bug' })
    })
  })
}
