// Refuses tracked files that a build or a run makes: what `.gitignore` names. Only `dist/` is built and tracked.
import { listFiles } from './list-files.mjs'

const made = listFiles('--cached', '--ignored', '--exclude-from=.gitignore')
for (const path of made) console.error(`${path}: is made by a build or a run: "git rm --cached ${path}"`)
if (made.length > 0) process.exitCode = 1
else console.log('no file is tracked that a build or a run makes')
