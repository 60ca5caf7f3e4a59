import { readFileSync } from 'node:fs'
import { DroverError } from '../base/errors.js'
import { neutralise } from '../base/neutralise.js'
import { Secret } from '../base/secret.js'
import { defectResult, refusedResult } from '../operations/early-result.js'
import type { Result } from '../operations/request.js'
import { plainPaint } from '../report/paint.js'
import { renderText } from '../report/render-text.js'
import type { World, WorldSettings } from '../world.js'
import { type Asked, readAsked } from './ask.js'
import { type CoreRunner, coreRunner } from './core-runner.js'
import { type GroupedLog, openGroupedLog } from './log.js'
import { masksOf, parseSecretValues } from './masks.js'
import { conclude, lightRunner } from './runner.js'
import { parsePullRequestEvent, parsePushEvent, readRepository, type WorkflowEvent } from './workflow.js'

type Request = Extract<Asked, { kind: 'request' }>

const heartbeatMs = 15_000

export interface Surroundings {
  /** Folder that holds the toolkit's own `config/`. */
  readonly toolkit: string
  /** Loads what is heavy, once the inputs are known to be good. */
  readonly load: () => Promise<{ readonly makeWorld: (settings: WorldSettings) => World }>
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
  const runner = coreRunner(await import('@actions/core'), env)
  for (const value of secretValues(asked, env)) maskAll(runner, value)
  const log = openGroupedLog(runner)
  const result = await operate(asked, { ...around, env, runner, log, cancel: new AbortController() })
  const plan = asked.request.operation === 'preview' || asked.request.dryRun
  process.stdout.write(neutralise(renderText(result, { paint: plainPaint, plan })))
  conclude(result, runner)
  process.exitCode = result.exitCode
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
    const { makeWorld } = await load()
    const world = makeWorld(settingsOf(asked, doing))
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

function settingsOf({ values, run }: Request, { env, runner, log, cancel, toolkit }: Doing): WorldSettings {
  const repository = values.get('repository') ?? readRepository(env)
  const token = values.get('token')
  const sshKey = values.get('ssh-key')
  const sshKeyFile = values.get('ssh-key-file')
  const keyOfEnv = env.DROVER_SSH_KEY ?? ''
  const secretsJson = values.get('secrets')
  const secretsFile = values.get('secrets-file')
  const event = readEvent(env)
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
