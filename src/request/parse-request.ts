import type { Problem } from '../base/errors.js'
import { generalOptions, type OperationEntry } from './operation-entry.js'
import { type Option, type OptionName, options } from './options.js'
import { isAboutFolder, isOperation, type OperationName, operations } from './registry.js'
import { type RebootPolicy, type Request, rebootPolicies } from './request.js'

/** What a person said at one of the front doors, still text. */
export interface Said {
  readonly operation: OperationName
  readonly selectors: readonly string[]
  /** Only what was said; an empty input of the action was not. A flag is `true` or `false`. */
  readonly values: ReadonlyMap<OptionName, string>
  /** For `run`: one shell command line. */
  readonly command?: string
  /** How this front door calls an option: `--branch`, `input "branch"`. */
  readonly nameOf: (option: OptionName) => string
}

export interface ParsedRequest {
  readonly request: Request
  readonly problems: readonly Problem[]
}

/** Checks the form of a request. The request is good only when there are no problems; all of them are found. */
export function parseRequest(said: Said): ParsedRequest {
  const { operation, selectors, values } = said
  const problems: Problem[] = []
  const take = <T>(parsed: Parsed<T>): T => {
    problems.push(...parsed.problems)
    return parsed.value
  }
  const count = (option: CountOption): number => take(parseCount(said, option))
  const flag = (option: FlagOption): boolean => take(parseFlag(said, option))
  const words = (option: OptionName): readonly string[] | undefined => {
    const text = values.get(option)
    return text === undefined ? undefined : splitWords(text)
  }
  const names = words('confirm') ?? []
  const confirm = flag('yes') ? ('yes' as const) : names.length > 0 ? names : undefined
  const request: Request = {
    operation,
    selectors,
    parallel: count('parallel'),
    limit: count('limit'),
    budget: count('budget'),
    shards: count('shards'),
    dryRun: flag('dry-run'),
    rollback: flag('rollback'),
    baseline: flag('baseline'),
    noCapture: flag('no-capture'),
    deployment: flag('deployment'),
    github: flag('github'),
    ...optional('canary', values.has('canary') ? count('canary') : undefined),
    ...optional('planDigests', take(parseDigests(said))),
    ...optional('command', said.command),
    ...optional('confirm', confirm),
    ...optional('since', values.get('since')),
    ...optional('for', values.get('for')),
    ...optional('environment', values.get('environment')),
    ...optional('jobResults', words('job-result')),
    ...optional('to', values.get('to')),
    ...optional('paths', words('paths')),
    ...optional('recipients', words('recipients')),
    ...optional('file', values.get('file')),
    ...optional('from', values.get('from')),
    ...optional('mode', values.get('mode')),
    ...optional('owner', values.get('owner')),
    ...optional('toolkit', values.get('toolkit')),
    ...optional('name', values.get('name')),
    ...optional('defaultBranch', values.get('default-branch')),
    ...optional('flockConfig', values.get('flock-config')),
    ...optional('repository', isAboutFolder(operation) ? values.get('repository') : undefined),
    ...optional('check', flag('check') || undefined),
    ...optional('overwrite', flag('overwrite') || undefined),
    ...optional('force', flag('force') || undefined),
    ...optional('securityOnly', flag('security-only') || undefined),
    ...optional('reboot', operation === 'update' ? take(parseReboot(said)) : undefined),
  }
  return {
    request,
    problems: [
      ...problems,
      ...missingMachines(said),
      ...wrongFolder(said),
      ...missingCommand(said),
      ...missingOptions(said),
      ...contradiction(request),
    ],
  }
}

/** Names separated by white space or commas. */
export function splitWords(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '')
}

/** True if the operation takes the option. */
export function takes(operation: OperationName, option: OptionName): boolean {
  const { options: own, general = generalOptions }: OperationEntry = operations[operation]
  return own.includes(option) || general.includes(option)
}

/** Operations that take the option, in the order of the help text. */
export function operationsWith(option: OptionName): readonly OperationName[] {
  return Object.keys(operations)
    .filter(isOperation)
    .filter((name) => takes(name, option))
}

interface Parsed<T> {
  readonly value: T
  readonly problems: readonly Problem[]
}

type CountOption = 'parallel' | 'limit' | 'budget' | 'shards' | 'canary'
type FlagOption = {
  [Name in OptionName]: (typeof options)[Name]['kind'] extends 'flag' ? Name : never
}[OptionName]

function parseCount({ values, nameOf }: Said, option: CountOption): Parsed<number> {
  const { byDefault }: Option = options[option]
  const text = values.get(option) ?? byDefault ?? ''
  if (/^[1-9]\d{0,5}$/.test(text)) return { value: Number(text), problems: [] }
  return {
    value: 1,
    problems: [
      invalid(`${nameOf(option)}: "${text}" is not a count`, 'give a whole number from 1 to 999999'),
    ],
  }
}

/** Takes what YAML 1.2 takes: GitHub hands a boolean over as this text. */
function parseFlag({ values, nameOf }: Said, option: FlagOption): Parsed<boolean> {
  const text = values.get(option) ?? 'false'
  if (/^(true|True|TRUE)$/.test(text)) return { value: true, problems: [] }
  if (/^(false|False|FALSE)$/.test(text)) return { value: false, problems: [] }
  return { value: false, problems: [invalid(`${nameOf(option)}: "${text}" is not true or false`)] }
}

function parseReboot({ values, nameOf }: Said): Parsed<RebootPolicy> {
  const text = values.get('reboot') ?? 'never'
  const value = rebootPolicies.find((wish) => wish === text)
  if (value !== undefined) return { value, problems: [] }
  const hint = `choose one of: ${rebootPolicies.join(', ')}`
  return { value: 'never', problems: [invalid(`${nameOf('reboot')}: "${text}" is not understood`, hint)] }
}

/** One digest for the only machine, or `NAME=DIGEST` for each. */
function parseDigests({ values, nameOf }: Said): Parsed<ReadonlyMap<string, string> | undefined> {
  const words = splitWords(values.get('plan-digest') ?? '')
  if (words.length === 0) return { value: undefined, problems: [] }
  const pairs = words.map((word) => /^(?:(?<name>[^=]+)=)?(?<digest>[^=]+)$/.exec(word)?.groups)
  const isGood = words.length === 1 ? pairs[0] !== undefined : pairs.every((pair) => pair?.name !== undefined)
  const value = new Map(pairs.map((pair) => [pair?.name ?? '', pair?.digest ?? '']))
  if (isGood) return { value, problems: [] }
  const hint =
    'give one digest for one machine, or NAME=DIGEST for each machine, as "drover preview" prints them'
  return { value, problems: [invalid(`${nameOf('plan-digest')}: is not understood`, hint)] }
}

function missingMachines({ operation, selectors }: Said): readonly Problem[] {
  const { machines, placeholder }: OperationEntry = operations[operation]
  if (machines === 'none' && selectors.length > 0) return [invalid(`${operation}: takes no machines`)]
  if (machines !== 'required' || selectors.length > 0) return []
  if (placeholder !== undefined) return [invalid(`${operation}: no file is named`)]
  return [invalid(`${operation}: no machine is named`, 'name machines, `group:NAME`, or `all` for every one')]
}

/** What is about a folder takes one, behind its word if it has one. */
function wrongFolder({ operation, selectors }: Said): readonly Problem[] {
  const { word, placeholder }: OperationEntry = operations[operation]
  if (placeholder !== 'FOLDER') return []
  const usage = `write "drover ${operation} ${word === undefined ? '' : `${word} `}[FOLDER]"`
  if (word !== undefined && selectors[0] !== word) {
    const said = selectors[0] === undefined ? 'nothing' : `"${selectors[0]}"`
    return [invalid(`${operation}: takes the word "${word}", got ${said}`, usage)]
  }
  const folders = selectors.slice(word === undefined ? 0 : 1)
  if (folders.length <= 1) return []
  return [invalid(`${operation}: takes one folder, got ${folders.length}`, usage)]
}

function contradiction({ rollback, to, planDigests, dryRun }: Request): readonly Problem[] {
  if (!rollback) return []
  const others = [to && 'to', planDigests && 'plan-digest', dryRun && 'dry-run'].filter(Boolean)
  return others.map((other) => invalid(`rollback and ${other} do not go together`, 'give one of them'))
}

function missingCommand({ operation, command }: Said): readonly Problem[] {
  if (operation !== 'run' || (command !== undefined && command.trim() !== '')) return []
  return [
    invalid(
      'run: no command is given',
      'at a shell: drover run MACHINE… -- COMMAND; in a workflow: the input "command"',
    ),
  ]
}

function missingOptions({ operation, values, nameOf }: Said): readonly Problem[] {
  const { needs = [] }: OperationEntry = operations[operation]
  return needs
    .filter((option) => splitWords(values.get(option) ?? '').length === 0)
    .map((option) => invalid(`${nameOf(option)}: is not given, and ${operation} needs it`))
}

function invalid(message: string, hint?: string): Problem {
  return { message, reason: 'invalid-argument', ...(hint !== undefined && { hint }) }
}

function optional<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>)
}
