import { basename } from 'node:path/posix'

/** Files of the older scripts' own that hold passwords: the settings of the application, and its list of users. */
const secretFiles = ['creds.yaml', 'passwd.lo']

/** Whether a file is one of these, by its name. */
export function isSecretFile(source: string): boolean {
  return secretFiles.includes(basename(source))
}
