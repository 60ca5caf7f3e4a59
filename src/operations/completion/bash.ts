import type { CompletedFlag, CompletedOperation, CompletedValue } from './completed-operation.js'

/** For bash 3.2 and later, without the package bash-completion. */
export function renderBash(operations: readonly CompletedOperation[]): string {
  const names = operations.flatMap((one) => one.names)
  return `# Completes drover in bash: source <(drover completion bash)
_drover() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} operation='' index words=''
  # bash takes the "=" of --flag=value for a word of its own.
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $before == '=' ]]; then
    before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    case \${COMP_WORDS[index]} in
      --) return ;;
      ${names.join(' | ')})
        operation=\${COMP_WORDS[index]}
        break
        ;;
    esac
  done
  COMPREPLY=()
  case $operation in
    '') words='${[...names, '--help', '--version'].join(' ')}' ;;
${operations.flatMap(branchOf).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
_drover_files() {
  compopt -o default 2> /dev/null || COMPREPLY=($(compgen -f -- "$1"))
}
_drover_folders() {
  compopt -o dirnames 2> /dev/null || COMPREPLY=($(compgen -d -- "$1"))
}
complete -F _drover drover
`
}

function branchOf(operation: CompletedOperation): readonly string[] {
  const { names, flags, words } = operation
  const branch = [
    ...valueCases(flags),
    `words='${flags.map(({ name }) => name).join(' ')}'`,
    ...(words.length === 0 ? [] : [`((COMP_CWORD != index + 1)) || words='${words.join(' ')}'`]),
    ...argumentLine(operation),
    ';;',
  ]
  return [`    ${names.join(' | ')})`, ...branch.map((line) => `      ${line}`)]
}

/** Flags whose values are completed alike share a line. */
function valueCases(flags: readonly CompletedFlag[]): readonly string[] {
  const byAnswer = new Map<string, string[]>()
  for (const { name, value } of flags) {
    const answer = answerOf(value)
    if (answer !== undefined) byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), name])
  }
  if (byAnswer.size === 0) return []
  const lines = [...byAnswer].map(([answer, names]) => `  ${names.join(' | ')}) ${answer} ;;`)
  return ['case $before in', ...lines, 'esac']
}

function answerOf(value: CompletedValue): string | undefined {
  switch (value.kind) {
    case 'nothing':
      return undefined
    case 'choice':
      return `COMPREPLY=($(compgen -W '${value.choices.join(' ')}' -- "$current")); return`
    case 'text':
      return 'return'
    default:
      return `_drover_${value.kind}s "$current"; return`
  }
}

function argumentLine({ arguments: { kind }, words }: CompletedOperation): readonly string[] {
  if (kind !== 'file' && kind !== 'folder') return []
  const isForWord = words.length === 0 ? '' : '((COMP_CWORD == index + 1)) || '
  return [`${isForWord}[[ $current == -* ]] || { _drover_${kind}s "$current"; return; }`]
}
