import './node-globals.js'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App, AppSettings } from './app/create-app.js'
import { neutralise } from './base/text/neutralise.js'
import { findCheckout } from './ledger/git/checkout.js'

/** The folder above `dist/`. Not `new URL('..', import.meta.url)`: ncc would take it for an asset. */
const toolkit = dirname(dirname(fileURLToPath(import.meta.url)))

/** `bin/drover.js`: the command line. */
export async function startCli(): Promise<never> {
  guard()
  const [{ runCli }, { processTerminal }] = await Promise.all([
    import('./entrypoints/cli/main.js'),
    import('./entrypoints/cli/terminal.js'),
  ])
  return await end(await runCli(process.argv.slice(2), processTerminal({ toolkit, load })))
}

/** `bin/action.js`: one step of a job. */
export async function startAction(): Promise<never> {
  guard()
  const { runAction } = await import('./entrypoints/action/main.js')
  await runAction(process.env, { toolkit, load })
  return await end(Number(process.exitCode ?? 0))
}

/** `bin/post.js`: what GitHub runs behind the step, whatever became of it. */
export async function startPost(): Promise<never> {
  guard()
  const { runPost } = await import('./entrypoints/action/main.js')
  await runPost(process.env, { toolkit, load })
  return await end(Number(process.exitCode ?? 0))
}

/** Ends all local machines of a flock, known to a ledger or not: how the demo clears away one that was killed. */
export async function sweepLocalFlock(flock: string): Promise<readonly string[]> {
  const local = await import('./app/sweep-local-flock.js')
  return local.sweepLocalFlock(flock, process.env)
}

const worlds: App[] = []

/** Keeps each world in sight of the guard, which must know its secrets. */
async function load({ checkoutAt }: { readonly checkoutAt?: string } = {}): Promise<{
  createApp: (settings: AppSettings) => App
}> {
  const checkout = checkoutAt === undefined ? undefined : findCheckout(checkoutAt)
  // Told to who waits for it.
  checkout?.catch(() => {})
  const { createApp } = await import('./app/create-app.js')
  return {
    createApp: (settings) => {
      const world = createApp(checkout === undefined ? settings : { ...settings, checkout })
      worlds.push(world)
      return world
    },
  }
}

/** What is thrown outside of every await: Node would print it whole, secrets and all, and exit with 1. */
function guard(): void {
  process.on('uncaughtException', (error) => {
    const stack = worlds.reduce((text, world) => world.clean(text), neutralise(error.stack ?? error.message))
    process.stderr.write(
      `${stack}\ndrover: a defect of Drover: report it with the lines above to its maintainers\n`,
    )
    void end(70)
  })
  for (const stream of [process.stdout, process.stderr]) {
    // Whoever reads us may stop reading (`drover list | head`). The work goes on, and its exit status counts.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}

/** Waits until all is written, then ends: what a library left open must not keep us. */
async function end(code: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((resolve) => {
      stream.write('', () => resolve())
    })
  }
  process.exit(code)
}
