import type { CompletedOperation, CompletedValue } from './completed-operation.js'

export function renderFish(operations: readonly CompletedOperation[]): string {
  return `# Completes drover in fish: drover completion fish | source
complete -c drover -f
${operations.flatMap(linesOf).join('\n')}
`
}

function linesOf({
  names,
  summary,
  flags,
  words,
  arguments: subject,
}: CompletedOperation): readonly string[] {
  const isSaid = `-n ${quote(`__fish_seen_subcommand_from ${names.join(' ')}`)}`
  return [
    ...names.map((name) => `complete -c drover -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`),
    ...(words.length === 0 ? [] : [`complete -c drover ${isSaid} -a ${quote(words.join(' '))}`]),
    ...(subject.kind === 'file' || subject.kind === 'folder'
      ? [`complete -c drover ${isSaid} ${argumentOf(subject)}`]
      : []),
    ...flags.map(({ name, summary: meaning, value }) =>
      [`complete -c drover ${isSaid} -l ${name.slice(2)}`, argumentOf(value), `-d ${quote(meaning)}`]
        .filter(Boolean)
        .join(' '),
    ),
  ]
}

function argumentOf(value: CompletedValue): string {
  switch (value.kind) {
    case 'nothing':
      return ''
    case 'choice':
      return `-x -a ${quote(value.choices.join(' '))}`
    case 'file':
      return '-r -F'
    case 'folder':
      return "-x -a '(__fish_complete_directories)'"
    default:
      return '-x'
  }
}

function quote(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`
}
