import type { App, AppSettings } from '../../app/create-app.js'
import { DroverError } from '../../base/errors.js'
import type { Run } from '../../base/run.js'
import { Secret } from '../../base/secret.js'
import { neutralise } from '../../base/text/neutralise.js'
import { defectResult, refusedResult } from '../../engine/early-result.js'
import type { Result } from '../../engine/result.js'
import { findOperation, needsNoLedger, showsPlan } from '../../operations/registry.js'
import { renderJson, toJsonDocument } from '../../report/text/render-json.js'
import { renderText } from '../../report/text/render-text.js'
import { renderProblems } from '../../report/trouble.js'
import type { AnyRequest } from '../../request/request.js'
import { confirmNames } from './confirm.js'
import { renderHelp, renderOperationHelp } from './help.js'
import { makeLocalRun } from './local-run.js'
import { type Arguments, parseArguments } from './parse-arguments.js'
import { openDisplay, type ProgressDisplay, silentDisplay } from './progress.js'
import { askAt, canAsk } from './prompt.js'
import type { Terminal } from './terminal.js'
import { paintFor } from './terminal-paint.js'
import { version } from './version.js'

type Asked = Extract<Arguments, { kind: 'request' }>

/** `drover` at a shell: does what the arguments say and gives the exit status. Never throws. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { stdout, env } = terminal
  const asked = parseArguments(argv)
  if (asked.kind === 'version') {
    stdout.write(`${version}\n`)
    return 0
  }
  if (asked.kind === 'help') {
    const paint = paintFor(stdout, env)
    stdout.write(
      asked.operation === undefined ? renderHelp(paint) : renderOperationHelp(asked.operation, paint),
    )
    return 0
  }
  const run = makeLocalRun(env)
  if (asked.kind === 'refused') {
    const { operation, problems, json } = asked
    return present(refusedResult({ operation, run, problems }), { terminal, json, plan: false })
  }
  const { json, request } = asked
  const plan = showsPlan(request.operation, { dryRun: request.dryRun === true })
  return present(await operate(asked, { terminal, run }), { terminal, json, plan })
}

async function operate(asked: Asked, { terminal, run }: { terminal: Terminal; run: Run }): Promise<Result> {
  const { operation } = asked.request
  const definition = findOperation(operation)
  const { takesTerminal = false, asksPerson = false } = definition?.traits ?? {}
  // Its questions and a live table would write over each other.
  const isQuiet = asked.json || takesTerminal || asksPerson
  const display = isQuiet ? silentDisplay : await openDisplay(terminal)
  const cancel = new AbortController()
  const stopListening = listen({ terminal, display, cancel, ignore: takesTerminal })
  let world: App | undefined
  try {
    const settings = settingsOf(asked, { terminal, run, display, cancel })
    const wantsCheckout =
      settings.repository === undefined && !(definition !== undefined && needsNoLedger(definition))
    const { createApp } = await terminal.load(wantsCheckout ? { checkoutAt: settings.cwd } : {})
    world = createApp(settings)
    const quiet = (): App => createApp({ ...settings, reporter: silentDisplay })
    const confirmed = await confirm(asked.request, { terminal, run, quiet })
    return isResult(confirmed) ? confirmed : await world.perform(confirmed)
  } catch (error) {
    return describeDefect(error, { terminal, display, run, operation: asked.request.operation, world })
  } finally {
    stopListening()
    display.close()
  }
}

function settingsOf(
  asked: Asked,
  {
    terminal,
    run,
    display,
    cancel,
  }: { terminal: Terminal; run: Run; display: ProgressDisplay; cancel: AbortController },
): AppSettings {
  const { values } = asked
  const { env, cwd, toolkit } = terminal
  const repository = values.get('repository')
  const keyFile = values.get('ssh-key-file')
  const secretsFile = values.get('secrets-file')
  const key = env.DROVER_SSH_KEY ?? ''
  return {
    env,
    cwd,
    toolkit,
    branch: values.get('branch') ?? 'config',
    run,
    reporter: display,
    signal: cancel.signal,
    ...(repository !== undefined && { repository }),
    ...(keyFile !== undefined && { sshKeyFile: keyFile }),
    ...(keyFile === undefined && key !== '' && { sshKey: new Secret('DROVER_SSH_KEY', key) }),
    ...(secretsFile !== undefined && { secretsFile }),
    ...(canAsk(terminal) && !asked.json && { ask: askAt(terminal) }),
  }
}

/**
 * The request with the names typed again, or the end of the run. Patterns are
 * turned into names first, so that whoever types them sees what would end.
 */
async function confirm(
  request: AnyRequest,
  { terminal, run, quiet }: { terminal: Terminal; run: Run; quiet: () => App },
): Promise<AnyRequest | Result> {
  const { needsConfirmation } = findOperation(request.operation)?.traits ?? {}
  if (!needsConfirmation || request.yes === true || request.dryRun === true) return request
  let names = request.selectors
  if (canAsk(terminal) && names.some(isPattern)) {
    const listed = await quiet().perform({ ...request, operation: 'list' })
    if (listed.outcomes.length === 0) return { ...listed, operation: request.operation }
    names = listed.outcomes.map(({ machine }) => machine)
  }
  const answer = await confirmNames(names, terminal)
  if (answer.kind === 'confirmed') return { ...request, confirm: answer.names }
  return refusedResult({ operation: request.operation, run, problems: [answer.problem] })
}

function isResult(value: AnyRequest | Result): value is Result {
  return 'exitCode' in value
}

function isPattern(selector: string): boolean {
  return selector === 'all' || selector === 'changed' || !/^[a-z0-9.-]+$/i.test(selector)
}

/** The first interruption asks the work to stop in good order, the second ends the process. */
function listen(around: {
  terminal: Terminal
  display: ProgressDisplay
  cancel: AbortController
  ignore: boolean
}): () => void {
  const { terminal, display, cancel } = around
  return terminal.onInterrupt(() => {
    // The shell that connect opened gets the key itself.
    if (around.ignore) return
    display.close()
    if (cancel.signal.aborted) {
      terminal.exit(130)
      return
    }
    terminal.stderr.write('drover: stopping in good order; press Ctrl-C again to stop at once\n')
    cancel.abort(new DroverError('run: was cancelled', { reason: 'cancelled' }))
  })
}

function describeDefect(
  error: unknown,
  around: {
    terminal: Terminal
    display: ProgressDisplay
    run: Run
    operation: string
    world: App | undefined
  },
): Result {
  const clean = around.world?.clean ?? neutralise
  around.display.close()
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  around.terminal.stderr.write(`${clean(stack)}\n`)
  const message = error instanceof Error ? error.message : String(error)
  return defectResult({ operation: around.operation, run: around.run, message: clean(message) })
}

function present(
  result: Result,
  { terminal, json, plan }: { terminal: Terminal; json: boolean; plan: boolean },
): number {
  const { stdout, stderr, env } = terminal
  if (json) {
    stdout.write(`${renderJson(toJsonDocument(result, { detail: 'all' }))}\n`)
    return result.exitCode
  }
  stderr.write(renderProblems(result, paintFor(stderr, env)))
  if (result.output !== undefined) {
    stdout.write(result.output)
    return result.exitCode
  }
  const hadTerminal = findOperation(result.operation)?.traits?.takesTerminal === true
  const isConnected = hadTerminal && result.exitCode === 0
  const isRefused = result.problems.length > 0 && result.outcomes.length === 0
  if (!isConnected && !isRefused) stdout.write(renderText(result, { paint: paintFor(stdout, env), plan }))
  return result.exitCode
}
