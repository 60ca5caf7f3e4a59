import type { Step, StepLabel } from '../../base/outcome.js'

export interface CheckListener {
  readonly onStep: (step: StepLabel) => void
  readonly onStepDone: (step: Step) => void
  readonly elapsed: () => number
}

interface CheckReader {
  line(text: string): void
  steps(): readonly Step[]
}

/** Reads what `checks/checks.sh` prints, line by line as it comes: `ID step check NAME`, output behind `| `, `ID done check NAME STATUS`. */
export function readChecks(id: string, listener: CheckListener): CheckReader {
  const steps: Step[] = []
  const said: string[] = []
  let startedMs = 0
  const finish = (name: string, status: string): void => {
    const detail = said.splice(0).join('\n')
    const step: Step = {
      ...labelOf(name),
      status: status === '0' ? 'ok' : 'failed',
      durationMs: Math.round(listener.elapsed() - startedMs),
      ...(detail === '' ? {} : { detail }),
    }
    steps.push(step)
    listener.onStepDone(step)
  }
  return {
    line(text) {
      if (text.startsWith('| ')) {
        said.push(text.slice(2))
        return
      }
      if (!text.startsWith(`${id} `)) return
      const [, begun] = /^\S+ step check (.+)$/.exec(text) ?? []
      const [, ended, status] = /^\S+ done check (.+) (\d+)$/.exec(text) ?? []
      if (begun !== undefined) {
        startedMs = listener.elapsed()
        listener.onStep(labelOf(begun))
      }
      if (ended !== undefined && status !== undefined) finish(ended, status)
    },
    steps: () => steps,
  }
}

function labelOf(name: string): StepLabel {
  return { kind: 'trial', text: `check ${name}`, subject: name }
}
