import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** The process id of the action that works on these machines in this run, as soon as there is one. */
export async function findAction(runId: string, machines: string): Promise<number> {
  const wanted = [`GITHUB_RUN_ID=${runId}`, `INPUT_MACHINES=${machines}`]
  for (let tries = 0; tries < 200; tries++) {
    for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      const variables = read(`/proc/${name}/environ`)
      // Its children have the same environment: ssh and git are not it.
      if (wanted.every((one) => variables.includes(one)) && read(`/proc/${name}/cmdline`).some(isAction))
        return Number(name)
    }
    await sleep(50)
  }
  throw new Error(`run ${runId} has started no action for "${machines}"`)
}

function isAction(word: string): boolean {
  return word.endsWith('bin/action.js')
}

/** Empty for a process that has ended meanwhile. */
function read(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\0')
  } catch {
    return []
  }
}
