import { unreachableReasons } from '../base/failure.js'
import type { Outcome, OutcomeKind } from '../base/outcome.js'
import type { ReasonCode } from '../base/reasons.js'
import type { ExitCode } from './result.js'

/** The exit code of a run that ended before any machine was looked at. */
export function exitCodeOf(reason: ReasonCode): ExitCode {
  if (reason === 'bug') return 70
  if (input.includes(reason)) return 2
  return outside.includes(reason) ? 3 : 1
}

const severity: readonly OutcomeKind[] = ['ok', 'changed', 'skipped', 'unreachable', 'rolled-back', 'failed']

/** The outcome that a run is named by: the worst one, the first of these in order of the flock. */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome | undefined {
  const rank = (outcome: Outcome): number => severity.indexOf(outcome.kind)
  return outcomes.reduce<Outcome | undefined>(
    (worst, outcome) => (worst === undefined || rank(outcome) > rank(worst) ? outcome : worst),
    undefined,
  )
}

/** 3 only when every machine that did not hold was kept from us by something outside; one true failure makes it 1. */
export function exitCodeOfFleet(outcomes: readonly Outcome[]): ExitCode {
  const bad = outcomes.filter((outcome) => outcome.kind !== 'ok' && outcome.kind !== 'changed')
  if (bad.length === 0) return 0
  if (bad.some((outcome) => outcome.reason === 'bug')) return 70
  if (bad.every((outcome) => input.includes(outcome.reason))) return 2
  return bad.every((outcome) => outside.includes(outcome.reason)) ? 3 : 1
}

const input: readonly ReasonCode[] = [
  'invalid-argument',
  'unknown-operation',
  'unknown-machine',
  'invalid-flock',
  'invalid-manifest',
  'invalid-template',
  'missing-variable',
  'missing-secret',
  'unsafe-secret',
  'missing-file',
  'not-confirmed',
  'checkout-dirty',
  'plan-changed',
  'branch-missing',
  'commit-missing',
  'not-on-branch',
  'unknown-revision',
  'artifact-differs',
  'too-large',
  'invalid-settings',
  'invalid-certificate',
  'missing-contact',
  'over-budget',
  'from-fork',
]

const outside: readonly ReasonCode[] = [
  ...unreachableReasons,
  'repository-unreachable',
  'push-failed',
  'provider-failed',
  'provider-unreachable',
  'provider-throttled',
  'out-of-capacity',
  'over-quota',
  'not-permitted',
  'no-credentials',
  'dns-failed',
  'acme-unreachable',
  'acme-limited',
  'github-failed',
  'github-unreachable',
  'github-throttled',
  'missing-tool',
  'code-unreachable',
  'artifact-unreachable',
  'cancelled',
]
