import { basename } from 'node:path/posix'

/** Files of the older scripts that hold passwords: the settings of the application, and its list of users. */
const secretFiles = ['creds.yaml', 'passwd.lo']

/** Whether a file has the name of one of these. */
export function isSecretFile(source: string): boolean {
  return secretFiles.includes(basename(source))
}
