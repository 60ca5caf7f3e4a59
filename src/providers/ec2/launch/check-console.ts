import { DroverError } from '../../../base/errors.js'
import type { Ec2Context } from '../context.js'
import { Ec2Failure } from '../ec2-failure.js'
import type { Ours } from '../select-ours.js'
import { decodeHostKeys, tagNames } from '../tags.js'
import { judgeConsole, parseConsoleKeys } from './console-keys.js'

export interface ConsoleCheck {
  readonly own: Ours
  readonly onStep: (name: string) => void
  readonly signal?: AbortSignal | undefined
}

/**
 * Checks a new machine's host key against a second source, its console. Throws `host-key-mismatch` when the
 * console shows keys and none is the expected one. An empty or unreadable console decides nothing.
 */
export async function checkConsole(
  context: Ec2Context,
  { own, onStep, signal }: ConsoleCheck,
): Promise<void> {
  const expected = decodeHostKeys(own.tags[tagNames.launchKey])
  if (expected.length === 0) return
  const output = await readConsole(context, { own, onStep, signal })
  if (judgeConsole(parseConsoleKeys(output), expected) !== 'contradicts') return
  throw new DroverError(
    `${own.name}: the console of "${own.id}" shows another host key than the expected one`,
    {
      reason: 'host-key-mismatch',
      hint: 'Its user data was not applied, or its image has been tampered with. Nothing was sent to it. Terminate it, and check the image.',
    },
  )
}

async function readConsole(context: Ec2Context, { own, onStep, signal }: ConsoleCheck): Promise<string> {
  const { id, region, name: subject } = own
  const read = async (latest: boolean): Promise<string> => {
    const input = { InstanceId: id, ...(latest ? { Latest: true } : {}) }
    const { Output = '' } = await context.calls.call('GetConsoleOutput', { input, region, subject, signal })
    return Buffer.from(Output, 'base64').toString('utf8')
  }
  try {
    return await read(true).catch((error: unknown) => {
      // Only machines of the Nitro system show the present output of the console.
      if (error instanceof Ec2Failure && error.code === 'UnsupportedOperation') return read(false)
      throw error
    })
  } catch (error) {
    if (!(error instanceof Ec2Failure)) throw error
    onStep(`the console cannot be read: ${error.code}`)
    return ''
  }
}
