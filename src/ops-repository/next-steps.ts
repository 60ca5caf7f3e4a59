import { sealKeySecret } from '../base/secret.js'
import type { CheckoutLook } from '../ledger/git/ops-checkout.js'
import { type SlotValues, sshKeySecret } from '../workflows/workflow-values.js'

export interface Remaining {
  readonly folder: string
  readonly look: CheckoutLook
  readonly slots: SlotValues
  readonly secrets: readonly string[]
  /** Branches whose newest commit is not known to be at `origin`. */
  readonly unpushed: readonly string[]
}

/** What only the person can do: clicks and commands, in their order. */
export function nextSteps({ folder, look, slots, secrets, unpushed }: Remaining): readonly string[] {
  const { repository, branch, defaultBranch } = slots
  const at = `git -C ${folder}`
  const isOnServer = look.remote.has(defaultBranch) && look.remote.has(branch)
  return [
    ...(look.origin === undefined
      ? [
          `gh repo create ${repository} --private`,
          `${at} remote add origin https://github.com/${repository}.git`,
        ]
      : []),
    ...(unpushed.length === 0 ? [] : [`${at} push -u origin ${unpushed.join(' ')}`]),
    ...(isOnServer ? [] : [`gh repo edit ${repository} --default-branch ${defaultBranch}`]),
    `gh secret set ${sshKeySecret} --repo ${repository} < KEYFILE   # made with: ssh-keygen -t ed25519 -N '' -f KEYFILE`,
    ...(secrets.includes(sealKeySecret)
      ? [
          `drover seal-key > SEALKEYFILE && gh secret set ${sealKeySecret} --repo ${repository} < SEALKEYFILE   # keep the file: without it nothing sealed can be opened`,
        ]
      : []),
    ...secrets
      .filter((name) => name !== sshKeySecret && name !== sealKeySecret)
      .map((name) => `gh secret set ${name} --repo ${repository}   # asks for the value`),
    ...(isOnServer ? [] : rules(slots)),
    `drover doctor ${folder}   # until every line is fine`,
  ]
}

/** Drover pushes to the config branch with the token of its jobs: nobody may rewrite it, and it must not need a review. */
function rules({ repository, branch, defaultBranch }: SlotValues): readonly string[] {
  const both = [defaultBranch, branch].map(
    (name) => `-f 'conditions[ref_name][include][]=refs/heads/${name}'`,
  )
  return [
    `gh api repos/${repository}/rulesets -f name=drover -f target=branch -f enforcement=active ${both.join(' ')} -f 'conditions[ref_name][exclude][]' -f 'rules[][type]=deletion' -f 'rules[][type]=non_fast_forward'   # no branch can be deleted or rewritten`,
    `click: https://github.com/${repository}/settings/environments   # "staging", "production": reviewers, if you use them`,
  ]
}
