import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import module from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const program = join(import.meta.dirname, '..', '..', 'bin', 'drover.js')

describe('the compiled code that the command line keeps', () => {
  let home: string
  const start = (env: NodeJS.ProcessEnv = { HOME: home }): string =>
    execFileSync(process.execPath, [program, '--version'], { env, cwd: home, timeout: 20_000 }).toString()
  const kept = (): boolean => existsSync(join(home, '.cache', 'drover', 'node'))
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'drover-test-home-'))
  })
  afterEach(() => rmSync(home, { recursive: true }))

  it('the compile cache is below the home folder', () => {
    expect(start()).toMatch(/^\d/)
    expect(kept()).toBe(module.enableCompileCache !== undefined)
  })

  it('the compile cache is not used where somebody else may write', () => {
    mkdirSync(join(home, '.cache'))
    chmodSync(join(home, '.cache'), 0o777)
    expect(start()).toMatch(/^\d/)
    expect(kept()).toBe(false)
  })

  it('the compile cache is not in the current folder, nor below /proc', () => {
    expect(start({ HOME: '' })).toMatch(/^\d/)
    expect(start({ HOME: '/proc/1' })).toMatch(/^\d/)
    expect(kept()).toBe(false)
  })
})
