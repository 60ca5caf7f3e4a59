#!/usr/bin/env node
import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

// Below the home folder: what lies in a shared temporary folder could be somebody else's code. Node 20 has none.
const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
module.enableCompileCache?.(join(caches, 'drover', 'node'))

const { startCli } = await import('../dist/index.js')
await startCli()
