import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Identity } from '../../src/base/identity.js'
import { type CutProxy, startCutProxy } from './cut-proxy.ts'
import { type LocalFlock, makeLocalFlock } from './local-flock.ts'
import { runTransientOnce, type TransientRun, type UnitExit } from './transient-runner.ts'

/** What a run is, as far as a test cares. */
type Part = Partial<TransientRun> & Pick<TransientRun, 'script'>

/** A machine behind a connection that can be cut, and runs of long work on it. */
export interface TransientBench {
  readonly flock: LocalFlock
  readonly proxy: CutProxy
  /** A run of its own key. */
  work(part: Part): TransientRun
  /** A run, and a word for each line that it reported. */
  begin(part: Part): { readonly ended: Promise<UnitExit>; until(line: string): Promise<void> }
}

/** Called in a test file: makes the machine before its tests, and terminates it after them. */
export function useTransientBench(name: string): TransientBench {
  let flock: LocalFlock
  let proxy: CutProxy
  let identity: Identity
  let count = 0

  beforeAll(async () => {
    flock = await makeLocalFlock(name)
    const made = await flock.report(['create', 'lo-1'])
    if (made.ran.code !== 0) throw new Error(made.ran.stderr + made.ran.stdout)
    const known = JSON.parse(flock.ops.read('machines/lo-1/machine.json')) as Identity
    proxy = await startCutProxy(known.address, known.port)
    identity = { ...known, address: '127.0.0.1', port: proxy.port }
  })
  afterEach(() => proxy.open())
  afterAll(async () => {
    await proxy?.close()
    await flock?.remove()
  })

  const work = (part: Part): TransientRun => {
    count += 1
    return {
      kind: 'code',
      key: `key${count}`,
      files: [],
      timeoutSeconds: 60,
      lockWaitSeconds: 60,
      identity,
      keyFile: flock.keyFile,
      runId: `t${count}`,
      ...part,
    }
  }
  const begin: TransientBench['begin'] = (part) => {
    const seen: string[] = []
    const ended = runTransientOnce({ ...work(part), onLine: (line) => void seen.push(line) })
    return { ended, until: (line) => waitFor(async () => seen.includes(line), line) }
  }
  return {
    get flock() {
      return flock
    },
    get proxy() {
      return proxy
    },
    work,
    begin,
  }
}

export async function waitFor(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const untilMs = performance.now() + 60_000
  while (!(await isSo())) {
    if (performance.now() > untilMs) throw new Error(`waited too long for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
