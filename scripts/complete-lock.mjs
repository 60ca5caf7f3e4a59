// Adds to package-lock.json the optional packages for other platforms that npm left out, because the
// registry it asked did not have them. `npm ci` refuses a lock file without them. Run it after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, '..', 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const biome = lock.packages['node_modules/@biomejs/biome']
const added = []
for (const [name, version] of Object.entries(biome.optionalDependencies)) {
  const path = `node_modules/${name}`
  if (lock.packages[path] !== undefined) continue
  const [, os, cpu, libc] = /\/cli-([^-]+)-([^-]+)(?:-([^-]+))?$/.exec(name)
  lock.packages[path] = {
    version,
    cpu: [cpu],
    dev: true,
    ...(os === 'linux' ? { libc: [libc ?? 'glibc'] } : {}),
    license: 'MIT OR Apache-2.0',
    optional: true,
    os: [os],
    engines: biome.engines,
  }
  added.push(name)
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)),
)
writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`)
console.log(
  added.length === 0 ? 'package-lock.json: is complete' : `package-lock.json: added ${added.join(', ')}`,
)
