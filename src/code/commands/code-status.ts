/** How the work ends other than well; the reason that each is told as is in `prepareCode`. */
export const codeStatus = {
  unreachable: 20,
  missing: 21,
  build: 22,
  diskFull: 23,
  noGit: 24,
  other: 25,
} as const
