import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { installMoto, MotoMissing } from './install-moto.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Why there is no moto here; empty when there is. */
    motoObstacle: string
  }
}

/** Before a project with suites against AWS: gets moto, or says which suites go without. */
export default async function setUp(project: TestProject): Promise<void> {
  const obstacle = await motoObstacle()
  project.provide('motoObstacle', obstacle)
  if (obstacle === '') return
  const folder = join(import.meta.dirname, '../..', project.name)
  const suites = readdirSync(folder).filter((name) => {
    if (!project.matchesTestGlob(join(folder, name))) return false
    return readFileSync(join(folder, name), 'utf8').includes('describeAws(')
  })
  for (const suite of suites.sort()) console.error(`skipped: test/${project.name}/${suite}: ${obstacle}`)
  console.error(`${suites.length} AWS suites skipped.`)
}

async function motoObstacle(): Promise<string> {
  try {
    await installMoto()
    return ''
  } catch (error) {
    if (!(error instanceof MotoMissing)) throw error
    return error.message
  }
}
