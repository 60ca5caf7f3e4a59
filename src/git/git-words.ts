/**
 * True for a failure that another attempt cannot mend: wrong credentials, no such
 * repository. git exits with 128 for all failures, so the words have to decide. They are those
 * of git in the C locale and of curl; other words count as a passing failure.
 */
export function isLasting(stderr: string): boolean {
  return lasting.test(stderr)
}

/** The line of git's stderr that says most, without git's own prefix. */
export function usefulLine(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !boilerplate.test(line))
  const line = lines.findLast((candidate) => /^(fatal|error|ERROR|remote):/.test(candidate)) ?? lines.at(-1)
  return line?.replace(/^(fatal|error|ERROR): /, '') ?? 'git printed no message'
}

const lasting =
  /Authentication failed|could not read (Username|Password)|returned error: (401|403|404)|Permission denied|repository '.*' not found|Repository not found|does not appear to be a git repository|dubious ownership|not valid: is this a git repository|protocol '.*' is not supported|transport '.*' not allowed|Host key verification failed/

const boilerplate =
  /^(fatal: Could not read from remote repository\.|Please make sure you have the correct access rights|and the repository exists\.|fatal: (the remote end hung up unexpectedly|expected flush after ref listing)|Everything up-to-date|From |POST git-|To )/
