/** `OWNER/REPO` of a git URL; undefined for a path on this computer and for URLs of another form. */
export function githubName(url: string): string | undefined {
  const path =
    /^(?:https?|ssh|git):\/\/[^/]+\/(?<path>.+)$/.exec(url)?.groups?.path ??
    /^[\w.-]+@[\w.-]+:(?<path>.+)$/.exec(url)?.groups?.path
  return /^(?<name>[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+?)(?:\.git)?\/?$/.exec(path ?? '')?.groups?.name
}
