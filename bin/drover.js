#!/usr/bin/env node
import { mkdirSync, statSync } from 'node:fs'
import module from 'node:module'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

keepCompiled()
const { startCli } = await import('../dist/index.js')
await startCli()

/**
 * Compiled code is kept for the next start, below the home folder: what lies in a shared temporary folder could
 * be somebody else's. Node 20 cannot. Our own mkdir, one level at a time: Node's recursive one never ends below /proc.
 */
function keepCompiled() {
  if (module.enableCompileCache === undefined) return
  let folder = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  // HOME may be empty: what lies in the current folder could be anybody's.
  if (!isAbsolute(folder)) return
  try {
    for (const name of ['', 'drover', 'node']) {
      folder = join(folder, name)
      makeFolder(folder)
    }
    module.enableCompileCache(folder)
  } catch {
    // Without it the start takes a moment longer.
  }
}

/** Throws when somebody else may write into it: what is compiled there would be run. */
function makeFolder(path) {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const { uid, mode } = statSync(path)
  if (uid !== process.geteuid() || (mode & 0o022) !== 0) throw new Error('another may write here')
}
