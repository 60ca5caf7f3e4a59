import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const folder = join(import.meta.dirname, '..', '..', 'workflows-templates')

export interface Step {
  readonly name?: string
  readonly id?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

interface Job {
  readonly name?: string
  readonly if?: string
  readonly needs?: string | readonly string[]
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly secrets?: Readonly<Record<string, string>> | string
  readonly steps?: readonly Step[]
  readonly permissions?: Readonly<Record<string, string>>
  readonly strategy?: Readonly<Record<string, unknown>>
  readonly concurrency?: Readonly<Record<string, unknown>>
  readonly 'timeout-minutes'?: number | string
  readonly 'runs-on'?: string
}

interface Input {
  readonly type?: string
  readonly required?: boolean
  readonly default?: unknown
  readonly description?: string
}

interface Workflow {
  readonly name: string
  readonly 'run-name'?: string
  readonly on: Readonly<
    Record<
      string,
      { readonly inputs?: Readonly<Record<string, Input>>; readonly branches?: readonly string[] }
    >
  >
  readonly permissions: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

export interface Template {
  /** `main/create.yml` */
  readonly path: string
  readonly text: string
  readonly workflow: Workflow
}

/** Every workflow that people get. */
export function readTemplates(): readonly Template[] {
  return ['main', 'config'].flatMap((branch) =>
    readdirSync(join(folder, branch)).map((name) => {
      const text = readFileSync(join(folder, branch, name), 'utf8')
      return { path: `${branch}/${name}`, text, workflow: parse(text) as Workflow }
    }),
  )
}

/** Every step that has a `uses`, with the job that it belongs to. */
export function stepsOf({ workflow }: Template): readonly (Step & { readonly job: string })[] {
  return Object.entries(workflow.jobs).flatMap(([job, { steps = [] }]) =>
    steps.map((step) => ({ ...step, job })),
  )
}
