import * as z from 'zod'
import type { JsonObject } from '../../base/json.js'
import { flockSchema } from './schema.js'

/**
 * JSON Schema of `flock.yml` for editors. Draft 7, as the YAML language server
 * supports it best. Equal calls give equal bytes when serialised.
 */
export function flockJsonSchema(): JsonObject {
  const { $schema, type, description, ...rest } = z.toJSONSchema(flockSchema, {
    target: 'draft-7',
    io: 'input',
    // Values of variables: anything that YAML can hold.
    unrepresentable: 'any',
  })
  return JSON.parse(JSON.stringify({ $schema, title: 'Drover flock.yml', description, type, ...rest }))
}
