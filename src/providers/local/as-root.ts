import { type RootScript as AnyRootScript, runAsRoot as runAnyAsRoot } from '../../system/as-root.js'

export type RootScript = Omit<AnyRootScript, 'subject' | 'rootHint' | 'reason'>

/** `runAsRoot` of `system/as-root.ts`, with the words of local machines for its errors. */
export async function runAsRoot(root: RootScript): Promise<string> {
  return runAnyAsRoot({
    ...root,
    subject: 'local machines',
    rootHint: 'Run it again as root ("sudo npm run demo"), or allow this user sudo without a password.',
    reason: 'provider-failed',
  })
}
