import { refuse } from '../../base/errors.js'
import type { Operation } from '../fleet-operation.js'
export const doctor: Operation = async () => {
  refuse([])
  return {}
}
