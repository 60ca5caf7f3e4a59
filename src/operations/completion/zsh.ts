import type { CompletedFlag, CompletedOperation, CompletedValue } from './completed-operation.js'

/** For zsh 5.1 and later, with its own completion system (`compinit`). */
export function renderZsh(operations: readonly CompletedOperation[]): string {
  return `#compdef drover
# Completes drover in zsh: source <(drover completion zsh), or as a file "_drover" in a folder of $fpath
_drover() {
  local -a operations=(
${operations.flatMap(descriptionsOf).join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe -t operations operation operations
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${operations.flatMap(branchOf).join('\n')}
  esac
}
if [[ $funcstack[1] == _drover ]]; then
  _drover "$@"
else
  compdef _drover drover
fi
`
}

function descriptionsOf({ names, summary }: CompletedOperation): readonly string[] {
  return names.map((name) => `    ${quote(`${name}:${summary}`)}`)
}

function branchOf({ names, flags, words, arguments: subject }: CompletedOperation): readonly string[] {
  const specs = [
    ...flags.map(flagSpec),
    ...(words.length === 0 ? [] : [`1:word:(${words.join(' ')})`]),
    ...(subject.kind === 'nothing' ? [] : [`*${actionOf(subject)}`]),
  ]
  return [
    `    ${names.join('|')})`,
    '      _arguments \\',
    ...specs.map((spec, index) => `        ${quote(spec)}${index < specs.length - 1 ? ' \\' : ''}`),
    '      ;;',
  ]
}

function flagSpec({ name, summary, value }: CompletedFlag): string {
  const description = `[${summary.replaceAll(/[[\]\\]/g, '\\$&')}]`
  return value.kind === 'nothing' ? `${name}${description}` : `${name}=${description}${actionOf(value)}`
}

/** `:MESSAGE:ACTION` of `_arguments`. */
function actionOf(value: CompletedValue): string {
  switch (value.kind) {
    case 'nothing':
      return ''
    case 'choice':
      return `:${value.name}:(${value.choices.join(' ')})`
    case 'file':
      return `:${value.name}:_files`
    case 'folder':
      return `:${value.name}:_files -/`
    default:
      return `:${value.name}: `
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
