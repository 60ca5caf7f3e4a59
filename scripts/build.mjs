// Makes `dist/` from `src/`: tsc, then ncc on the JavaScript (ncc cannot run this TypeScript).
// The same sources and packages give the same bytes; scripts/check-dist.mjs holds that.
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(import.meta.url)

/** Native parts of ssh2 that are only faster, and that no bundle can hold. */
const external = ['cpu-features', './crypto/build/Release/sshcrypto.node']
/** What machines run. */
const programs = ['.sh', '.py']
/** Emitted for ssh2's agent on Windows, which we do not run on. */
const unwanted = ['pagent.exe']

export function build(out) {
  rmSync(join(root, 'build'), { recursive: true, force: true })
  run([join(dirname(require.resolve('typescript/package.json')), 'bin/tsc'), '-p', 'tsconfig.build.json'])
  // ncc never cleans its folder. Only now: sources that do not compile leave the old dist as it was.
  rmSync(out, { recursive: true, force: true })
  const ncc = join(dirname(require.resolve('@vercel/ncc/package.json')), 'dist/ncc/cli.js')
  run([
    ncc,
    'build',
    'build/main.js',
    '--out',
    out,
    '--no-cache',
    '--quiet',
    ...external.flatMap((name) => ['-e', name]),
  ])
  for (const name of unwanted) rmSync(join(out, name), { force: true })
  // src/programs/program.ts reads them there when they are asked for.
  cpSync(join(root, 'src/programs'), join(out, 'programs'), {
    recursive: true,
    filter: (path) =>
      (statSync(path).isDirectory() && basename(path) !== '__pycache__') || programs.includes(extname(path)),
  })
}

function run(args) {
  const { status, signal, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status === 0) return
  const how = error?.message ?? (signal === null ? `exited with ${status}` : `was ended by ${signal}`)
  console.error(`build: "${args.slice(0, 2).join(' ')}" ${how}`)
  process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = join(root, 'dist')
  build(out)
  for (const name of readdirSync(out, { recursive: true }).sort()) {
    const found = statSync(join(out, name))
    if (found.isFile()) console.log(`${String(Math.ceil(found.size / 1024)).padStart(6)} kB  dist/${name}`)
  }
}
