import { chooserOf } from '../branch/choose-machines.js'
import { type ChoosePorts, type FlockView, readFlock } from '../branch/flock-view.js'
import type { Machine } from '../flock/flock.js'
import { findOperation } from '../operations/registry.js'
import type { BaseRequest } from '../request/request.js'
import { type LearnPorts, learnSecrets } from './learn-secrets.js'

export interface Choice {
  readonly view: FlockView
  readonly machines: readonly Machine[]
}

/** Reads the branch and chooses as the operation's definition says; nothing of the machines is learnt yet. */
export async function chooseFor(ports: ChoosePorts, request: BaseRequest): Promise<Choice> {
  const view = await readFlock(ports)
  const choose = chooserOf(findOperation(request.operation)?.traits?.chooses)
  return { view, machines: await choose(ports, view, request) }
}

/** The same for an operation that goes its own way: it gets no machine whose secrets are not known. */
export async function chooseAndLearn(ports: ChoosePorts & LearnPorts, request: BaseRequest): Promise<Choice> {
  const choice = await chooseFor(ports, request)
  await learnSecrets(ports, { ...choice, connects: false })
  return choice
}
