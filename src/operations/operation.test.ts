import { expectTypeOf, test } from 'vitest'
import type { BaseRequest } from '../request/request.js'
import type { FolderPorts, Ports, ProviderPorts, RecordPorts, TaskPorts } from '../task/ports.js'
import type { Task } from '../task/task.js'
import type { fleetOperation } from './operation.js'

type Prepare<P> = (ports: P) => Promise<() => Promise<never>>
type FleetPrepare = Parameters<typeof fleetOperation<BaseRequest>>[0]['prepare']

test('work on a machine has no port to the branch, to the folder of a person or to GitHub', () => {
  expectTypeOf<Task['ports']>().toEqualTypeOf<TaskPorts>()
  expectTypeOf<
    Extract<keyof TaskPorts, 'ledger' | 'checkout' | 'github' | 'interactive' | 'ask'>
  >().toBeNever()
})

test('an operation takes the ports that its signature names, of those that machines need', () => {
  expectTypeOf<Prepare<ProviderPorts>>().toExtend<FleetPrepare>()
  expectTypeOf<Prepare<FolderPorts>>().not.toExtend<FleetPrepare>()
  expectTypeOf<Prepare<RecordPorts>>().not.toExtend<FleetPrepare>()
  expectTypeOf<Prepare<Ports>>().not.toExtend<FleetPrepare>()
})
