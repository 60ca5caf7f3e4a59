import { throwIfInvalid } from '../base/errors.js'
import { sealKeySecret } from '../base/secret.js'
import type { FlockView } from '../branch/flock-view.js'
import { givenSecrets } from '../branch/given-secrets.js'
import type { Machine } from '../flock/flock.js'
import { flockSecretNames, toolkitSecretNames } from '../flock/secret-names.js'
import { decryptGenerated } from '../sealed/decrypt-generated.js'
import { generatedPath } from '../sealed/generated-file.js'
import type { ReportPorts, SecretPorts, ToolkitPorts } from '../task/ports.js'

export type LearnPorts = ToolkitPorts & SecretPorts & ReportPorts

export interface Learning {
  readonly view: FlockView
  readonly machines: readonly Machine[]
  /** True when what the machines say will be heard. */
  readonly connects: boolean
}

/**
 * Makes every secret known to `clean` that one of these machines could print: each that a template or a variable of
 * the branch or of the toolkit names, and what was generated for the machine. What the run was given is known
 * already. Where machines are heard, a secret that cannot be kept out of logs is refused, and generated values that
 * cannot be opened are told of. No machine with generated values: the seal key is not asked for.
 */
export async function learnSecrets(ports: LearnPorts, { view, machines, connects }: Learning): Promise<void> {
  const trees = { toolkit: await ports.toolkit(), config: view.snapshot.tree }
  const named = givenSecrets(ports, flockSecretNames(trees).keys())
  if (connects) throwIfInvalid(named.problems)
  const left = hasLeftovers(view, machines)
    ? givenSecrets(ports, toolkitSecretNames(trees.toolkit).keys()).secrets
    : []
  for (const secret of [...named.secrets, ...left]) ports.guard(secret)
  const closed = await learnGenerated(ports, { view, machines })
  if (connects && closed.length > 0) tellClosed(ports, closed)
}

/** A machine that has left `flock.yml` may have files of groups that nobody mentions any more. */
function hasLeftovers({ flock }: FlockView, machines: readonly Machine[]): boolean {
  const known = new Set(flock.machines.map(({ name }) => name))
  return machines.some(({ name }) => !known.has(name))
}

/** Answers with the names of the machines whose values stay unknown. */
async function learnGenerated(
  ports: SecretPorts,
  { view, machines }: Pick<Learning, 'view' | 'machines'>,
): Promise<readonly string[]> {
  const { tree } = view.snapshot
  const sealed = machines.filter(({ name }) => tree.has(generatedPath(name)))
  const generated = await decryptGenerated(ports, { tree, machines: sealed })
  return [...generated].filter(([, { isClosed }]) => isClosed).map(([name]) => name)
}

function tellClosed({ reporter, clean }: ReportPorts, names: readonly string[]): void {
  const message = `generated values of ${names.join(', ')} are not known to this run and would be shown if a machine printed one: ensure that it is given the ${sealKeySecret} that they are sealed with`
  reporter.report({ kind: 'notice', level: 'warning', message: clean(message) })
}
