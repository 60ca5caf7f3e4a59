import type { AnyDefinition } from '../../src/operations/define-operation.ts'
import { type PassedOption, passedOptions } from './drover-inputs.ts'
import { withButton } from './form-inputs.ts'
import type { Entry } from './yaml-entry.ts'

/** A step of `drover.yml` that starts the action. */
interface ActionStep {
  /** What it is given that is no input of the run handed on. */
  readonly given: Readonly<Record<string, string>>
  /** True for the options that its operation takes. */
  readonly takes: (passed: PassedOption, operations: readonly AnyDefinition[]) => boolean
}

const steps = {
  shard: {
    given: { operation: 'shard', for: '${{ inputs.operation }}', machines: '${{ inputs.machines }}' },
    takes: takesAboutRuns('shard'),
  },
  operation: {
    given: {
      operation: '${{ inputs.operation }}',
      machines: '${{ matrix.shard.machines }}',
      // The names typed again were compared when the machines were shared out.
      confirm: '${{ matrix.shard.machines }}',
    },
    takes: ({ name, isGeneral }, operations) =>
      isGeneral ||
      withButton(operations).some(({ options }) => options[name] && !options[name].choosesMachines),
  },
  record: {
    given: {
      operation: 'record',
      for: '${{ inputs.operation }}',
      machines: "${{ join(fromJSON(needs.shard.outputs.machines), ' ') }}",
      'job-result': '${{ needs.canary.result }} ${{ needs.work.result }}',
    },
    takes: takesAboutRuns('record'),
  },
} as const satisfies Readonly<Record<string, ActionStep>>

type StepName = keyof typeof steps

/** The `with:` of a step of `drover.yml`: what is its own, then every input of the run that its operation takes. */
export function stepWith(step: StepName, operations: readonly AnyDefinition[]): readonly Entry[] {
  const { given, takes }: ActionStep = steps[step]
  const handedOn = passedOptions(operations)
    .filter((passed) => !Object.hasOwn(given, passed.name) && takes(passed, operations))
    .map(({ name }) => [name, `\${{ inputs.${name} }}`] as const)
  return [...Object.entries(given), ...handedOn].map(([key, value]) => ({ key, value }))
}

/** These work on no machines, so of the general options they need none but the branch. */
function takesAboutRuns(step: string): ActionStep['takes'] {
  return ({ name }, operations) =>
    name === 'branch' || operations.some((one) => one.name === step && Object.hasOwn(one.options, name))
}
