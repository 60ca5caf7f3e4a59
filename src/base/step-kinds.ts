/** What becomes of a step on the machine when nobody hears of it any more: all stays as it is, the machine goes on with it by itself, or takes it back by itself. */
export type WhenCutOff = 'stays' | 'goes-on' | 'undone'

/**
 * What a step does: the closed list that code may decide on. The text of a step is for people. Long work
 * is a unit of the machine, which goes on when the run ends; a transaction that nobody confirms is undone
 * by the machine.
 */
export const stepKinds = {
  connect: 'stays',
  wait: 'stays',
  observe: 'stays',
  check: 'stays',
  render: 'stays',
  capture: 'stays',
  transfer: 'stays',
  record: 'stays',
  provision: 'stays',
  boot: 'stays',
  reboot: 'stays',
  stop: 'stays',
  end: 'stays',
  dns: 'stays',
  'host-key': 'stays',
  prune: 'stays',
  'long-work': 'goes-on',
  baseline: 'goes-on',
  'make-ready': 'goes-on',
  upgrade: 'goes-on',
  certificate: 'goes-on',
  order: 'goes-on',
  prepare: 'undone',
  recheck: 'undone',
  validate: 'undone',
  stage: 'undone',
  keep: 'undone',
  arm: 'undone',
  swap: 'undone',
  'follow-up': 'undone',
  /** A check of the machine that decides on a change which is not confirmed yet. */
  trial: 'undone',
  confirm: 'undone',
  revert: 'undone',
  settle: 'undone',
  /** Of another version of Drover. */
  other: 'stays',
} as const satisfies Record<string, WhenCutOff>

export type StepKind = keyof typeof stepKinds

export function isStepKind(value: unknown): value is StepKind {
  return typeof value === 'string' && Object.hasOwn(stepKinds, value)
}
