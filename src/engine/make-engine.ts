import type { Engine } from '../operations/operation.js'
import { chooseAndLearn } from './choose.js'
import { learnSecrets } from './learn-secrets.js'
import { type EnginePorts, runFleetOperation } from './run-fleet-operation.js'
import { runTasks } from './run-tasks.js'

/** For operations that go their own way: machines come to them, and to their tasks, only with their secrets learnt. */
export function makeEngine(ports: EnginePorts): Engine {
  return {
    choose: (request) => chooseAndLearn(ports, request),
    runTasks: async (work) => {
      await learnSecrets(ports, { ...work, connects: false })
      return await runTasks(ports, work)
    },
    runFleet: (operation, { request, ledger = ports.ledger }) =>
      runFleetOperation(operation, { ports: { ...ports, ledger }, request }),
  }
}
