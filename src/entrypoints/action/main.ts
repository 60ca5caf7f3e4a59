import { readFileSync } from 'node:fs'
import type { App, AppSettings } from '../../app/create-app.js'
import { DroverError } from '../../base/errors.js'
import { Secret } from '../../base/secret.js'
import { neutralise } from '../../base/text/neutralise.js'
import { defectResult, refusedResult } from '../../engine/early-result.js'
import type { Result } from '../../engine/result.js'
import { journalFolder, readJournal } from '../../ledger/journal.js'
import { showsPlan } from '../../operations/registry.js'
import { plainPaint } from '../../report/text/paint.js'
import { renderText } from '../../report/text/render-text.js'
import { annotationsOf } from './annotations.js'
import { type CoreRunner, coreRunner } from './core-runner.js'
import { type GroupedLog, openGroupedLog } from './log.js'
import { masksOf, parseSecretValues } from './masks.js'
import { type Asked, readAsked } from './read-request.js'
import { conclude, lightRunner } from './runner.js'
import {
  parsePullRequestEvent,
  parsePushEvent,
  readOrigin,
  readRepository,
  type WorkflowEvent,
} from './workflow.js'

type Request = Extract<Asked, { kind: 'request' }>

const heartbeatMs = 15_000

export interface Surroundings {
  /** Folder that holds the toolkit's own `config/`. */
  readonly toolkit: string
  /** Loads what is heavy, once the inputs are known to be good. */
  readonly load: () => Promise<{ readonly createApp: (settings: AppSettings) => App }>
}

interface Doing extends Surroundings {
  readonly env: NodeJS.ProcessEnv
  readonly runner: CoreRunner
  readonly log: GroupedLog
  readonly cancel: AbortController
}

/** The action as one step of a job: does what the inputs say and sets `process.exitCode`. Never throws. */
export async function runAction(env: NodeJS.ProcessEnv, around: Surroundings): Promise<void> {
  const asked = readAsked(env)
  if (asked.kind === 'refused') {
    const result = refusedResult(asked)
    conclude(
      result,
      lightRunner(env, (text) => process.stdout.write(text)),
    )
    process.exitCode = result.exitCode
    return
  }
  const { result, runner } = await perform(asked, { ...around, env })
  conclude(result, runner)
  process.exitCode = result.exitCode
}

/**
 * The step behind the jobs' own, which GitHub runs also when a run was cancelled: puts on the branch
 * what a step before it was killed over. Says nothing when all is there. Never throws.
 */
export async function runPost(env: NodeJS.ProcessEnv, around: Surroundings): Promise<void> {
  const folder = journalFolder(env)
  const files = folder === undefined ? [] : readJournal(folder)
  const asked = readAsked(env)
  if (files.length === 0 || asked.kind === 'refused') return
  const request = { ...asked.request, operation: 'replay', selectors: files, dryRun: false }
  const { result, runner } = await perform({ ...asked, request }, { ...around, env })
  for (const annotation of annotationsOf(result)) runner.annotate(annotation)
  process.exitCode = result.exitCode
}

interface Performing extends Surroundings {
  readonly env: NodeJS.ProcessEnv
}

interface Performed {
  readonly result: Result
  readonly runner: CoreRunner
}

/** Does it, and shows in the log how it ended. */
async function perform(asked: Request, { env, ...around }: Performing): Promise<Performed> {
  const runner = coreRunner(await import('@actions/core'), env)
  for (const value of secretValues(asked, env)) maskAll(runner, value)
  const log = openGroupedLog(runner)
  const result = await operate(asked, { ...around, env, runner, log, cancel: new AbortController() })
  const { operation, dryRun } = asked.request
  const plan = showsPlan(operation, { dryRun: dryRun === true })
  process.stdout.write(neutralise(renderText(result, { paint: plainPaint, plan })))
  return { result, runner }
}

async function operate(asked: Request, doing: Doing): Promise<Result> {
  const { runner, log, cancel, load } = doing
  const onSignal = (): void => {
    if (!cancel.signal.aborted) runner.line('the run is cancelled: stopping in good order')
    cancel.abort(new DroverError('run: was cancelled', { reason: 'cancelled' }))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  const timer = setInterval(log.heartbeat, heartbeatMs)
  let clean = neutralise
  try {
    const { createApp } = await load()
    const world = createApp(settingsOf(asked, doing))
    clean = world.clean
    return await world.perform(asked.request)
  } catch (error) {
    if (error instanceof DroverError) {
      return refusedResult({ operation: asked.request.operation, run: asked.run, problems: [error] })
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    for (const line of clean(stack).split('\n')) runner.line(line)
    const message = clean(error instanceof Error ? error.message : String(error))
    return defectResult({ operation: asked.request.operation, run: asked.run, message })
  } finally {
    clearInterval(timer)
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
    log.close()
  }
}

function settingsOf({ values, run }: Request, { env, runner, log, cancel, toolkit }: Doing): AppSettings {
  const repository = values.get('repository') ?? readRepository(env)
  const token = values.get('token')
  const sshKey = values.get('ssh-key')
  const sshKeyFile = values.get('ssh-key-file')
  const keyOfEnv = env.DROVER_SSH_KEY ?? ''
  const secretsJson = values.get('secrets')
  const secretsFile = values.get('secrets-file')
  const event = readEvent(env)
  const origin = readOrigin(env)
  return {
    env,
    cwd: env.GITHUB_WORKSPACE || process.cwd(),
    toolkit,
    branch: values.get('branch') ?? 'config',
    run,
    reporter: log,
    signal: cancel.signal,
    onSecret: (secret) => maskAll(runner, secret.reveal()),
    ...(repository !== undefined && { repository }),
    ...(token !== undefined && { token: new Secret('token', token) }),
    ...(sshKey !== undefined && { sshKey: new Secret('ssh-key', sshKey) }),
    ...(sshKey === undefined &&
      sshKeyFile === undefined &&
      keyOfEnv !== '' && { sshKey: new Secret('DROVER_SSH_KEY', keyOfEnv) }),
    ...(sshKeyFile !== undefined && { sshKeyFile }),
    ...(secretsJson !== undefined && { secretsJson }),
    ...(secretsFile !== undefined && { secretsFile }),
    ...(event !== undefined && { event }),
    ...(origin !== undefined && { origin }),
  }
}

const pullRequestEvents = ['pull_request', 'pull_request_target']

function readEvent(env: NodeJS.ProcessEnv): WorkflowEvent | undefined {
  const { GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: file = '' } = env
  const isPull = pullRequestEvents.includes(name)
  if (file === '' || !(isPull || name === 'push')) return undefined
  try {
    const text = readFileSync(file, 'utf8')
    return isPull ? parsePullRequestEvent(text, env) : parsePushEvent(text)
  } catch (cause) {
    throw new DroverError(`event: the file of the ${isPull ? 'pull request' : 'push'} event cannot be read`, {
      reason: 'invalid-argument',
      hint: 'Ensure that GITHUB_EVENT_PATH is the file that the runner wrote',
      cause,
    })
  }
}

function secretValues({ values }: Request, env: NodeJS.ProcessEnv): readonly string[] {
  const single = [values.get('token'), values.get('ssh-key'), env.DROVER_SSH_KEY]
  return [
    ...single.filter((value) => value !== undefined),
    ...(parseSecretValues(values.get('secrets') ?? '{}') ?? []),
  ]
}

function maskAll(runner: CoreRunner, value: string): void {
  for (const mask of masksOf(value)) runner.mask(mask)
}
