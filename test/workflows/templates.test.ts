import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { findOperation } from '../../src/operations/registry.js'
import { readTemplates, stepsOf, type Template } from './read-templates.js'

const templates = readTemplates()
const paths = templates.map(({ path }) => path)
const toolkit = 'toolkit-owner/toolkit@toolkit-ref'
const action = parse(readFileSync(join(import.meta.dirname, '..', '..', 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, unknown>>
}

function template(path: string): Template {
  const found = templates.find((one) => one.path === path)
  if (found === undefined) throw new Error(`no template ${path}`)
  return found
}

const drover = template('main/drover.yml')
const { shard, canary, work, record } = drover.workflow.jobs
const inputs = drover.workflow.on.workflow_call?.inputs ?? {}
const callers = templates.filter(({ workflow }) => workflow.jobs.drover !== undefined)
const buttons = callers.filter(({ workflow }) => {
  return workflow.on.schedule === undefined && workflow.on.workflow_dispatch !== undefined
})

describe.each(templates)('$path', (one) => {
  const jobs = Object.entries(one.workflow.jobs)

  test(`${one.path} gives no right to all jobs, and each only what it lists`, () => {
    expect(one.workflow.permissions).toEqual({})
    for (const [name, { permissions }] of jobs) expect(permissions, name).toBeDefined()
  })

  test(`${one.path} ends every job of its own in time, on a runner that does not move`, () => {
    for (const [name, job] of jobs.filter(([, { uses }]) => uses === undefined)) {
      expect(job['timeout-minutes'], name).toBeDefined()
      expect(job['runs-on'], name).toBe('ubuntu-24.04')
    }
  })

  test(`${one.path} starts the toolkit and at most two other actions, which are pinned by their commits`, () => {
    for (const { uses = '', run } of stepsOf(one)) {
      expect(run).toBeUndefined()
      if (uses !== toolkit) {
        expect(uses).toMatch(
          /^(aws-actions\/configure-aws-credentials|actions\/upload-artifact)@[0-9a-f]{40}$/,
        )
      }
    }
  })

  test(`${one.path} gives the action only inputs that it has`, () => {
    for (const step of stepsOf(one).filter(({ uses }) => uses === toolkit))
      for (const name of Object.keys(step.with ?? {})) expect(action.inputs).toHaveProperty([name])
  })

  test(`${one.path} has its secrets in blocks of one line each, and nowhere else`, () => {
    const blocks = [
      ...one.text.matchAll(/^( *)# drover: secrets (declared|env|passed)\n((?:.*\n)*?)\1# drover: end\n/gm),
    ]
    expect(blocks).not.toHaveLength(0)
    for (const [, , , lines = ''] of blocks) expect(lines).toMatch(/^ +DROVER_SSH_KEY: .*\n$/)
    const rest = blocks.reduce((text, [block]) => text.replace(block, ''), one.text)
    expect(rest).not.toMatch(/DROVER_SSH_KEY|secrets\.|inherit|drover: (secrets|end)/)
  })
})

test('drover.yml passes on every option of every operation that a button is for', () => {
  const passed = new Set(Object.keys(work?.steps?.find(({ uses }) => uses === toolkit)?.with ?? {}))
  // `since` chooses machines, which shard has done; `yes` is for a shell.
  const elsewhere = ['since', 'yes']
  for (const { workflow } of buttons) {
    const { options } = findOperation(workflow.name) ?? expect.unreachable()
    for (const option of Object.keys(options).filter((name) => !elsewhere.includes(name)))
      expect(passed, workflow.name).toContain(option)
  }
})

test('drover.yml keeps the files that an operation wrote, encrypted ones of backup, under a name of each job', () => {
  const writing = buttons.filter(({ workflow }) => workflow.name === 'backup')
  expect(writing).toHaveLength(1)
  const { if: condition, with: given } = work?.steps?.at(-1) ?? {}
  expect(condition).toContain("steps.operation.outputs.files != ''")
  expect(given).toMatchObject({
    path: '${{ steps.operation.outputs.files }}',
    'if-no-files-found': 'error',
  })
  expect(given?.name).toMatch(/github\.job.*matrix\.shard\.name.*github\.run_attempt/)
  expect(work?.steps?.find(({ uses }) => uses === toolkit)).toMatchObject({ id: 'operation' })
})

test('drover.yml has no input that reaches no step', () => {
  for (const name of Object.keys(inputs)) expect(drover.text).toContain(`inputs.${name} }}`)
})

test('drover.yml does the same for canaries as for all others', () => {
  expect(canary?.steps).toEqual(work?.steps)
  const { needs: _needs, if: _if, strategy: _strategy, ...alike } = (work ?? {}) as Record<string, unknown>
  expect(canary).toMatchObject(alike)
})

test('drover.yml lets no job that fails end the others', () => {
  for (const job of [canary, work]) expect(job?.strategy?.['fail-fast']).toBe(false)
})

test('drover.yml lets runs on the same machines wait for each other, all of them', () => {
  for (const job of [canary, work]) {
    expect(job?.concurrency).toEqual({
      group: 'drover-${{ matrix.shard.lock }}',
      queue: 'max',
      'cancel-in-progress': false,
    })
  }
})

test('drover.yml gives secrets to what renders and connects, and cloud rights to what works on machines', () => {
  const withSecrets = stepsOf(drover).filter(({ env }) => env?.DROVER_SSH_KEY !== undefined)
  expect(withSecrets.map(({ job }) => job)).toEqual(['shard', 'canary', 'work'])
  expect([shard, canary, work, record].map((job) => job?.permissions)).toEqual([
    { contents: 'read' },
    { contents: 'write', 'id-token': 'write' },
    { contents: 'write', 'id-token': 'write' },
    { contents: 'write', deployments: 'write' },
  ])
})

describe.each(callers)('the caller $path', ({ path, workflow }) => {
  const { drover: job } = workflow.jobs

  test(`the caller ${path} calls drover.yml of the default branch`, () => {
    const here = './.github/workflows/drover.yml'
    const there = 'ops-owner/ops/.github/workflows/drover.yml@ops-default-branch'
    expect(job?.uses).toBe(path.startsWith('main/') ? here : there)
  })

  test(`the caller ${path} may do just what the jobs of drover.yml may do together`, () => {
    const all = [shard, work, record].map((one) => one?.permissions ?? {})
    expect(job?.permissions).toEqual(Object.assign({}, ...all))
  })

  test(`the caller ${path} gives inputs that drover.yml takes, of the same type`, () => {
    const own = workflow.on.workflow_dispatch?.inputs ?? {}
    for (const [name, value] of Object.entries(job?.with ?? {})) {
      expect(inputs, path).toHaveProperty([name])
      // A choice arrives as the text that was chosen.
      const given = (own[name]?.type ?? 'string').replace('choice', 'string')
      if (value === `\${{ inputs.${name} }}`) expect(given).toBe(inputs[name]?.type)
    }
  })

  test(`the caller ${path} reads as a line of a log`, () => {
    expect(workflow['run-name']).toMatch(/ · (by|asked for by) \$\{\{ .*github\.actor \}\}/)
  })
})

test('each operation that a person asks for has a button', () => {
  expect(buttons.map(({ path }) => path).sort()).toEqual(
    [
      'backup',
      'certbot',
      'configure',
      'create',
      'downloadconfig',
      'list',
      'provision',
      'reboot',
      'rotate',
      'run',
      'start',
      'stop',
    ]
      .concat('terminate', 'update', 'verify')
      .map((name) => `main/${name}.yml`)
      .sort(),
  )
  for (const { workflow } of buttons) {
    expect(workflow.jobs.drover?.with?.operation).toBe(workflow.name)
    const asked = Object.entries(workflow.on.workflow_dispatch?.inputs ?? {})
    for (const [name, { description = '' }] of asked) {
      expect(description.length, name).toBeGreaterThan(15)
      expect(workflow.jobs.drover?.with).toHaveProperty([name])
    }
  }
})

test('a request may ask for what a button is for, but not to terminate machines, to run a command, or to read files', () => {
  const { with: given = {} } = template('main/requests.yml').workflow.jobs.drover ?? {}
  const [, list = '[]'] = /fromJSON\('(\[.*?\])'\)/s.exec(String(given.operation)) ?? []
  const allowed = buttons
    .map(({ workflow }) => workflow.name)
    .filter((name) => !['run', 'terminate', 'backup'].includes(name))
  expect((JSON.parse(list) as readonly string[]).toSorted()).toEqual(allowed.toSorted())
})

test('a push of Drover itself starts nothing on the config branch', () => {
  expect(paths.filter((path) => path.startsWith('config/'))).toHaveLength(2)
  for (const { workflow } of templates.filter(({ path }) => path.startsWith('config/')))
    for (const filter of Object.values(workflow.on))
      expect(filter).toEqual({ branches: ['config'], 'paths-ignore': ['machines/**', 'log/**', 'README.md'] })
})
