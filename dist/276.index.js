export const id = 276;
export const ids = [276];
export const modules = {

/***/ 70276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  completion: () => (/* binding */ completion)
});

// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
// EXTERNAL MODULE: ./build/operations/registry.js + 32 modules
var registry = __webpack_require__(91581);
;// CONCATENATED MODULE: ./build/operations/completion/bash.js
/** For bash 3.2 and later, without the package bash-completion. */
function renderBash(operations) {
    const names = operations.flatMap((one) => one.names);
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
`;
}
function branchOf(operation) {
    const { names, flags, words } = operation;
    const branch = [
        ...valueCases(flags),
        `words='${flags.map(({ name }) => name).join(' ')}'`,
        ...(words.length === 0 ? [] : [`((COMP_CWORD != index + 1)) || words='${words.join(' ')}'`]),
        ...argumentLine(operation),
        ';;',
    ];
    return [`    ${names.join(' | ')})`, ...branch.map((line) => `      ${line}`)];
}
/** Flags whose values are completed alike share a line. */
function valueCases(flags) {
    const byAnswer = new Map();
    for (const { name, value } of flags) {
        const answer = answerOf(value);
        if (answer !== undefined)
            byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), name]);
    }
    if (byAnswer.size === 0)
        return [];
    const lines = [...byAnswer].map(([answer, names]) => `  ${names.join(' | ')}) ${answer} ;;`);
    return ['case $before in', ...lines, 'esac'];
}
function answerOf(value) {
    switch (value.kind) {
        case 'nothing':
            return undefined;
        case 'choice':
            return `COMPREPLY=($(compgen -W '${value.choices.join(' ')}' -- "$current")); return`;
        case 'text':
            return 'return';
        default:
            return `_drover_${value.kind}s "$current"; return`;
    }
}
function argumentLine({ arguments: { kind }, words }) {
    if (kind !== 'file' && kind !== 'folder')
        return [];
    const isForWord = words.length === 0 ? '' : '((COMP_CWORD == index + 1)) || ';
    return [`${isForWord}[[ $current == -* ]] || { _drover_${kind}s "$current"; return; }`];
}

;// CONCATENATED MODULE: ./build/operations/completion/completed-operation.js

function completedOperations(operations) {
    return operations.map((definition) => {
        const { name, aliases = [], summary, words = [] } = definition;
        const atShell = [...(0,registry/* optionsOf */.cz)(definition)].filter(([, { only }]) => only !== 'action');
        return {
            names: [name, ...aliases],
            summary: plain(summary),
            words,
            arguments: argumentsOf(definition),
            flags: [
                ...atShell.map(([flag, option]) => ({
                    name: `--${flag}`,
                    summary: plain(option.summary),
                    value: valueOfFlag(option),
                })),
                { name: '--help', summary: 'Show what it takes', value: { kind: 'nothing' } },
            ],
        };
    });
}
function argumentsOf({ machines, placeholder }) {
    const name = placeholder ?? 'MACHINE';
    return machines === 'none' ? { kind: 'nothing' } : { kind: kindOf(name), name };
}
function valueOfFlag({ kind, choices, placeholder = 'VALUE' }) {
    if (kind === 'flag')
        return { kind: 'nothing' };
    if (choices !== undefined)
        return { kind: 'choice', name: placeholder, choices };
    return { kind: kindOf(placeholder), name: placeholder };
}
function kindOf(placeholder) {
    if (placeholder === 'FILE')
        return 'file';
    return placeholder === 'FOLDER' ? 'folder' : 'text';
}
function plain(text) {
    return text.replaceAll('`', '');
}

;// CONCATENATED MODULE: ./build/operations/completion/fish.js
function renderFish(operations) {
    return `# Completes drover in fish: drover completion fish | source
complete -c drover -f
${operations.flatMap(linesOf).join('\n')}
`;
}
function linesOf({ names, summary, flags, words, arguments: subject, }) {
    const isSaid = `-n ${quote(`__fish_seen_subcommand_from ${names.join(' ')}`)}`;
    return [
        ...names.map((name) => `complete -c drover -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`),
        ...(words.length === 0 ? [] : [`complete -c drover ${isSaid} -a ${quote(words.join(' '))}`]),
        ...(subject.kind === 'file' || subject.kind === 'folder'
            ? [`complete -c drover ${isSaid} ${argumentOf(subject)}`]
            : []),
        ...flags.map(({ name, summary: meaning, value }) => [`complete -c drover ${isSaid} -l ${name.slice(2)}`, argumentOf(value), `-d ${quote(meaning)}`]
            .filter(Boolean)
            .join(' ')),
    ];
}
function argumentOf(value) {
    switch (value.kind) {
        case 'nothing':
            return '';
        case 'choice':
            return `-x -a ${quote(value.choices.join(' '))}`;
        case 'file':
            return '-r -F';
        case 'folder':
            return "-x -a '(__fish_complete_directories)'";
        default:
            return '-x';
    }
}
function quote(text) {
    return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}

;// CONCATENATED MODULE: ./build/operations/completion/zsh.js
/** For zsh 5.1 and later, with its own completion system (`compinit`). */
function renderZsh(operations) {
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
${operations.flatMap(zsh_branchOf).join('\n')}
  esac
}
if [[ $funcstack[1] == _drover ]]; then
  _drover "$@"
else
  compdef _drover drover
fi
`;
}
function descriptionsOf({ names, summary }) {
    return names.map((name) => `    ${zsh_quote(`${name}:${summary}`)}`);
}
function zsh_branchOf({ names, flags, words, arguments: subject }) {
    const specs = [
        ...flags.map(flagSpec),
        ...(words.length === 0 ? [] : [`1:word:(${words.join(' ')})`]),
        ...(subject.kind === 'nothing' ? [] : [`*${actionOf(subject)}`]),
    ];
    return [
        `    ${names.join('|')})`,
        '      _arguments \\',
        ...specs.map((spec, index) => `        ${zsh_quote(spec)}${index < specs.length - 1 ? ' \\' : ''}`),
        '      ;;',
    ];
}
function flagSpec({ name, summary, value }) {
    const description = `[${summary.replaceAll(/[[\]\\]/g, '\\$&')}]`;
    return value.kind === 'nothing' ? `${name}${description}` : `${name}=${description}${actionOf(value)}`;
}
/** `:MESSAGE:ACTION` of `_arguments`. */
function actionOf(value) {
    switch (value.kind) {
        case 'nothing':
            return '';
        case 'choice':
            return `:${value.name}:(${value.choices.join(' ')})`;
        case 'file':
            return `:${value.name}:_files`;
        case 'folder':
            return `:${value.name}:_files -/`;
        default:
            return `:${value.name}: `;
    }
}
function zsh_quote(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./build/operations/completion/completion.js






const renderers = new Map([
    ['bash', renderBash],
    ['zsh', renderZsh],
    ['fish', renderFish],
]);
/** A script that knows what this version of Drover takes, and asks Drover nothing while a person types. */
const completion = (0,operation/* wholeOperation */.r)(async (_ports, { selectors: [shell = ''] }) => {
    const script = renderers.get(shell)?.(completedOperations(registry/* operations */.zU));
    return script === undefined ? {} : { data: { kind: 'completion', shell, script }, output: script };
});


/***/ }),

/***/ 44138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ fleetOperation),
/* harmony export */   r: () => (/* binding */ wholeOperation)
/* harmony export */ });
function fleetOperation(operation) {
    return { kind: 'fleet', ...operation };
}
function wholeOperation(run) {
    return { kind: 'whole', run };
}


/***/ })

};
