import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Json } from '../../base/json.js'
import { flockJsonSchema } from './json-schema.js'

const file = new URL('../flock.schema.json', import.meta.url)
const made = `${JSON.stringify(flockJsonSchema(), null, 2)}\n`

if (process.env.UPDATE === '1') writeFileSync(file, made)

test('the committed JSON Schema is the one that the schema gives (UPDATE=1 writes it)', () => {
  expect(readFileSync(file, 'utf8')).toBe(made)
})

test('every key of the JSON Schema has a description', () => {
  expect(undescribed(flockJsonSchema(), 'flock.yml')).toEqual([])
})

/** Paths of keys that an editor could say nothing about. */
function undescribed(schema: Json, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if (Array.isArray(schema)) return schema.flatMap((item: Json) => undescribed(item, path))
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== 'properties') return undescribed(value, path)
    return Object.entries(
      value as { readonly [key: string]: { readonly description?: string } & Json },
    ).flatMap(([name, property]) => [
      ...(property.description === undefined ? [`${path}.${name}`] : []),
      ...undescribed(property, `${path}.${name}`),
    ])
  })
}
