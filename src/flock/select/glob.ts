/** True if a selector is a pattern: only `*` (any characters) and `?` (one character) mean something. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text)
}

/**
 * Whether a name matches a glob. No regular expression is made of the glob: matching one
 * with many `*` could take hours.
 */
export function matchesGlob(name: string, glob: string): boolean {
  let inName = 0
  let inGlob = 0
  let star = -1
  let resume = 0
  while (inName < name.length) {
    if (glob[inGlob] === '*') {
      star = inGlob
      inGlob += 1
      resume = inName
    } else if (glob[inGlob] === '?' || glob[inGlob] === name[inName]) {
      inGlob += 1
      inName += 1
    } else if (star >= 0) {
      resume += 1
      inName = resume
      inGlob = star + 1
    } else return false
  }
  return /^\**$/.test(glob.slice(inGlob))
}
