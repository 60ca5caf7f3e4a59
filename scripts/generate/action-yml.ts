import { inputs } from '../../src/entrypoints/action/inputs.ts'
import { outputs } from '../../src/entrypoints/action/outputs.ts'

/** The text of `action.yml` with its inputs and outputs between the markers written anew. */
export function fillAction(text: string): string {
  return text.replace(
    /# generated: (inputs|outputs)\n[\s\S]*?# end\n/g,
    (_all, name: string) =>
      `# generated: ${name}\n${(name === 'inputs' ? inputLines() : outputLines()).join('\n')}\n  # end\n`,
  )
}

function inputLines(): readonly string[] {
  return inputs.flatMap(({ name, summary, byDefault, isRequired }) => [
    `  ${name}:`,
    `    description: ${quote(summary)}`,
    `    required: ${isRequired}`,
    ...(byDefault === undefined ? [] : [`    default: ${quote(byDefault)}`]),
  ])
}

function outputLines(): readonly string[] {
  return Object.entries(outputs).flatMap(([name, summary]) => [
    `  ${name}:`,
    `    description: ${quote(summary)}`,
  ])
}

/** As Biome formats YAML. */
function quote(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
}
